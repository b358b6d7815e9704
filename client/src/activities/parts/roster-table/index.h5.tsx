import { sayTime } from '@tmt/shared/time.ts'
import type { RosterTableProps } from './types.ts'
import styles from './index.module.scss'

export function RosterTable({ rows, now }: RosterTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col">姓名</th>
          <th scope="col">手机</th>
          <th scope="col">报名时间</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ position, name, phone, at }) => (
          <tr key={position}>
            <td>{position}</td>
            <th scope="row">{name}</th>
            <td>{phone}</td>
            <td>{sayTime(at, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
