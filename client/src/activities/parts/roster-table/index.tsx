import { sayTime } from '@tmt/shared/time.ts'
import { Box } from '../../../ui/Box'
import { Row } from '../../../ui/Row'
import { SignupPhone } from '../signup-phone.tsx'
import type { RosterTableProps } from './types.ts'
import styles from './index.module.scss'

/** On a phone a table's columns are too narrow: each person is a row. */
export function RosterTable({ activityId, rows, now }: RosterTableProps) {
  return (
    <Box as="ol" className={styles.people}>
      {rows.map((row) => (
        <Box as="li" key={row.id} className={styles.person}>
          <Box className={styles.who}>
            <Row title={`${row.position}. ${row.name}`} note={`${row.phone}，${sayTime(row.at, now)} 报名`} />
          </Box>
          <Box className={styles.call}>
            <SignupPhone activityId={activityId} row={row} />
          </Box>
        </Box>
      ))}
    </Box>
  )
}
