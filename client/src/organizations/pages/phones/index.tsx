import { useNow } from '../../../platform/clock.ts'
import { useCommunity } from '../../../platform/community.ts'
import { go } from '../../../platform/pages.ts'
import { useShare } from '../../../platform/share.ts'
import type { DivisionDetail } from '@tmt/shared/divisions/contract.ts'
import { sayTime, startOfDay } from '@tmt/shared/time.ts'
import { cityHotline, urgentNumbers } from '@tmt/shared/organizations/emergency.ts'
import { parentOf } from '@tmt/shared/divisions/rules.ts'
import { Box } from '../../../ui/Box'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { PhoneLink } from '../../../ui/PhoneBar/link'
import { StateView } from '../../../ui/StateView'
import { Organizations } from '../../parts/organizations.tsx'
import { useOffice, useToday } from '../../requests.ts'
import styles from './index.module.scss'

/** Who answers the telephone: emergencies first, then the city's hotline, then the counters nearby and the community's cards. */
export default function Phones() {
  const community = useCommunity()
  const { data } = useOffice(community?.code)
  const rest = useRest()
  useShare({ title: '泰民通 · 打电话找人', page: 'phones' })
  return (
    <Page title="打电话找人" phones={false} wide="broad" demo={data?.demo ?? false}>
      <Box className={styles.groups}>
        <Group title="有危险、要急救" numbers={urgentNumbers} />
        <Group title="办事、反映问题" numbers={[cityHotline]} notes={rest} />
        {community ? (
          <Counters code={community.code} />
        ) : (
          <StateView
            kind="empty"
            title="选好村或社区，就能看到那里的电话"
            action={{ label: '选村或社区', onClick: () => go('pickCommunity') }}
          />
        )}
      </Box>
      {community && <Organizations key={community.code} community={community.code} />}
    </Page>
  )
}

/** On a day off: that counters may not answer, and when they will. */
function useRest() {
  const now = useNow()
  const { data } = useToday()
  // A kept answer of yesterday says nothing of today.
  if (!data || data.working || startOfDay(now) !== data.day) return []
  const day = sayTime(data.next, now).replace(/ \d\d:\d\d$/, '')
  return [
    `今天是休息日，窗口和办公电话不一定有人接，${day} 起上班${data.provisional ? '（暂定）' : ''}。急事请拨 12345。`,
  ]
}

function Counters({ code }: { code: string }) {
  const community = useOffice(code)
  const town = useOffice(parentOf(code) ?? undefined)
  return (
    <>
      <Loaded query={community} skeleton={{ rows: 1 }}>
        {(detail) => <Counter detail={detail} />}
      </Loaded>
      {town.data && town.data.phone !== community.data?.phone && <Counter detail={town.data} />}
    </>
  )
}

/** Where a unit has entered no number, the nearest one above that has answers for it. */
function Counter({ detail: { division, answeredBy, phone, counter, demo } }: { detail: DivisionDetail }) {
  const office = answeredBy?.name ?? division.name
  return (
    <Group
      title={division.name}
      numbers={phone === null ? [] : [{ number: phone, of: `${office}窗口` }]}
      notes={[
        phone === null && '这里的电话还没有登记，可以先拨 12345 问。',
        office !== division.name && `这里的电话还没有登记，由${office}接听。`,
        counter !== null && `${office === division.name ? '' : office}窗口地址：${counter}`,
        demo && '演示数据：号码和地址都不是真的。',
      ].filter((words) => words !== false)}
    />
  )
}

type GroupProps = {
  title: string
  numbers: readonly { number: string; of: string }[]
  notes?: readonly string[]
}
function Group({ title, numbers, notes = [] }: GroupProps) {
  return (
    <Box as="section" className={styles.group}>
      <Box as="h2" className={styles.heading}>
        {title}
      </Box>
      {numbers.length > 0 && (
        <Box className={styles.numbers}>
          {numbers.map(({ number, of }) => (
            <Box key={number} className={styles.cell}>
              <PhoneLink number={number} of={of} />
            </Box>
          ))}
        </Box>
      )}
      {notes.map((note) => (
        <Box key={note} as="p" className={styles.note}>
          {note}
        </Box>
      ))}
    </Box>
  )
}
