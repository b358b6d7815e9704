import type { RoleGrant } from '@tmt/shared/people/contract.ts'
import { roleLabels } from '@tmt/shared/people/labels.ts'
import { go } from '../platform/pages.ts'
import { useSession, workAt } from '../platform/session.ts'
import { useWaiting } from '../residency/requests.ts'
import { Box } from '../ui/Box'
import { Row } from '../ui/Row'
import { Due } from './due.tsx'
import styles from './work.module.scss'

type Props = {
  grants: readonly RoleGrant[]
  now: number
  /** What wants doing in the community worked for last stands first. */
  due?: boolean
}

/** What a member of staff does here. Whoever works above the communities picks one within their scope first. */
export function Work({ grants, now, due = false }: Props) {
  const place = useSession((s) => s.place)
  const communities = grants.filter(({ division }) => division.level === 'community')
  const last = communities.find(({ division }) => division.code === place) ?? communities[0]
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        工作
      </Box>
      <Box className={styles.rows}>
        {due && last && last.role !== 'grid' && <Due community={last.division.code} now={now} />}
        {communities.filter(verifies).map(({ role, division }) => (
          <Verify key={`${role}${division.code}`} division={division} />
        ))}
        {grants
          .filter(({ role }) => role !== 'grid')
          .map(({ role, division }) => (
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

const verifies = ({ role }: RoleGrant) => role === 'worker' || role === 'grid' || role === 'committee'
/** The homes that wait to be verified: how many, and how many are late. */
function Verify({ division }: Pick<RoleGrant, 'division'>) {
  const { data } = useWaiting(division.code)
  const late = data && data.late > 0 ? `，逾期 ${data.late} 条` : ''
  const today = data && data.today > 0 ? `，今天到期 ${data.today} 条` : ''
  return (
    <Row
      icon="home"
      title={`住处核验 · ${division.name}`}
      note={data && (data.waiting === 0 ? '都办好了' : `待核验 ${data.waiting} 条${late}${today}`)}
      onClick={() => {
        workAt(division.code)
        go('verifyHomes', { community: division.code })
      }}
    />
  )
}
