import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import type { RosterPart } from '@tmt/shared/activities/staff-contract.ts'
import { useState } from 'react'
import { rowsOf } from '../../platform/queries.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChoiceField } from '../../ui/ChoiceField'
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
  const [part, setPart] = useState<RosterPart>('coming')
  return (
    <Box as="section" className={styles.section}>
      <Box as={as} className={styles.heading}>
        报名名单
      </Box>
      {open ? (
        <Part key={part} activity={activity} now={now} part={part} onPart={setPart} />
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

const nobody: Record<RosterPart, string> = {
  coming: '还没有人报名',
  waiting: '没有人候补',
  offered: '没有等人确认的名额',
  awaiting: '没有要您确认的报名',
}
type PartProps = Omit<Props, 'as'> & { part: RosterPart; onPart: (part: RosterPart) => void }
/** Those who have a place, those who wait, and those of whom something is awaited, apart. */
function Part({ activity, now, part, onPart }: PartProps) {
  const query = useRoster(activity.id, true, part)
  const counts = query.data?.pages[0]
  const { waiting = 0, offered = 0, awaiting = 0 } = counts ?? {}
  const parts: { value: RosterPart; label: string; count: number }[] = [
    { value: 'coming', label: '已报名', count: counts?.confirmed ?? activity.confirmed },
    { value: 'waiting', label: '候补', count: waiting },
    { value: 'offered', label: '等本人确认', count: offered },
    { value: 'awaiting', label: '等社区确认', count: awaiting },
  ]
  const used = parts.filter(({ value, count }) => count > 0 || value === 'coming' || value === part)
  return (
    <>
      {used.length > 1 && (
        <ChoiceField
          label="看哪些人"
          options={used.map(({ value, label, count }) => ({ value, label: `${label} ${count} 人` }))}
          value={part}
          onChange={onPart}
        />
      )}
      <Loaded
        query={query}
        empty={(data) =>
          rowsOf(data).length > 0 ? null : { title: nobody[part], text: '可以把活动页转发到居民群里。' }
        }
      >
        {(data) => (
          <>
            <Box as="p" className={styles.note}>{`${sayCount(data.pages[0] ?? activity)}，按报名先后`}</Box>
            <Box as="p" className={styles.note}>
              要联系本人时再点“看电话”，每看一次都会留下记录。
            </Box>
            <RosterTable activityId={activity.id} part={part} rows={rowsOf(data)} now={now} />
            <More query={query} />
            <Button kind="text" onClick={() => void query.refetch()} busy={query.isRefetching}>
              刷新名单
            </Button>
          </>
        )}
      </Loaded>
    </>
  )
}
