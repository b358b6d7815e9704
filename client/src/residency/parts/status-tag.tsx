import type { Status } from '@tmt/shared/residency/contract.ts'
import { statusLabels } from '@tmt/shared/residency/labels.ts'
import type { IconName } from '../../ui/Icon/types.ts'
import { Tag, type Tone } from '../../ui/Tag'

const looks: Record<Status, { tone: Tone; icon?: IconName }> = {
  draft: { tone: 'neutral', icon: 'edit' },
  pending: { tone: 'river' },
  needMore: { tone: 'ginkgo' },
  verified: { tone: 'leaf' },
  rejected: { tone: 'plum' },
  expired: { tone: 'ginkgo', icon: 'clock' },
  movedOut: { tone: 'neutral', icon: 'logout' },
  revoked: { tone: 'plum' },
}
export function StatusTag({ status }: { status: Status }) {
  return <Tag {...looks[status]}>{statusLabels[status]}</Tag>
}
