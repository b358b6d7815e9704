import { sayAudience } from '@tmt/shared/notices/audience-rules.ts'
import { pressingFor, sayWhen } from '@tmt/shared/notices/rules.ts'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Icon } from '../../ui/Icon'
import { Press } from '../../ui/Press'
import { useCurrentNotices } from '../requests.ts'
import { useHomesAt } from './audience.ts'
import styles from './urgent-band.module.scss'

type Props = { division: string | undefined; now: number }

/** The one urgent notice that everybody concerned sees first; of several the latest, and how many more there are. */
export function UrgentBand({ division, now }: Props) {
  const { data } = useCurrentNotices(division)
  const items = data?.items ?? []
  const homes = useHomesAt(division, items)
  const urgent = pressingFor(items, homes, now)
  const [first] = urgent
  if (first === undefined) return null
  const { id, title, divisionName } = first
  const note = [sayWhen(first, now), sayAudience(first, true), divisionName].filter(Boolean).join(' · ')
  return (
    <Box as="section" className={styles.band} label="紧急通知">
      <Press className={styles.notice} onClick={() => go('notice', { id })} label={`紧急：${title}，${note}`}>
        <Icon name="warning" size={28} />
        <Box as="span" className={styles.words}>
          <Box as="span" className={styles.title}>{`紧急：${title}`}</Box>
          <Box as="span" className={styles.note}>
            {note}
          </Box>
        </Box>
        <Icon name="chevron" size={20} />
      </Press>
      {urgent.length > 1 && (
        <Press className={styles.more} onClick={() => go('notices')}>
          {`还有 ${urgent.length - 1} 条紧急通知`}
        </Press>
      )}
    </Box>
  )
}
