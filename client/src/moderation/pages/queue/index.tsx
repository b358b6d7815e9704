import { useRouter } from '@tarojs/taro'
import { isWithin } from '@tmt/shared/divisions/rules.ts'
import type { Role } from '@tmt/shared/people/contract.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { rowsOf } from '../../../platform/queries.ts'
import { staffGrants, useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { ChoiceField } from '../../../ui/ChoiceField'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import styles from '../../parts/item.module.scss'
import { More } from '../../parts/more.tsx'
import { QueueItem } from '../../parts/queue-item.tsx'
import { type List, useQueue } from '../../requests.ts'

/** The same that the server lets decide (server/src/people/policy.ts). */
const deciding: readonly Role[] = ['worker', 'committee', 'town']

/** What a person has to look at in one community, and what is hidden there; for its staff. */
export default function ModerationQueue() {
  const me = useSession((s) => s.me)
  const now = useNow()
  const params = useRouter<{ community?: string }>().params
  const own = staffGrants(me, now).find(({ division }) => division.level === 'community')?.division.code
  const community = params.community ?? own
  if (me && community !== undefined) return <Community code={community} />
  return <NotForThem signedIn={me !== null} />
}

function NotForThem({ signedIn }: { signedIn: boolean }) {
  return (
    <Page title="内容审核" {...useDesk()}>
      {signedIn ? (
        <StateView
          kind="refused"
          title="这里给社区工作人员用"
          text="您的账号没有这个身份。您自己发布的内容，在“我发布的内容”里看。"
          action={{ label: '看我发布的内容', onClick: () => go('myModeration') }}
        />
      ) : (
        <StateView
          kind="refused"
          title="请先登录"
          text="用工作人员的手机号登录后再来。"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}

const lists = [
  { value: 'waiting', label: '等人看' },
  { value: 'hidden', label: '已隐藏' },
] as const
const nothing: Record<List, { title: string; text: string }> = {
  waiting: { title: '没有等您看的内容', text: '机器拿不准的、被举报的、提出申诉的，会列在这里。' },
  hidden: { title: '没有隐藏的内容', text: '隐藏过的内容和原因会列在这里。' },
}

function Community({ code }: { code: string }) {
  const me = useSession((s) => s.me)
  const now = useNow()
  const [list, setList] = useState<List>('waiting')
  const [said, setSaid] = useState('')
  const query = useQueue(code, list)
  const may = staffGrants(me, now).some(
    ({ role, division }) => deciding.includes(role) && isWithin(code, division.code),
  )
  return (
    <Page title="内容审核" demo={me?.demo ?? false} {...useDesk(code)}>
      <ChoiceField label="看哪些" options={lists} value={list} onChange={setList} />
      <Box className={styles.done} role="status">
        {said}
      </Box>
      <Loaded
        query={query}
        empty={(data) => (rowsOf(data).length > 0 ? null : nothing[list])}
        refused={() => ({ label: '回我的', onClick: () => go('mine') })}
      >
        {(data) => (
          <>
            <Box as="ul" className={styles.list}>
              {rowsOf(data).map((item) => (
                <QueueItem key={item.id} item={item} now={now} may={may} onDone={setSaid} />
              ))}
            </Box>
            <More query={query} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
