import type { RoleGrant } from '@tmt/shared/people/contract.ts'
import { roleLabels } from '@tmt/shared/people/labels.ts'
import { DueNotices } from '../notices/parts/due-notices.tsx'
import { go } from '../platform/pages.ts'
import { useSession, workAt } from '../platform/session.ts'
import { Box } from '../ui/Box'
import { Row } from '../ui/Row'
import { Due } from './due.tsx'
import { VerifyRow } from './homes.tsx'
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
  // A grid worker looks after homes, and has no activities to manage.
  const managing = grants.filter(({ role }) => role !== 'grid')
  const verifying = grants.filter(({ role }) => role === 'worker' || role === 'grid' || role === 'committee')
  const places = [...new Map(verifying.map(({ division }) => [division.code, division])).values()]
  const writing = grants.filter(({ role }) => role === 'worker')
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        工作
      </Box>
      <Box className={styles.rows}>
        {places.map((division) => (
          <VerifyRow key={division.code} division={division} />
        ))}
        {due && last && <Due place={last.division.code} now={now} />}
        {due && last && <DueNotices division={last.division.code} now={now} />}
        {managing.map(({ role, division }) => (
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
        {managing.map(({ role, division }) => (
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
        {!due &&
          writing.map(({ division }) => (
            <Row
              key={division.code}
              icon="building"
              title={`地址管理 · ${division.name}`}
              note="小区、网格、楼栋、村民小组"
              onClick={() => go('places', { community: division.code })}
            />
          ))}
        {!due && places.length > 0 && (
          <Row
            icon="users"
            title="近亲属申报"
            note="办事回避用，别人看不到"
            onClick={() => go('relatives')}
          />
        )}
      </Box>
    </Box>
  )
}
