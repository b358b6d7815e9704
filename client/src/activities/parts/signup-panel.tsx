import { type ActivityDetail } from '@tmt/shared/activities/contract.ts'
import { signUp, cancelSignup } from '@tmt/shared/activities/signup-contract.ts'
import { isEligible, obstacleToCancelSignup, obstacleToSignUp } from '@tmt/shared/activities/rules.ts'
import type { Me } from '@tmt/shared/people/contract.ts'
import { useState } from 'react'
import { askForNews } from '../../platform/news.ts'
import { useHelping } from '../../platform/helping.ts'
import { go } from '../../platform/pages.ts'
import { residentOf, useSession } from '../../platform/session.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { NameSheet } from '../../ui/NameSheet'
import { Sheet } from '../../ui/Sheet'
import { Tag } from '../../ui/Tag'
import { useCancelSignup, useMySignup, useSignUp } from '../signup-requests.ts'
import { Trouble } from '../../ui/Trouble'
import { sayNext } from './wording.ts'
import styles from './signup-panel.module.scss'

type Props = { activity: ActivityDetail; now: number }

/** Signing up and taking it back. The rules that grey the buttons are those by which the server refuses. */
export function SignupPanel({ activity, now }: Props) {
  const me = useSession((s) => s.me)
  const acting = useHelping()
  const mine = useMySignup(activity.id)
  const [asking, setAsking] = useState(false)
  const [naming, setNaming] = useState<'not yet' | 'now' | 'done'>('not yet')
  const join = useSignUp()
  const leave = useCancelSignup(() => {
    setAsking(false)
    join.reset()
  })
  const signedUp = mine.data?.signup?.status === 'confirmed'

  if (signedUp) {
    const obstacle = obstacleToCancelSignup(activity, { signedUp }, now)
    return (
      <Box className={styles.panel}>
        <Box className={styles.done} role="status">
          <Tag tone="leaf">已报名</Tag>
          <Box className={styles.words}>{sayNext(activity, now)}</Box>
        </Box>
        <Button
          kind="secondary"
          block
          disabledReason={obstacle && cancelSignup.refusals[obstacle].title}
          onClick={() => setAsking(true)}
          label={`取消报名：${activity.title}`}
        >
          取消报名
        </Button>
        <Sheet
          open={asking}
          title="要取消报名吗？"
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button kind="danger" busy={leave.isPending} onClick={() => leave.mutate({ id: activity.id })}>
                取消报名
              </Button>
              <Button kind="secondary" block onClick={() => setAsking(false)}>
                不取消
              </Button>
            </>
          }
        >
          <Trouble error={leave.error} />
          <Box as="p">
            {now < activity.signupClosesAt
              ? '名额会让给别人。报名截止前您还可以再报，那时名额可能已满。'
              : '名额会让给别人。报名已经截止，取消后不能再报。'}
          </Box>
        </Sheet>
      </Box>
    )
  }
  const words = acting ? `替 ${acting.name} 报名` : me ? '报名' : '登录并报名'
  // Whose residents the one I help is among, the server knows.
  const eligible =
    !me ||
    acting !== null ||
    isEligible(activity.residencyRequired, activity.communityId, residentOf(me, now))
  const obstacle = obstacleToSignUp(activity, { signedUp, eligible }, now)
  const send = () => {
    setNaming('done')
    join.mutate({ id: activity.id })
  }
  // At this tap, whatever is asked after it: WeChat shows its question to a tap alone.
  const press = ({ name }: Me) =>
    void askForNews(signUp.name).then(() =>
      name === null && acting === null && naming !== 'done' ? setNaming('now') : send(),
    )
  return (
    <Box className={styles.panel}>
      <Box className={styles.words} role="status">
        {leave.isSuccess ? '已取消报名，名额已经让出来。' : ''}
      </Box>
      <Trouble error={join.error} />
      <Button
        disabledReason={obstacle && signUp.refusals[obstacle].title}
        busy={join.isPending || (me !== null && mine.isLoading)}
        onClick={() => (me ? press(me) : go('signIn', { why: 'signUp' }))}
        label={`${words}：${activity.title}`}
      >
        {words}
      </Button>
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
