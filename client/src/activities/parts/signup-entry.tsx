import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { obstacleToCancelSignup } from '@tmt/shared/activities/rules.ts'
import { cancelSignup, type Signup } from '@tmt/shared/activities/signup-contract.ts'
import { useState } from 'react'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { Trouble } from '../../ui/Trouble'
import { useAnswerOffer, useCancelSignup, useWithdrawSignup } from '../signup-requests.ts'
import { SignupTag } from './signup-tag.tsx'
import { isOver, sayStanding } from './signup-wording.ts'
import styles from './signup-panel.module.scss'

type Props = { activity: ActivityDetail; signup: Signup; now: number; onGone: () => void }

/** One who is on the list: how it stands, what comes next, and what can be done about it. */
export function SignupEntry({ activity, signup, now, onGone }: Props) {
  const { title } = activity
  const of = signup.name === null ? title : `${signup.name}，${title}`
  return (
    <Box className={styles.entry}>
      <Box className={styles.done} role="status">
        <SignupTag signup={signup} ended={isOver(activity, now)} />
        {signup.name !== null && <Box className={styles.name}>{signup.name}</Box>}
        <Box className={styles.words}>{sayStanding(activity, signup, now)}</Box>
      </Box>
      {signup.status === 'offered' ? (
        <Answer signup={signup} of={of} onGone={onGone} />
      ) : (
        <TakeOff activity={activity} signup={signup} of={of} now={now} onGone={onGone} />
      )}
    </Box>
  )
}

function Answer({ signup, of, onGone }: { signup: Signup; of: string; onGone: () => void }) {
  const answer = useAnswerOffer(({ status }) => status !== 'confirmed' && onGone())
  const say = (accept: boolean) => answer.mutate({ id: signup.activityId, signupId: signup.id, accept })
  return (
    <>
      <Trouble error={answer.error} />
      <Box className={styles.pair}>
        <Button busy={answer.isPending} onClick={() => say(true)} label={`接受名额：${of}`}>
          接受名额
        </Button>
        <Button
          kind="secondary"
          block
          busy={answer.isPending}
          onClick={() => say(false)}
          label={`放弃：${of}`}
        >
          放弃
        </Button>
      </Box>
    </>
  )
}

type TakeOffProps = Props & { of: string }
function TakeOff({ activity, signup, of, now, onGone }: TakeOffProps) {
  const [asking, setAsking] = useState(false)
  const gone = () => {
    setAsking(false)
    onGone()
  }
  const own = useCancelSignup(gone)
  const others = useWithdrawSignup(gone)
  const { id } = activity
  const send = () =>
    signup.who.kind === 'self' ? own.mutate({ id }) : others.mutate({ id, signupId: signup.id })
  const obstacle = obstacleToCancelSignup(activity, { signedUp: true }, now)
  const waits = signup.status !== 'confirmed'
  const words = waits ? '退出候补' : '取消报名'
  return (
    <>
      <Button
        kind="secondary"
        block
        disabledReason={obstacle && cancelSignup.refusals[obstacle].title}
        onClick={() => setAsking(true)}
        label={`${words}：${of}`}
      >
        {words}
      </Button>
      <Sheet
        open={asking}
        title={waits ? '要退出候补吗？' : '要取消报名吗？'}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="danger" busy={own.isPending || others.isPending} onClick={send}>
              {words}
            </Button>
            <Button kind="secondary" block onClick={() => setAsking(false)}>
              {waits ? '不退出' : '不取消'}
            </Button>
          </>
        }
      >
        <Trouble error={own.error ?? others.error} />
        <Box as="p">{sayGoing(activity, waits, now)}</Box>
      </Sheet>
    </>
  )
}
function sayGoing({ signupClosesAt, status }: ActivityDetail, waits: boolean, now: number) {
  if (status === 'postponed') return '定了新的时间后可以再报名，要从头排起，那时名额可能已满。'
  const later = now < signupClosesAt
  if (waits) return later ? '再报名要从头排起。' : '报名已经截止，退出后不能再报。'
  return later
    ? '名额会让给别人。报名截止前您还可以再报，那时名额可能已满。'
    : '名额会让给别人。报名已经截止，取消后不能再报。'
}
