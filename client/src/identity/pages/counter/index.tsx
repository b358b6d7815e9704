import { useRouter } from '@tarojs/taro'
import type { Recorded } from '@tmt/shared/identity/contract.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { staffGrants, useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Card } from '../../../ui/Card'
import { Page } from '../../../ui/Page'
import { Tag } from '../../../ui/Tag'
import { CounterForm } from '../../parts/counter-form.tsx'
import { MyReveals } from '../../parts/my-reveals.tsx'
import { RecordedList } from '../../parts/recorded-list.tsx'
import { StaffOnly } from '../../parts/staff-only.tsx'
import styles from '../../parts/identity.module.scss'

/** The counter of one community: workers register, workers and committee look things up. */
export default function Counter() {
  const me = useSession((s) => s.me)
  const place = useSession((s) => s.place)
  const now = useNow()
  const { community } = useRouter<{ community?: string }>().params
  const own = staffGrants(me, now).filter(({ role }) => role === 'worker' || role === 'committee')
  const here =
    own.find(({ division }) => division.code === community) ??
    own.find(({ division }) => division.code === place) ??
    own[0]
  if (!me || !here) {
    return (
      <StaffOnly
        title="窗口实名登记"
        refusal={{
          title: '这里给社区窗口用',
          text: '您的账号没有这个身份。自己实名，请到「我的 → 实名」。',
        }}
      />
    )
  }
  const { code, name } = here.division
  const writes = own.some(({ role, division }) => role === 'worker' && division.code === code)
  return <Desk code={code} name={name} writes={writes} now={now} demo={me.demo} />
}

type DeskProps = { code: string; name: string; writes: boolean; now: number; demo: boolean }

function Desk({ code, name, writes, now, demo }: DeskProps) {
  const desk = useDesk(code)
  const [made, setMade] = useState<Recorded | null>(null)
  return (
    <Page
      title={writes ? '窗口实名登记' : '实名登记'}
      demo={demo}
      wide={writes ? 'split' : 'single'}
      {...desk}
    >
      {writes && (
        <Box className={styles.column}>
          <Place name={name} />
          {made && <Made made={made} />}
          <CounterForm community={code} now={now} onDone={setMade} />
        </Box>
      )}
      <Box className={styles.column}>
        {!writes && <Place name={name} />}
        <RecordedList community={code} now={now} />
        <MyReveals now={now} />
      </Box>
    </Page>
  )
}

function Place({ name }: { name: string }) {
  return (
    <Box as="p" className={styles.note}>
      {name}
    </Box>
  )
}

function Made({ made }: { made: Recorded }) {
  return (
    <Card>
      <Box className={styles.inner} role="status">
        <Tag tone="leaf">已登记</Tag>
        <Box as="p" className={styles.words}>
          {`${made.name ?? ''} ${made.idNumber ?? ''}。本人用 ${made.phone} 登录，就是实名的；证件请还给本人。`}
        </Box>
      </Box>
    </Card>
  )
}
