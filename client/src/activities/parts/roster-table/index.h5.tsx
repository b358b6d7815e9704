import { sayTime } from '@tmt/shared/time.ts'
import { useRef } from 'react'
import { SignupPhone } from '../signup-phone.tsx'
import type { RosterTableProps } from './types.ts'
import styles from './index.module.scss'

export function RosterTable({ activityId, rows, now }: RosterTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col">称呼</th>
          <th scope="col">手机</th>
          <th scope="col">报名时间</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} activityId={activityId} row={row} now={now} />
        ))}
      </tbody>
    </table>
  )
}

type LineProps = Omit<RosterTableProps, 'rows'> & { row: RosterTableProps['rows'][number] }
function Line({ activityId, row, now }: LineProps) {
  const cell = useRef<HTMLTableCellElement>(null)
  return (
    <tr>
      <td>{row.position}</td>
      <th scope="row">{row.name}</th>
      <td ref={cell}>
        <div>{row.phone}</div>
        <SignupPhone
          activityId={activityId}
          row={row}
          onShown={() => cell.current?.querySelector('a')?.focus()}
        />
      </td>
      <td>{sayTime(row.at, now)}</td>
    </tr>
  )
}
