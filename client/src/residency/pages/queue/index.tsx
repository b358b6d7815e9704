import { useRouter } from '@tarojs/taro'
import type { Claim } from '@tmt/shared/residency/staff-contract.ts'
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
import { Trouble } from '../../../ui/Trouble'
import { Claimed } from '../../parts/claimed.tsx'
import { ClaimRows } from '../../parts/claim-rows.tsx'
import { rightsOver, workedFor } from '../../parts/rights.ts'
import { sayDecided } from '../../parts/wording.ts'
import { type Listed, useClaims, useDecide } from '../../requests.ts'
import styles from '../../parts/stack.module.scss'

const listed: readonly { value: Listed; label: string }[] = [
  { value: 'pending', label: '待核验' },
  { value: 'needMore', label: '等本人补充' },
  { value: 'verified', label: '已核验' },
  { value: 'rejected', label: '没有通过' },
]
const nothing: Record<Listed, string> = {
  pending: '没有在等核验的。有人交上来，就会列在这里。',
  needMore: '没有在等本人补充的。',
  verified: '还没有核验过的。',
  rejected: '没有。',
}

/** The homes that wait to be verified, first due first; on a wide window worked through without a mouse. */
export default function Queue() {
  const me = useSession((s) => s.me)
  const place = useSession((s) => s.place)
  const now = useNow()
  const { community } = useRouter<{ community?: string }>().params
  const code = workedFor(me, now, place, community)
  if (code === undefined || !rightsOver(me, code, now).see) {
    return (
      <StaffOnly
        title="住处核验"
        refusal={{
          title: '这里给本村（社区）的工作人员用',
          text: '住处登记只给核验的人看。要核验您自己的住处，请从“我的住处”里登记。',
        }}
      />
    )
  }
  return <Community key={code} code={code} now={now} />
}

function Community({ code, now }: { code: string; now: number }) {
  const wide = useWide()
  const me = useSession((s) => s.me)
  const desk = useDesk(code)
  const [status, setStatus] = useState<Listed>('pending')
  const [chosen, setChosen] = useState<string>()
  const [said, setSaid] = useState('')
  const query = useClaims(code, status)
  const rows = query.data ? rowsOf(query.data) : []
  const found = rows.findIndex(({ id }) => id === chosen)
  const at = Math.max(0, found)
  const shown = rows[at]
  const decide = useDecide((done) => {
    setSaid(sayDecided(done))
    // The next one stands where this one stood.
    setChosen((rows[at + 1] ?? rows[at - 1])?.id)
  })
  const pick = (claim: Claim | undefined) => {
    if (!claim) return
    if (!wide) return go('claimed', { id: claim.id })
    decide.reset()
    setSaid('')
    setChosen(claim.id)
  }
  const turn = (to: Listed) => {
    setStatus(to)
    setChosen(undefined)
    setSaid('')
  }
  return (
    <Page
      title={shown ? `${shown.communityName}的住处核验` : '住处核验'}
      {...desk}
      wide={wide ? 'split' : 'single'}
      demo={rows.some(({ demo }) => demo)}
    >
      <Box className={styles.stack}>
        {rightsOver(me, code, now).verify && (
          <Button kind="secondary" block onClick={() => go('doorCode', { community: code })}>
            当面核验：亮出我的核验码
          </Button>
        )}
        <Chips label="看哪些" options={listed} value={status} onChange={turn} />
        <Box as="p" className={styles.note}>
          {wide
            ? '按键：J 下一条，K 上一条；Q W E 选结果，数字选凭证或原因，回车办好。查看会留下记录。'
            : '门牌和手机号只用来核验；查看会留下记录。'}
        </Box>
        <Loaded
          query={query}
          empty={(data) => (rowsOf(data).length > 0 ? null : { title: '都办好了', text: nothing[status] })}
        >
          {(data) => (
            <>
              <ClaimRows rows={rowsOf(data)} now={now} chosen={wide ? shown?.id : undefined} onPick={pick} />
              <More query={query} />
            </>
          )}
        </Loaded>
        <Button kind="text" busy={query.isRefetching} onClick={() => void query.refetch()}>
          刷新
        </Button>
      </Box>
      {wide && (
        <Box as="section" label="登记的内容" className={styles.beside}>
          <Box className={styles.done} role="status">
            {said}
          </Box>
          <Trouble error={decide.error} />
          {shown && (
            <Claimed
              key={shown.id}
              claim={shown}
              now={now}
              decide={decide}
              more={{ j: () => pick(rows[at + 1]), k: () => pick(rows[at - 1]) }}
            />
          )}
        </Box>
      )}
    </Page>
  )
}
