import type { SignupStatus } from '@tmt/shared/activities/detail-contract.ts'
import { signupLabels } from '@tmt/shared/activities/labels.ts'
import type { Signup } from '@tmt/shared/activities/signup-contract.ts'
import type { IconName } from '../../ui/Icon/types.ts'
import { Tag, type Tone } from '../../ui/Tag'

const looks: Record<SignupStatus, { tone: Tone; icon?: IconName }> = {
  confirmed: { tone: 'leaf' },
  waitlisted: { tone: 'ginkgo', icon: 'clock' },
  offered: { tone: 'ginkgo', icon: 'bell' },
  expiredOffer: { tone: 'neutral', icon: 'clock' },
  awaiting: { tone: 'ginkgo', icon: 'clock' },
  cancelledByUser: { tone: 'neutral', icon: 'ban' },
  cancelledByHost: { tone: 'plum', icon: 'ban' },
}
type Props = { signup: Pick<Signup, 'status' | 'position'>; ended: boolean }

/** How a sign-up stands: `候补第 3 位`. */
export function SignupTag({ signup: { status, position }, ended }: Props) {
  if (ended && status !== 'cancelledByUser' && status !== 'cancelledByHost')
    return (
      <Tag tone="neutral" icon={status === 'confirmed' ? 'check' : 'clock'}>
        {status === 'confirmed' ? '已结束' : '没有候补到'}
      </Tag>
    )
  const { tone, icon } = looks[status]
  return (
    <Tag tone={tone} {...(icon && { icon })}>
      {status === 'waitlisted' && position !== null ? `候补第 ${position} 位` : signupLabels[status]}
    </Tag>
  )
}
