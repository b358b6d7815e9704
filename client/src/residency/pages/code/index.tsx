import { useRouter } from '@tarojs/taro'
import type { DoorCode } from '@tmt/shared/residency/staff-contract.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { Refused } from '../../../platform/errors.ts'
import { go } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { Qr } from '../../../ui/Qr'
import { StaffOnly } from '../../../ui/StaffOnly'
import { Trouble } from '../../../ui/Trouble'
import { ClaimView } from '../../parts/claim-view.tsx'
import { canVerify, communitiesOf } from '../../parts/rights.ts'
import { useClaimed, useOpenDoorCode, useShown } from '../../claim-requests.ts'
import stack from '../../parts/stack.module.scss'
import styles from './index.module.scss'

/** A worker's code at the door or the counter; what is shown to it is looked at and decided on the same page. */
export default function WorkerCode() {
  const me = useSession((s) => s.me)
  const now = useNow(1000)
  const own = communitiesOf(me, now).filter((code) => canVerify(me, code, now))
  const place = useSession((s) => s.place)
  const { community = own.find((code) => code === place) ?? own[0] } = useRouter<{ community?: string }>()
    .params
  const desk = useDesk(community)
  if (!me || community === undefined || !canVerify(me, community, now)) {
    return (
      <StaffOnly
        title="我的核验码"
        refusal={{
          title: '这里给社区工作者和网格员用',
          text: '要当场核验自己的住处，请从“我的住处”里打开。',
        }}
      />
    )
  }
  return (
    <Page title="我的核验码" demo={me.demo} {...desk}>
      <Code community={community} now={now} />
    </Page>
  )
}

function Code({ community, now }: { community: string; now: number }) {
  const open = useOpenDoorCode()
  const [said, setSaid] = useState('')
  const code = open.data
  const shown = useShown(code?.id, code?.expiresAt ?? 0, now)
  const renew = () => {
    setSaid('')
    open.mutate({ communityId: community })
  }
  const undeclared = open.error instanceof Refused && open.error.code === 'declareFirst'
  const id = shown.data?.residencyId ?? null
  return (
    <Box className={stack.stack}>
      <Box className={stack.done} role="status">
        {said}
      </Box>
      {id !== null ? (
        <Shown id={id} now={now} onDone={setSaid} />
      ) : code && now < code.expiresAt ? (
        <Open code={code} now={now} />
      ) : (
        <Box as="p" className={styles.note}>
          {code
            ? '刚才的码过了两分钟，已经作废。'
            : '请居民在“我的住处”里填好门牌，点“当场核验”，再扫您的码或填 8 个数字。码两分钟有效，只用一次。'}
        </Box>
      )}
      <Trouble error={undeclared ? null : open.error} />
      {undeclared && (
        <Card>
          <Box as="p" className={styles.note}>
            请先申报近亲属（没有也要声明没有），再来核验。
          </Box>
          <Button kind="secondary" onClick={() => go('relatives')}>
            去申报近亲属
          </Button>
        </Card>
      )}
      {(id === null || said !== '') && (
        <Button
          kind={code && now < code.expiresAt && id === null ? 'secondary' : 'primary'}
          block
          busy={open.isPending}
          onClick={renew}
        >
          {code ? '换一个新码' : '亮出核验码'}
        </Button>
      )}
    </Box>
  )
}

function Open({ code, now }: { code: DoorCode; now: number }) {
  const { token, digits, expiresAt } = code
  const left = Math.max(0, Math.floor((expiresAt - now) / 1000))
  return (
    <Box className={styles.code}>
      <Qr text={token} label={`核验码，数字是 ${digits.split('').join(' ')}`} />
      <Box className={styles.digits}>{`${digits.slice(0, 4)} ${digits.slice(4)}`}</Box>
      <Box as="p" className={styles.note}>
        {`还有 ${left} 秒；有人扫了，这里会显示他的登记。`}
      </Box>
    </Box>
  )
}

function Shown({ id, now, onDone }: { id: string; now: number; onDone: (said: string) => void }) {
  const query = useClaimed(id)
  return (
    <Loaded query={query} skeleton={{ kind: 'detail' }}>
      {(claim) => <ClaimView claim={claim} now={now} may onDone={onDone} />}
    </Loaded>
  )
}
