import type { RoleGrant } from '@tmt/shared/people/contract.ts'
import { useSession } from '../platform/session.ts'
import { Box } from '../ui/Box'
import { Row } from '../ui/Row'
import { desksOf } from './desk.ts'
import { Due, DueDoor } from './due.tsx'
import styles from './work.module.scss'

type Props = {
  grants: readonly RoleGrant[]
  now: number
  /** What waits at the place worked for last stands first. */
  due?: boolean
}

/** What waits at the place worked for last; whoever reviews what was looked at has nothing due. */
function lastOf(grants: readonly RoleGrant[], place: string | null) {
  const waited = grants.filter(({ role }) => role !== 'dpo')
  return waited.find(({ division }) => division.code === place) ?? waited[0]
}

/** In elder mode: how much waits, and the way to it. */
export function WorkDoor({ grants }: Pick<Props, 'grants'>) {
  const last = lastOf(
    grants,
    useSession((s) => s.place),
  )
  if (!last) return null
  return (
    <Box className={styles.rows}>
      <DueDoor place={last.division.code} />
    </Box>
  )
}

/** What a member of staff does here. Whoever works above the communities picks one within their scope first. */
export function Work({ grants, now, due = false }: Props) {
  const place = useSession((s) => s.place)
  const last = lastOf(grants, place)
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        工作
      </Box>
      <Box className={styles.rows}>
        {due && last && <Due place={last.division.code} now={now} />}
        {desksOf(grants, due).map(({ title, note, icon, open }) => (
          <Row key={title} icon={icon} title={title} note={note} onClick={open} />
        ))}
      </Box>
    </Box>
  )
}
