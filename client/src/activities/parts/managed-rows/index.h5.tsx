import { phaseOf } from '@tmt/shared/activities/phase.ts'
import { sayTime } from '@tmt/shared/time.ts'
import type { KeyboardEvent } from 'react'
import { useWide } from '../../../platform/wide'
import { cx } from '../../../ui/cx.ts'
import { ActivityList } from '../activity-list.tsx'
import { Tag } from '../../../ui/Tag'
import { PhaseTag } from '../phase-tag.tsx'
import type { ManagedRowsProps } from './types.ts'
import styles from './index.module.scss'

/** What the staff choose from: cards on a phone, a table beside the details on a wide window. */
export function ManagedRows(props: ManagedRowsProps) {
  return useWide() ? <Table {...props} /> : <ActivityList {...props} />
}

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/** One stop of the Tab key: the arrows choose, and the next Tab leads into the details. */
function Table({ activities, now, onPick, chosen }: ManagedRowsProps) {
  const at = Math.max(
    0,
    activities.findIndex(({ id }) => id === chosen),
  )
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const next = steps[event.key]?.(at, activities.length - 1)
    const picked = next === undefined ? undefined : activities[next]
    if (!picked) return
    event.preventDefault()
    event.currentTarget.closest('tbody')?.querySelectorAll('button')[next!]?.focus()
    onPick(picked.id)
  }
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>↑ ↓ 键换一个看，Tab 键到右边的详情</caption>
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">状态</th>
          <th scope="col">开始</th>
          <th scope="col">报名 / 名额</th>
        </tr>
      </thead>
      <tbody>
        {activities.map((activity, row) => {
          const { id, title, startsAt, confirmed, capacity } = activity
          return (
            <tr key={id} className={cx(id === chosen && styles.chosen)} onClick={() => onPick(id)}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.open}
                  tabIndex={row === at ? 0 : -1}
                  aria-current={id === chosen || undefined}
                  onKeyDown={onKeyDown}
                >
                  {title}
                </button>
              </th>
              <td>
                <PhaseTag phase={phaseOf(activity, now)} />
                {activity.hiddenWhy !== undefined && <Tag tone="plum">已隐藏</Tag>}
              </td>
              <td>{sayTime(startsAt, now)}</td>
              <td>{`${confirmed} / ${capacity}`}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
