import type { ActivityDetail } from '@tmt/shared/activities/contract.ts'
import { useState } from 'react'
import { rowsOf } from '../../platform/queries.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Loaded } from '../../ui/Loaded'
import { useRoster } from '../staff-requests.ts'
import { More } from '../../ui/More'
import { RosterTable } from './roster-table'
import { sayCount } from './wording.ts'
import styles from './managed.module.scss'

type Props = { activity: ActivityDetail; now: number; as: 'h2' | 'h3' }

/** Who signed up. It is read only on demand, since each reading is written down. */
export function Roster({ activity, now, as }: Props) {
  const [open, setOpen] = useState(false)
  const query = useRoster(activity.id, open)
  return (
    <Box as="section" className={styles.section}>
      <Box as={as} className={styles.heading}>
        报名名单
      </Box>
      {open ? (
        <Loaded
          query={query}
          empty={(data) =>
            rowsOf(data).length > 0 ? null : { title: '还没有人报名', text: '可以把活动页转发到居民群里。' }
          }
        >
          {(data) => (
            <>
              <Box as="p" className={styles.note}>{`${sayCount(data.pages[0] ?? activity)}，按报名先后`}</Box>
              <Box as="p" className={styles.note}>
                要联系本人时再点“看电话”，每看一次都会留下记录。
              </Box>
              <RosterTable activityId={activity.id} rows={rowsOf(data)} now={now} />
              <More query={query} />
              <Button kind="text" onClick={() => void query.refetch()} busy={query.isRefetching}>
                刷新名单
              </Button>
            </>
          )}
        </Loaded>
      ) : (
        <>
          <Box as="p" className={styles.note}>
            名单含个人信息，只用来联系报名的人；查看会留下记录。
          </Box>
          <Button kind="secondary" block onClick={() => setOpen(true)}>
            {`看名单（${activity.confirmed} 人）`}
          </Button>
        </>
      )}
    </Box>
  )
}
