import { useWide } from '../../../platform/wide'
import { AdmitAction } from '../admit-action.tsx'
import { RosterList } from '../roster-list.tsx'
import { sayWhen, sayWho } from '../roster-wording.ts'
import { SignupPhone } from '../signup-phone.tsx'
import type { RosterTableProps } from './types.ts'
import styles from './index.module.scss'

/** Who signed up: rows on a phone, a table on a wide window. */
export function RosterTable(props: RosterTableProps) {
  return useWide() ? <Table {...props} /> : <RosterList {...props} />
}

function Table({ activityId, part, rows, now }: RosterTableProps) {
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
          <tr key={row.id}>
            <td>{row.position}</td>
            <th scope="row">{sayWho(row)}</th>
            <td>
              <div className={styles.phone}>
                <span>{row.phone}</span>
                <SignupPhone activityId={activityId} row={row} />
                {part === 'awaiting' && <AdmitAction activityId={activityId} row={row} />}
              </div>
            </td>
            <td>{sayWhen(row, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
