import type { RoleGrant } from '@tmt/shared/people/contract.ts'
import { roleLabels } from '@tmt/shared/people/labels.ts'
import { go } from '../platform/pages.ts'
import { workAt } from '../platform/session.ts'
import { Box } from '../ui/Box'
import { Row } from '../ui/Row'
import styles from './work.module.scss'

/** What a member of staff does here. Whoever works above the communities picks one within their scope first. */
export function Work({ grants }: { grants: readonly RoleGrant[] }) {
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        工作
      </Box>
      <Box className={styles.rows}>
        {grants.map(({ role, division }) => (
          <Row
            key={`${role}${division.code}`}
            icon="edit"
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
