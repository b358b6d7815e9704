import type { ScopeRow } from '@tmt/shared/workbench/contract.ts'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Loaded } from '../../ui/Loaded'
import { Row } from '../../ui/Row'
import { useDueCounts } from '../requests.ts'
import { Counts, sayCounts } from './counts.tsx'
import styles from './board.module.scss'

/** A town or the city sees what is late in each community, and opens one. */
export function Scope({ code }: { code: string }) {
  const query = useDueCounts(code)
  // Its own stands above, as a list.
  const below = (items: readonly ScopeRow[]) => items.filter(({ division }) => division.code !== code)
  return (
    <Loaded
      query={query}
      empty={({ items }) =>
        below(items).length > 0
          ? null
          : { title: '下面的单位眼下没有等着办的事', text: '各村（社区）有逾期或快到期的事时，会列在这里。' }
      }
      refused={() => ({ label: '回我的', onClick: () => go('mine') })}
    >
      {({ counts, items }) => (
        <Box className={styles.list}>
          <Counts counts={counts} />
          <Box className={styles.rows}>
            {below(items).map(({ division, counts: own }) => (
              <Row
                key={division.code}
                icon="building"
                title={division.name}
                note={sayCounts(own)}
                onClick={() => go('workbench', { place: division.code })}
              />
            ))}
          </Box>
        </Box>
      )}
    </Loaded>
  )
}
