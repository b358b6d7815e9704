import { type Due, type DueCounts, dueGroups, groupOf, sayClock } from '@tmt/shared/due.ts'
import { Box } from '../../ui/Box'
import { Row } from '../../ui/Row'
import { groupLabels } from './groups.ts'
import { iconOf } from './kinds.ts'
import styles from './board.module.scss'

type Props = {
  id: string
  items: readonly Due[]
  counts: DueCounts
  now: number
  onPick: (due: Due) => void
  chosen?: string | undefined
}

/** What waits, the most pressing first, under a heading for each group; all clocks go by one `now`. */
export function DueList({ id, items, counts, now, onPick, chosen }: Props) {
  return (
    <Box id={id} className={styles.list}>
      {dueGroups.map((group) => {
        const own = items.filter(({ until }) => groupOf(until, now) === group)
        if (own.length === 0) return null
        return (
          <Box as="section" key={group} className={styles.group}>
            <Box as="h2" className={styles.heading}>
              {`${groupLabels[group]} ${Math.max(counts[group], own.length)}`}
            </Box>
            <Box className={styles.rows}>
              {own.map((due) => (
                <Row
                  key={`${due.kind}${due.id}`}
                  icon={iconOf(due)}
                  title={due.title}
                  note={due.note}
                  value={sayClock(due.until, now) ?? undefined}
                  onClick={() => onPick(due)}
                  chosen={due.id === chosen}
                />
              ))}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}
