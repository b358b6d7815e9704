import { useNow } from '../../platform/clock.ts'
import { rowsOf } from '../../platform/queries.ts'
import { Box } from '../../ui/Box'
import { Loaded } from '../../ui/Loaded'
import { More } from '../../ui/More'
import { useDue } from '../requests.ts'
import { DueList } from './due-list.tsx'
import { openDue } from './kinds.ts'
import styles from './board.module.scss'

/** What a town, a district or the city has to do itself, above what waits in its communities; nothing when nothing waits. */
export function Own({ code }: { code: string }) {
  const query = useDue(code)
  const now = useNow()
  if (query.data && rowsOf(query.data).length === 0) return null
  return (
    <Box as="section" className={styles.group} label="本单位自己的待办">
      <Box as="p" className={styles.note}>
        本单位自己的待办
      </Box>
      <Loaded query={query} skeleton={{ rows: 1 }}>
        {(data) => (
          <>
            <DueList
              id="own-due"
              items={rowsOf(data)}
              counts={data.pages[0]!.counts}
              now={now}
              onPick={openDue}
            />
            <More query={query} />
          </>
        )}
      </Loaded>
    </Box>
  )
}
