import type { Division } from '@tmt/shared/divisions/contract.ts'
import { levelOf } from '@tmt/shared/divisions/rules.ts'
import { Box } from '../../ui/Box'
import { Loaded } from '../../ui/Loaded'
import { Row } from '../../ui/Row'
import { useChildren, useDivision } from '../requests.ts'
import { Units } from './units.tsx'
import styles from './units.module.scss'

type Props = {
  /** The unit whose children are shown. */
  at: string
  within: string
  onGo: (code: string) => void
  onPick: (unit: Division) => void
}
const below = { city: '选区或市', district: '选镇或街道', town: '选村或社区', community: '' }

/** From the city downward: the way up to it, then what lies in it. */
export function Browse({ at, within, onGo, onPick }: Props) {
  const unit = useDivision(at)
  const children = useChildren(at)
  const path = unit.data ? [...unit.data.path, unit.data.division] : []
  const start = path.findIndex(({ code }) => code === within)
  const up = at === within ? undefined : path.at(-2)
  const name = path
    .slice(Math.max(0, start))
    .map((step) => step.name)
    .join(' › ')
  return (
    <Box className={styles.stack}>
      <Box as="h2" className={styles.heading}>
        {name === '' ? below[levelOf(at)] : `${name}：${below[levelOf(at)]}`}
      </Box>
      {up && <Row icon="back" title={`回到${up.name}`} onClick={() => onGo(up.code)} />}
      <Loaded
        query={children}
        skeleton={{ rows: 6 }}
        empty={({ items }) => (items.length > 0 ? null : { title: '下面没有可选的村或社区' })}
      >
        {({ items }) => <Units units={items.map((division) => ({ division }))} onPick={onPick} />}
      </Loaded>
    </Box>
  )
}
