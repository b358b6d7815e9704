import type { Claim } from '@tmt/shared/residency/staff-contract.ts'
import type { MyResidency } from '@tmt/shared/residency/contract.ts'
import { evidenceLabels, kindLabels } from '@tmt/shared/residency/labels.ts'
import { Box } from '../../ui/Box'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/Icon'
import type { IconName } from '../../ui/Icon/types.ts'
import { sayDay } from './wording.ts'
import styles from './facts.module.scss'

type Props = { residency: MyResidency | Claim }

/** All that was declared, in the order in which it is looked at. */
export function Facts({
  residency: { placeName, door, communityName, kind, since, evidence, certTail, status },
}: Props) {
  return (
    <Box className={styles.rows}>
      <Fact icon="home" name="门牌" value={`${placeName} ${door}`} />
      <Fact icon="building" name="村（社区）" value={communityName} />
      <Fact icon="person" name="怎么住" value={kindLabels[kind]} />
      <Fact icon="calendar" name="从哪天起" value={sayDay(since)} />
      <Fact
        icon="document"
        name={status === 'verified' ? '核验时看了' : '可以出示'}
        value={certTail === null ? evidenceLabels[evidence] : `${evidenceLabels[evidence]}，尾号 ${certTail}`}
      />
    </Box>
  )
}

/** What people look for stands larger than what it is called. */
export function Fact({ icon, name, value }: { icon: IconName; name: string; value: string }) {
  return (
    <Box className={cx('line', styles.fact)}>
      <Icon name={icon} />
      <Box className={styles.words}>
        <Box className={styles.name}>{name}</Box>
        <Box className={styles.value}>{value}</Box>
      </Box>
    </Box>
  )
}
