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
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StaffOnly } from '../../../ui/StaffOnly'
import { Trouble } from '../../../ui/Trouble'
import { Claimed } from '../../parts/claimed.tsx'
import { Qr } from '../../parts/qr.tsx'
import { rightsOver, workedFor } from '../../parts/rights.ts'
import { sayDecided } from '../../parts/wording.ts'
import { useClaimed, useDecide, useOpenDoorCode, useShown } from '../../requests.ts'
import styles from '../../parts/stack.module.scss'

const SECOND = 1_000

/** At the door or the counter: a code that the resident scans or types, and then their claim to be looked at. */
export default function OwnCode() {
  const me = useSession((s) => s.me)
  const place = useSession((s) => s.place)
  const now = useNow()
  const { community } = useRouter<{ community?: string }>().params
  const code = workedFor(me, now, place, community)
  if (code === undefined || !rightsOver(me, code, now).verify) {
    return (
      <StaffOnly
        title="我的核验码"
        refusal={{
          title: '这里给社区工作者和网格员用',
          text: '您要核验住处的话，请从“我的住处”里扫他们的码。',
        }}
      />
    )
  }
  return <Code community={code} />
}

function Code({ community }: { community: string }) {
  const now = useNow(SECOND)
  const desk = useDesk(community)
  const open = useOpenDoorCode()
  const code = open.data
  const { data: seen } = useShown(code?.id, code?.expiresAt ?? 0, now)
  const shown = seen?.residencyId ?? null
  const renew = () => open.mutate({ communityId: community })
  const undeclared = open.error instanceof Refused && open.error.code === 'declareFirst'
  return (
    <Page title="我的核验码" {...desk}>
      <Trouble error={open.error} />
      {undeclared && <Button onClick={() => go('relatives')}>去申报近亲属</Button>}
      {shown !== null ? (
        <Shown id={shown} now={now} onNext={renew} />
      ) : code && now < code.expiresAt ? (
        <Live code={code} now={now} />
      ) : (
        !undeclared && (
          <>
            <Box as="p" className={styles.next}>
              {code
                ? '这个码过了两分钟，已经作废。本人还没有扫的，请换一个新的。'
                : '本人在面前时用：亮出您的码，请他打开“我的住处”，扫码或填 8 个数字；他的登记就显示在这里，您当场核验。'}
            </Box>
            <Button busy={open.isPending} onClick={renew}>
              {code ? '换一个新的' : '亮出我的核验码'}
            </Button>
          </>
        )
      )}
    </Page>
  )
}

function Live({ code, now }: { code: DoorCode; now: number }) {
  const left = Math.max(0, Math.ceil((code.expiresAt - now) / SECOND))
  const digits = `${code.digits.slice(0, 4)} ${code.digits.slice(4)}`
  return (
    <Box className={styles.stack}>
      <Qr text={code.token} label="核验码的二维码" />
      <Box
        as="p"
        className={styles.digits}
        label={`八位核验码：${code.digits.split('').join(' ')}`}
        role="img"
      >
        {digits}
      </Box>
      <Box as="p" className={styles.next}>
        {`请对方在“我的住处”里点“当场核验”，扫码或填这 8 个数字。还有 ${left} 秒，只能用一次。`}
      </Box>
    </Box>
  )
}

function Shown({ id, now, onNext }: { id: string; now: number; onNext: () => void }) {
  const query = useClaimed(id)
  const [said, setSaid] = useState('')
  const decide = useDecide((done) => setSaid(sayDecided(done)))
  return (
    <>
      <Box className={styles.done} role="status">
        {said}
      </Box>
      <Trouble error={decide.error} />
      <Loaded query={query} skeleton={{ kind: 'detail' }}>
        {(claim) => <Claimed claim={claim} now={now} decide={decide} />}
      </Loaded>
      {said !== '' && <Button onClick={onNext}>下一位：换一个新的码</Button>}
    </>
  )
}
