import type { RoleGrant } from '@tmt/shared/people/contract.ts'
import { roleLabels } from '@tmt/shared/people/labels.ts'
import { DueNotices } from '../notices/parts/due-notices.tsx'
import { go } from '../platform/pages.ts'
import { useSession, workAt } from '../platform/session.ts'
import { Box } from '../ui/Box'
import { Row } from '../ui/Row'
import { Due } from './due.tsx'
import styles from './work.module.scss'

type Props = {
  grants: readonly RoleGrant[]
  now: number
  /** What waits at the place worked for last stands first. */
  due?: boolean
}

/** What a member of staff does here. Whoever works above the communities picks one within their scope first. */
export function Work({ grants, now, due = false }: Props) {
  const place = useSession((s) => s.place)
  const last = grants.find(({ division }) => division.code === place) ?? grants[0]
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        工作
      </Box>
      <Box className={styles.rows}>
        {due && last && <Due place={last.division.code} now={now} />}
        {due && last && <DueNotices division={last.division.code} now={now} />}
        {grants.map(({ role, division }) => (
          <Row
            key={`notices ${role}${division.code}`}
            icon="bell"
            title={`管理通知 · ${division.name}`}
            note={`以${roleLabels[role]}的身份`}
            onClick={() => {
              workAt(division.code)
              go('manageNotices', { division: division.code })
            }}
          />
        ))}
        {grants.map(({ role, division }) => (
          <Row
            key={`${role}${division.code}`}
            icon="list"
            title={`管理活动 · ${division.name}`}
            note={`以${roleLabels[role]}的身份`}
            onClick={() => {
              workAt(division.code)
              if (division.level === 'community') go('manageActivities', { community: division.code })
              else go('pickCommunity', { within: division.code, to: 'manageActivities' })
            }}
          />
        ))}
      </Box>
    </Box>
  )
}
