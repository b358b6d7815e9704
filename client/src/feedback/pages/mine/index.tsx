import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { rowsOf } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { More } from '../../parts/more.tsx'
import { OpinionCard } from '../../parts/opinion-card.tsx'
import styles from '../../parts/parts.module.scss'
import { useMine } from '../../requests.ts'

/** What I said of the portal, and what was answered. */
export default function MyOpinions() {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  return (
    <Page title="我的意见" demo={me?.demo ?? false} {...desk}>
      {me ? (
        <Mine />
      ) : (
        <StateView
          kind="empty"
          title="登录后看您的意见和答复"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}

function Mine() {
  const query = useMine()
  const now = useNow()
  return (
    <Loaded
      query={query}
      empty={(data) =>
        rowsOf(data).length > 0
          ? null
          : {
              title: '您还没有提过意见',
              text: '哪里写错了、不好用，都可以告诉我们。',
              action: { label: '提意见', onClick: () => go('feedback') },
            }
      }
    >
      {(data) => (
        <Box className={styles.stack}>
          {rowsOf(data).map((opinion) => (
            <OpinionCard key={opinion.id} opinion={opinion} now={now} />
          ))}
          <More query={query} />
        </Box>
      )}
    </Loaded>
  )
}
