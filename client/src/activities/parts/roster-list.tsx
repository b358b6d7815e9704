import { Box } from '../../ui/Box'
import { Row } from '../../ui/Row'
import type { RosterTableProps } from './roster-table/types.ts'
import { AdmitAction } from './admit-action.tsx'
import { sayWhen, sayWho } from './roster-wording.ts'
import { SignupPhone } from './signup-phone.tsx'
import styles from './roster-list.module.scss'

/** Who signed up, each a row: a phone is too narrow for a table's columns. */
export function RosterList({ activityId, part, rows, now }: RosterTableProps) {
  return (
    <Box as="ol" className={styles.people}>
      {rows.map((row) => (
        <Box as="li" key={row.id} className={styles.person}>
          <Box className={styles.who}>
            <Row title={`${row.position}. ${sayWho(row)}`} note={`${row.phone}，${sayWhen(row, now)}`} />
          </Box>
          <Box className={styles.call}>
            <SignupPhone activityId={activityId} row={row} />
            {part === 'awaiting' && <AdmitAction activityId={activityId} row={row} />}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
