import { Category } from '@tmt/shared/activities/contract.ts'
import { categoryLabels } from '@tmt/shared/activities/labels.ts'
import type { Span } from '@tmt/shared/activities/days.ts'
import { useState } from 'react'
import { useWide } from '../../platform/wide'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chips'
import { Sheet } from '../../ui/Sheet'
import styles from './filters.module.scss'

export type Scope = 'community' | 'town'
export type When = 'upcoming' | Span | 'past'
export type Places = 'any' | 'free'
type Props = {
  scope: Scope
  setScope: (scope: Scope) => void
  when: When
  setWhen: (when: When) => void
  places: Places
  setPlaces: (places: Places) => void
  category: Category | 'all'
  setCategory: (category: Category | 'all') => void
}

const scopes = [
  { value: 'community', label: '本村（社区）' },
  { value: 'town', label: '全镇（街道）' },
] as const
const times = [
  { value: 'upcoming', label: '即将开始' },
  { value: 'today', label: '今天' },
  { value: 'weekend', label: '本周末' },
  { value: 'week', label: '未来 7 天' },
  { value: 'past', label: '以前的' },
] as const
const places = [
  { value: 'any', label: '全部' },
  { value: 'free', label: '还有名额' },
] as const
const categories = [
  { value: 'all' as const, label: '全部类别' },
  ...Category.options.map((value) => ({ value, label: categoryLabels[value] })),
]

export function Filters(props: Props) {
  const { scope, setScope, when, setWhen, places: chosen, setPlaces, category, setCategory } = props
  const wide = useWide()
  const [open, setOpen] = useState(false)
  const chips = (
    <Chips
      label="按类别看"
      options={categories}
      value={category}
      onChange={(value) => {
        setCategory(value)
        setOpen(false)
      }}
    />
  )
  return (
    <Box className={styles.filters}>
      <Box className={styles.pair}>
        <Chips label="看哪里的" options={scopes} value={scope} onChange={setScope} />
        <Chips label="看什么时候的" options={times} value={when} onChange={setWhen} />
        {when !== 'past' && (
          <Chips label="看有没有名额" options={places} value={chosen} onChange={setPlaces} />
        )}
      </Box>
      {/* Thirteen chips would push the list off a phone's screen: there they stand in a sheet. */}
      {wide ? (
        chips
      ) : (
        <>
          <Button kind="secondary" block onClick={() => setOpen(true)}>
            {category === 'all' ? '按类别看' : `类别：${categoryLabels[category]}`}
          </Button>
          <Sheet open={open} title="按类别看" onClose={() => setOpen(false)}>
            {chips}
          </Sheet>
        </>
      )}
    </Box>
  )
}
