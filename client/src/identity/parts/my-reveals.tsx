import { rowsOf } from '../../platform/queries.ts'
import { Box } from '../../ui/Box'
import { Loaded } from '../../ui/Loaded'
import { useMyReveals } from '../requests.ts'
import { More } from './more.tsx'
import { RevealCard } from './reveal-card.tsx'
import styles from './identity.module.scss'

/** What I looked at myself, with the reviewer's word: a question there is to be answered. */
export function MyReveals({ now }: { now: number }) {
  const query = useMyReveals()
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        我查看过的
      </Box>
      <Loaded
        query={query}
        skeleton={{ rows: 1 }}
        empty={(data) =>
          rowsOf(data).length > 0
            ? null
            : { title: '您还没有查看过谁的完整信息', text: '查看后会列在这里，第二天有复核意见。' }
        }
      >
        {(data) => (
          <>
            {rowsOf(data).some(({ outcome }) => outcome === 'questioned') && (
              <Box as="p" className={styles.words} role="status">
                有一条有疑问，请按复核意见说明情况。
              </Box>
            )}
            {rowsOf(data).map((reveal) => (
              <RevealCard key={reveal.id} reveal={reveal} now={now} />
            ))}
            <More query={query} />
          </>
        )}
      </Loaded>
    </Box>
  )
}
