import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { rowsOf } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session.ts'
import { useWide } from '../../../platform/wide'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Chips } from '../../../ui/Chips'
import { Loaded } from '../../../ui/Loaded'
import { More } from '../../../ui/More'
import { Page } from '../../../ui/Page'
import { StaffOnly } from '../../../ui/StaffOnly'
import { ClaimView } from '../../parts/claim-view.tsx'
import { QueueRows } from '../../parts/queue-rows'
import { canVerify, communitiesOf } from '../../parts/rights.ts'
import { useShortcuts } from '../../parts/shortcuts'
import { useClaims } from '../../claim-requests.ts'
import styles from '../../parts/stack.module.scss'

/** What waits to be verified in one community or grid; on a wide window with the one that is looked at beside it. */
export default function HomeQueue() {
  const me = useSession((s) => s.me)
  const place = useSession((s) => s.place)
  const now = useNow()
  const own = communitiesOf(me, now)
  const { community = own.find((code) => code === place) ?? own[0] } = useRouter<{ community?: string }>()
    .params
  if (!me || community === undefined) {
    return (
      <StaffOnly
        title="核验住处"
        refusal={{ title: '这里给社区工作者和网格员用', text: '登记自己的住处，请到“我的住处”。' }}
      />
    )
  }
  return <Queue community={community} now={now} may={canVerify(me, community, now)} />
}

const statuses = [
  { value: 'pending', label: '待核验' },
  { value: 'needMore', label: '等本人补充' },
  { value: 'verified', label: '已核验' },
  { value: 'rejected', label: '没有通过' },
] as const
type Status = (typeof statuses)[number]['value']
const nothing: Record<Status, string> = {
  pending: '没有待核验的，都办好了',
  needMore: '没有在等补充的',
  verified: '还没有核验过的住处',
  rejected: '没有不予通过的',
}

function Queue({ community, now, may }: { community: string; now: number; may: boolean }) {
  const wide = useWide()
  const desk = useDesk(community)
  const [status, setStatus] = useState<Status>('pending')
  const [at, setAt] = useState(0)
  const [said, setSaid] = useState('')
  const query = useClaims(community, status)
  const rows = query.data ? rowsOf(query.data) : []
  // What was decided leaves the list, and the next one takes its place.
  const shown = Math.min(at, rows.length - 1)
  const claim = rows[shown]
  const move = (by: number) => setAt(Math.max(0, Math.min(shown + by, rows.length - 1)))
  useShortcuts({ j: () => move(1), k: () => move(-1) }, wide)
  const pick = (row: number) => (wide ? setAt(row) : go('claimedHome', { id: rows[row]!.id }))
  return (
    <Page
      title="核验住处"
      {...desk}
      wide={wide ? 'split' : 'single'}
      demo={rows.some(({ demo }) => demo)}
      footer={
        !wide && may ? (
          <Button onClick={() => go('workerCode', { community })}>亮出我的核验码</Button>
        ) : undefined
      }
    >
      <Box className={styles.stack}>
        {wide && may && (
          <Button kind="secondary" block onClick={() => go('workerCode', { community })}>
            亮出我的核验码
          </Button>
        )}
        <Chips
          label="看哪些"
          options={statuses}
          value={status}
          onChange={(next) => {
            setStatus(next)
            setAt(0)
            setSaid('')
          }}
        />
        <Loaded
          query={query}
          skeleton={{ rows: 6 }}
          empty={(data) =>
            rowsOf(data).length > 0
              ? null
              : {
                  title: nothing[status],
                  text: status === 'pending' ? '有人登记，会列在这里。' : '换一类看看。',
                }
          }
          refused={() => ({ label: '回我的', onClick: () => go('mine') })}
        >
          {(data) => (
            <>
              <QueueRows claims={rowsOf(data)} now={now} onPick={pick} chosen={wide ? shown : undefined} />
              <More query={query} />
              <Button kind="text" busy={query.isFetching} onClick={() => void query.refetch()}>
                看有没有新的
              </Button>
              {may && (
                <Button kind="text" onClick={() => go('unitTotals', { community })}>
                  小区的房产数
                </Button>
              )}
            </>
          )}
        </Loaded>
      </Box>
      {wide && (
        <Box as="section" label="这一条" className={styles.beside}>
          <Box className={styles.done} role="status">
            {said}
          </Box>
          {claim && <ClaimView key={claim.id} claim={claim} now={now} may={may} onDone={setSaid} />}
        </Box>
      )}
    </Page>
  )
}
