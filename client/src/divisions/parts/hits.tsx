import type { Division } from '@tmt/shared/divisions/contract.ts'
import { isWithin } from '@tmt/shared/divisions/rules.ts'
import { Loaded } from '../../ui/Loaded'
import { useDivisionSearch } from '../requests.ts'
import { Units } from './units.tsx'

type Props = { q: string; within: string; onPick: (unit: Division) => void }

export function Hits({ q, within, onPick }: Props) {
  const query = useDivisionSearch(q)
  return (
    <Loaded
      query={query}
      empty={({ items }) =>
        items.some(({ division }) => isWithin(division.code, within))
          ? null
          : { title: `没有找到“${q}”`, text: '请换个写法，或清空后从区、镇一级级往下选。' }
      }
    >
      {({ items }) => (
        <Units units={items.filter(({ division }) => isWithin(division.code, within))} onPick={onPick} />
      )}
    </Loaded>
  )
}
