import { kindLabels } from '@tmt/shared/residency/labels.ts'
import { useEffect, useRef } from 'react'
import { useWide } from '../../../platform/wide'
import { cx } from '../../../ui/cx.ts'
import { DueTag } from '../claim-view.tsx'
import { Cards } from '../queue-cards.tsx'
import { StatusTag } from '../status-tag.tsx'
import type { QueueRowsProps } from './types.ts'
import styles from './index.module.scss'

/** What waits: cards on a phone, a table beside the details on a wide window. */
export function QueueRows(props: QueueRowsProps) {
  return useWide() ? <Table {...props} /> : <Cards {...props} />
}

function Table({ claims, now, onPick, chosen }: QueueRowsProps) {
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no clean-up.
    row.current?.scrollIntoView?.({ block: 'nearest' })
  }, [chosen])
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        j、k 键上下换一条；a 属实，s 要补充，d 不属实；数字键选凭证或原因；回车键办好
      </caption>
      <thead>
        <tr>
          <th scope="col">门牌</th>
          <th scope="col">到期</th>
          <th scope="col">谁，怎么住</th>
        </tr>
      </thead>
      <tbody>
        {claims.map((claim, at) => {
          const { id, placeName, door, name, kind, status, dueAt } = claim
          return (
            <tr
              key={id}
              ref={at === chosen ? row : undefined}
              className={cx(at === chosen && styles.chosen)}
              onClick={() => onPick(at)}
            >
              <th scope="row">
                <button type="button" className={styles.open} aria-current={at === chosen || undefined}>
                  {`${placeName} ${door}`}
                </button>
              </th>
              <td>
                {status === 'pending' ? <DueTag dueAt={dueAt} now={now} /> : <StatusTag status={status} />}
              </td>
              <td>{`${name} · ${kindLabels[kind]}`}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
