import type { Message } from '@tmt/shared/messages/inbox-contract.ts'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { sayError } from '../../../platform/errors.ts'
import { go } from '../../../platform/pages.ts'
import { rowsOf } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { Row } from '../../../ui/Row'
import { StateView } from '../../../ui/StateView'
import { openLead } from '../../parts/leads.ts'
import { MessageItem } from '../../parts/message-item.tsx'
import styles from '../../parts/parts.module.scss'
import { sayUnread } from '../../parts/wording.ts'
import { useUnread } from '../../requests.ts'
import { useMessages, useReadAll, useReadMessage } from '../../inbox-requests.ts'

/** Everything that this person was told: the record, whichever other ways it came by. */
export default function Inbox() {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  return (
    <Page title="我的消息" demo={me?.demo ?? false} {...desk}>
      {me ? (
        <Mine />
      ) : (
        <StateView
          kind="empty"
          title="登录后看您的消息"
          text="活动有变更、住处有核验结果、有紧急通知，都会在这里告诉您。"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}

function Mine() {
  const query = useMessages()
  const now = useNow()
  const read = useReadMessage()
  const open = ({ id, readAt, about }: Message) => {
    if (readAt === null) read.mutate({ id })
    if (about) openLead(about)
  }
  return (
    <>
      <Loaded
        query={query}
        empty={(data) =>
          rowsOf(data).length > 0
            ? null
            : {
                title: '还没有消息',
                text: '您报名的活动有变更、登记的住处有核验结果、社区有紧急通知时，会在这里告诉您。',
                action: { label: '看有什么活动', onClick: () => go('activities') },
              }
        }
        refused={() => ({ label: '重新登录', onClick: () => go('signIn') })}
      >
        {(data) => (
          <>
            <ReadAll upTo={rowsOf(data)[0]!.at} />
            <Box as="ul" className={styles.list}>
              {rowsOf(data).map((message) => (
                <MessageItem key={message.id} message={message} now={now} onClick={() => open(message)} />
              ))}
            </Box>
            {query.hasNextPage && (
              <Button
                kind="secondary"
                block
                busy={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                看更早的消息
              </Button>
            )}
          </>
        )}
      </Loaded>
      <Box className={styles.rows}>
        <Row
          icon="bell"
          title="怎样提醒我"
          note="微信通知、短信、免打扰"
          onClick={() => go('messagePreferences')}
        />
      </Box>
    </>
  )
}

/** `upTo` is the newest on the screen: what comes meanwhile stays unread. */
function ReadAll({ upTo }: { upTo: number }) {
  const { unread } = useUnread()
  const readAll = useReadAll()
  return (
    <>
      <Box className={styles.bar}>
        <Box as="span" className={styles.note} role="status">
          {unread > 0 ? `${sayUnread(unread)}未读` : '都读过了'}
        </Box>
        {unread > 0 && (
          <Button kind="text" busy={readAll.isPending} onClick={() => readAll.mutate({ upTo })}>
            全部标为已读
          </Button>
        )}
      </Box>
      {readAll.error && <StateView kind="failed" title={sayError(readAll.error)} phone={false} />}
    </>
  )
}
