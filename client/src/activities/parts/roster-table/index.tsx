import { sayTime } from '@tmt/shared/time.ts'
import { Box } from '../../../ui/Box'
import { Row } from '../../../ui/Row'
import type { RosterTableProps } from './types.ts'

/** On a phone a table's columns are too narrow: each person is a row. */
export function RosterTable({ rows, now }: RosterTableProps) {
  return (
    <Box as="ol">
      {rows.map(({ position, name, phone, at }) => (
        <Box as="li" key={position}>
          <Row title={`${position}. ${name}`} note={`${sayTime(at, now)} 报名`} value={phone} />
        </Box>
      ))}
    </Box>
  )
}
