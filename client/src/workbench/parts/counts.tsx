import { type DueCounts, dueGroups } from '@tmt/shared/due.ts'
import { Box } from '../../ui/Box'
import { Tag } from '../../ui/Tag'
import { groupLabels, groupTones } from './groups.ts'
import styles from './board.module.scss'

/** `逾期 1`, `今天到期 3`, `待办 5`: a word and an icon each; a group with nothing in it is grey. */
export function Counts({ counts }: { counts: DueCounts }) {
  return (
    <Box className={styles.counts}>
      {dueGroups.map((group) => (
        <Tag key={group} tone={counts[group] > 0 ? groupTones[group] : 'neutral'}>
          {`${groupLabels[group]} ${counts[group]}`}
        </Tag>
      ))}
    </Box>
  )
}
/** The same as one line of words, the empty groups left out. */
export function sayCounts(counts: DueCounts) {
  const some = dueGroups.filter((group) => counts[group] > 0)
  return some.map((group) => `${groupLabels[group]} ${counts[group]}`).join(' · ')
}
