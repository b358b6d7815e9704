import { sayAudience } from '@tmt/shared/notices/audience-rules.ts'
import { kindLabels } from '@tmt/shared/notices/labels.ts'
import { cardLines, concernedFirst, pressingFor, sayWhen } from '@tmt/shared/notices/rules.ts'
import { isForMe, useHomesAt } from '../../notices/parts/audience.ts'
import { useCurrentNotices } from '../../notices/requests.ts'
import { useNow } from '../../platform/clock.ts'
import { useCommunity } from '../../platform/community.ts'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Loaded } from '../../ui/Loaded'
import { Row } from '../../ui/Row'
import styles from './index.module.scss'

const SHOWN = 3

/** What most people come for: water off, payments, health checks. Nothing before a community is chosen. */
export function LatestNotices() {
  const community = useCommunity()
  const query = useCurrentNotices(community?.code)
  const now = useNow()
  const homes = useHomesAt(community?.code, query.data?.items ?? [])
  if (!community) return null
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        通知
      </Box>
      <Loaded
        query={query}
        skeleton={{ rows: 2 }}
        empty={({ items }) =>
          items.length > 0
            ? null
            : { title: '现在没有通知', text: '有停水停电、缴费、体检等事，会列在这里。' }
        }
      >
        {({ items }) => {
          // The one that the band shows stands on the page already.
          const [banded] = pressingFor(items, homes, now)
          return (
            <Box className={styles.framed}>
              {concernedFirst(items, homes, now)
                .filter((notice) => notice !== banded)
                .slice(0, SHOWN)
                .map((notice) => {
                  const [title] = cardLines(notice, now)
                  const when = sayWhen(notice, now) ?? notice.divisionName
                  const mark = isForMe(notice, homes) ? '与您有关' : null
                  const note = [mark, kindLabels[notice.kind], when, sayAudience(notice, true)]
                  return (
                    <Row
                      key={notice.id}
                      icon="bell"
                      title={title}
                      note={note.filter(Boolean).join(' · ')}
                      onClick={() => go('notice', { id: notice.id })}
                    />
                  )
                })}
              <Row title="看全部通知" onClick={() => go('notices')} />
            </Box>
          )
        }}
      </Loaded>
    </Box>
  )
}
