import { sayLeft } from '@tmt/shared/time.ts'
import { useOpen } from '../../home/requests.ts'
import { useNow } from '../../platform/clock.ts'
import { useCommunity } from '../../platform/community.ts'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Loaded } from '../../ui/Loaded'
import { Row } from '../../ui/Row'
import { StateView } from '../../ui/StateView'
import { iconOf, openDue } from '../../workbench/parts/kinds.ts'
import styles from './index.module.scss'

const SHOWN = 5

/** What a person may still take part in, soonest first. */
export function Upcoming() {
  const community = useCommunity()
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        等您参与
      </Box>
      {community ? (
        <Open code={community.code} />
      ) : (
        <StateView
          kind="empty"
          title="先选您的村或社区"
          text="选好后，这里列出您可以参加的活动；不登录也可以看。"
          action={{ label: '选村或社区', onClick: () => go('pickCommunity') }}
        />
      )}
    </Box>
  )
}

function Open({ code }: { code: string }) {
  const query = useOpen(code)
  const now = useNow()
  // What was kept offline may have closed meanwhile.
  const isOpen = ({ until }: { until: number | null }) => until === null || until > now
  return (
    <>
      <Loaded
        query={query}
        skeleton={{ rows: 2 }}
        empty={({ items }) =>
          items.some(isOpen)
            ? null
            : { title: '眼下没有可以报名的活动', text: '有新活动时会列在这里；也可以看看全镇的。' }
        }
      >
        {({ items }) => (
          <Box className={styles.framed}>
            {items
              .filter(isOpen)
              .slice(0, SHOWN)
              .map((due) => (
                <Row
                  key={`${due.kind}${due.id}`}
                  icon={iconOf(due)}
                  title={due.title}
                  note={due.note}
                  value={(due.until !== null && sayLeft(due.until, now)) || undefined}
                  onClick={() => openDue(due)}
                />
              ))}
          </Box>
        )}
      </Loaded>
      <Button kind="text" onClick={() => go('activities')}>
        看全部活动
      </Button>
    </>
  )
}
