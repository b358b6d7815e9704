import { useRouter } from '@tarojs/taro'
import { categoryLabels } from '@tmt/shared/activities/labels.ts'
import { shanghai } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { staffGrants, useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Chips } from '../../../ui/Chips'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { Row } from '../../../ui/Row'
import { StaffOnly } from '../../../ui/StaffOnly'
import { useFigures } from '../../checkin-staff-requests.ts'
import styles from '../../parts/checkin.module.scss'

/** How many activities there were and how many people came: counts by month, in the order of codes, no ranking. */
export default function Figures() {
  const me = useSession((s) => s.me)
  const now = useNow()
  const own = staffGrants(me, now)[0]?.division.code
  const { community = own } = useRouter<{ community?: string }>().params
  if (!me || own === undefined || community === undefined)
    return (
      <StaffOnly
        title="活动人数"
        refusal={{ title: '这里给工作人员用', text: '自己参加过的活动，请看“我的报名”。' }}
      />
    )
  return <Of code={community} now={now} demo={me.demo} />
}

function Of({ code, now, demo }: { code: string; now: number; demo: boolean }) {
  const { year } = shanghai(now)
  const [shown, setShown] = useState(String(year))
  const desk = useDesk(code)
  const query = useFigures(code, shown)
  const years = [year - 1, year].map((one) => ({ value: String(one), label: `${one} 年` }))
  return (
    <Page title="活动人数" demo={demo} {...desk}>
      <Chips label="按年份看" options={years} value={shown} onChange={setShown} />
      <Box as="p" className={styles.note}>
        按区划代码、月份和类别列出，不排名。人数只算用过签到的活动，括号里是这样的活动有几次。
      </Box>
      <Loaded
        query={query}
        empty={({ items }) =>
          items.length > 0 ? null : { title: '这一年还没有活动', text: '换一年看看，或先办一次。' }
        }
      >
        {({ items }) => (
          <Box>
            {items.map(({ code: of, name, month, category, activities, counted, confirmed, attended }) => (
              <Row
                key={`${of} ${month} ${category}`}
                title={`${name} · ${month} · ${categoryLabels[category]}`}
                note={`办了 ${activities} 次`}
                value={counted === 0 ? '没有用签到' : `来了 ${attended} / 报名 ${confirmed}（${counted} 次）`}
              />
            ))}
          </Box>
        )}
      </Loaded>
    </Page>
  )
}
