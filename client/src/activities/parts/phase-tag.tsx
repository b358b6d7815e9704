import { phaseLabels } from '@tmt/shared/activities/labels.ts'
import type { Phase } from '@tmt/shared/activities/phase.ts'
import type { IconName } from '../../ui/Icon/types.ts'
import { Tag, type Tone } from '../../ui/Tag'

const looks: Record<Phase, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'neutral', icon: 'edit' },
  review: { tone: 'ginkgo', icon: 'document' },
  postponed: { tone: 'ginkgo', icon: 'warning' },
  open: { tone: 'river', icon: 'calendar' },
  waitlist: { tone: 'ginkgo', icon: 'clock' },
  full: { tone: 'ginkgo', icon: 'users' },
  closed: { tone: 'neutral', icon: 'clock' },
  ongoing: { tone: 'leaf', icon: 'clock' },
  finished: { tone: 'neutral', icon: 'check' },
  archived: { tone: 'neutral', icon: 'check' },
  cancelled: { tone: 'plum', icon: 'ban' },
}

export function PhaseTag({ phase }: { phase: Phase }) {
  const { tone, icon } = looks[phase]
  return (
    <Tag tone={tone} icon={icon}>
      {phaseLabels[phase]}
    </Tag>
  )
}
