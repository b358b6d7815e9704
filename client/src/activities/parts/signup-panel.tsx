import { type ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { isListed } from '@tmt/shared/activities/queue.ts'
import { signUp } from '@tmt/shared/activities/signup-contract.ts'
import { phaseOf } from '@tmt/shared/activities/phase.ts'
import { isEligible, obstacleToSignUp } from '@tmt/shared/activities/rules.ts'
import type { Me } from '@tmt/shared/people/contract.ts'
import { useState } from 'react'
import { useHelping } from '../../platform/helping.ts'
import { go } from '../../platform/pages.ts'
import { residentOf, useSession } from '../../platform/session.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { NameSheet } from '../../ui/NameSheet'
import { Trouble } from '../../ui/Trouble'
import { useMySignup, useSignUp } from '../signup-requests.ts'
import { askForSignup } from './asking.ts'
import { PartySheet } from './party-sheet.tsx'
import { SignupEntry } from './signup-entry.tsx'
import { sayStanding } from './signup-wording.ts'
import styles from './signup-panel.module.scss'

type Props = { activity: ActivityDetail; now: number }

/** Whether something is asked of whoever comes beyond where they live. */
function asksAnything(a: ActivityDetail) {
  const limits = [a.minAge, a.maxAge, a.gender]
  return a.healthPledge || a.insuranceRequired || limits.some((limit) => limit !== undefined)
}

/** Signing up, waiting, and taking it back. The rules that grey the buttons are those by which the server refuses. */
export function SignupPanel({ activity, now }: Props) {
  const me = useSession((s) => s.me)
  const acting = useHelping()
  const mine = useMySignup(activity.id)
  const [choosing, setChoosing] = useState<'self' | 'nobody' | null>(null)
  const [naming, setNaming] = useState<'not yet' | 'now' | 'done'>('not yet')
  const [left, setLeft] = useState(false)
  const join = useSignUp(() => setLeft(false))
  const own = mine.data?.signup ?? null
  const others = mine.data?.others ?? []
  const signedUp = own !== null && isListed(own.status)
  const listed = [...(signedUp ? [own] : []), ...others.filter(({ status }) => isListed(status))]
  const gone = () => {
    setLeft(true)
    join.reset()
  }
  const words = acting ? `替 ${acting.name} 报名` : me ? '报名' : '登录并报名'
  const phase = phaseOf(activity, now)
  // Whose residents the one I help is among, the server knows.
  const eligible =
    !me ||
    acting !== null ||
    isEligible(activity.residencyRequired, activity.communityId, residentOf(me, now))
  const obstacle = obstacleToSignUp(activity, { signedUp, eligible }, now)
  const send = () => {
    setNaming('done')
    if (asksAnything(activity)) setChoosing('self')
    else join.mutate({ id: activity.id })
  }
  // At this tap, whatever is asked after it: WeChat shows its question to a tap alone.
  const press = ({ name }: Me) =>
    void askForSignup(phase).then(() =>
      name === null && acting === null && naming !== 'done' ? setNaming('now') : send(),
    )
  const takes = phase === 'open' || phase === 'waitlist'
  return (
    <Box className={styles.panel}>
      <Box className={styles.words} role="status">
        {left ? '已取消报名，名额已经让出来。' : ''}
      </Box>
      {own?.status === 'expiredOffer' && (
        <Box className={styles.words}>{sayStanding(activity, own, now)}</Box>
      )}
      {listed.map((signup) => (
        <SignupEntry key={signup.id} activity={activity} signup={signup} now={now} onGone={gone} />
      ))}
      {!signedUp && (
        <>
          <Trouble error={join.error} />
          {phase === 'waitlist' && (
            <Box className={styles.words}>
              {`名额已满，可以候补：前面有 ${activity.waiting} 人，有人退出就按先后轮到。`}
            </Box>
          )}
          <Button
            disabledReason={obstacle && signUp.refusals[obstacle].title}
            busy={join.isPending || (me !== null && mine.isLoading)}
            onClick={() => (me ? press(me) : go('signIn', { why: 'signUp' }))}
            label={`${words}：${activity.title}`}
          >
            {words}
          </Button>
        </>
      )}
      {me && takes && !mine.isLoading && (
        <Button kind="text" onClick={() => setChoosing('nobody')} label={`给家人报名：${activity.title}`}>
          给家人报名
        </Button>
      )}
      {choosing !== null && (
        <PartySheet activity={activity} now={now} chosen={choosing} onClose={() => setChoosing(null)} />
      )}
      {naming === 'now' && (
        <NameSheet
          save={{ label: '写好了，报名', onClick: send }}
          otherwise={{ label: '先不填，直接报名', onClick: send }}
          onClose={() => setNaming('not yet')}
        />
      )}
    </Box>
  )
}
