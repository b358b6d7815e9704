import type { HelpedAct } from '@tmt/shared/helping/contract.ts'
import { kinshipLabels } from '@tmt/shared/helping/labels.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { Box } from '../../ui/Box'
import { Tag } from '../../ui/Tag'
import styles from './helping.module.scss'

type Props = { act: HelpedAct; now: number; as: 'h2' | 'h3'; whose: '您' | '本人'; tooLate: string }

/** What was done in somebody's place, by whom and when, and what became of it. */
export function ActWords({ act, now, as, whose, tooLate }: Props) {
  const { did, title, helper, kinship, at, undoable, undoneAt } = act
  return (
    <>
      <Box as={as} className={styles.heading}>
        {`${did}：${title}`}
      </Box>
      <Box as="p" className={styles.note}>
        {`${helper}（${kinshipLabels[kinship]}）${sayTime(at, now)} 替${whose}办的`}
      </Box>
      {undoneAt !== null && (
        <Tag tone="neutral" icon="ban">
          {`${sayTime(undoneAt, now)} 已撤销`}
        </Tag>
      )}
      {undoneAt === null && !undoable && (
        <Box as="p" className={styles.note}>
          {tooLate}
        </Box>
      )}
    </>
  )
}
