import { useRouter } from '@tarojs/taro'
import type { UnitTotals } from '@tmt/shared/residency/seat-contract.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { staffGrants, useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { Row } from '../../../ui/Row'
import { Sheet } from '../../../ui/Sheet'
import { StaffOnly } from '../../../ui/StaffOnly'
import { TextField } from '../../../ui/TextField'
import { Trouble } from '../../../ui/Trouble'
import { readArea, sayArea, writeArea } from '../../parts/area.ts'
import { useSetUnitTotals, useUnitTotals } from '../../seat-requests.ts'
import styles from '../../parts/stack.module.scss'

/** How many units each 小区 has and how large they are together: what a vote of the owners is reckoned against. */
export default function Totals() {
  const me = useSession((s) => s.me)
  const now = useNow()
  const writing = staffGrants(me, now)
    .filter(({ role }) => role === 'worker')
    .map(({ division }) => division.code)
  const { community = writing[0] } = useRouter<{ community?: string }>().params
  if (!me || community === undefined) {
    return (
      <StaffOnly
        title="小区的房产数"
        refusal={{ title: '这里给社区工作者用', text: '自己的房产，请看“我的户和房产”。' }}
      />
    )
  }
  return <Community code={community} write={writing.includes(community)} demo={me.demo} />
}

function Community({ code, write, demo }: { code: string; write: boolean; demo: boolean }) {
  const desk = useDesk(code)
  const query = useUnitTotals(code)
  const [asked, setAsked] = useState<UnitTotals | null>(null)
  return (
    <Page title="小区的房产数" demo={demo} {...desk}>
      <Box as="p" className={styles.note}>
        按不动产登记或测绘成果录入，业主表决按它算总数。这里只有数字，没有人，也没有门牌。
      </Box>
      <Loaded
        query={query}
        empty={({ items }) =>
          items.length > 0 ? null : { title: '还没有录入小区', text: '先在“地址管理”里录小区。' }
        }
        refused={() => ({ label: '回我的', onClick: () => go('mine') })}
      >
        {({ items }) => (
          <Box className={styles.rows}>
            {items.map((one) => (
              <Row
                key={one.place}
                icon="building"
                title={one.name}
                note={say(one)}
                {...(write && { onClick: () => setAsked(one) })}
              />
            ))}
          </Box>
        )}
      </Loaded>
      {asked && <TotalsSheet key={asked.place} one={asked} onClose={() => setAsked(null)} />}
    </Page>
  )
}
function say({ entered, verified }: UnitTotals) {
  const all = entered === null ? '还没有录入总数' : `共 ${entered.units} 个专有部分，${sayArea(entered.area)}`
  return `${all} · 已核验业主的 ${verified.units} 个，${sayArea(verified.area)}`
}

function TotalsSheet({ one, onClose }: { one: UnitTotals; onClose: () => void }) {
  const { place: code, name, entered, version } = one
  const [units, setUnits] = useState(entered ? String(entered.units) : '')
  const [area, setArea] = useState(entered ? writeArea(entered.area) : '')
  const save = useSetUnitTotals(onClose)
  const read = readArea(area)
  const count = /^[1-9]\d{0,4}$/.test(units.trim()) ? Number(units) : null
  const why = count === null ? '请写专有部分的个数' : read === null ? '请写总面积，例如 86432.50' : null
  return (
    <Sheet
      open
      title={`${name}的房产数`}
      onClose={onClose}
      actions={
        <Button
          busy={save.isPending}
          disabledReason={why}
          onClick={() =>
            count !== null && read !== null && save.mutate({ code, units: count, area: read, version })
          }
        >
          保存
        </Button>
      }
    >
      <Trouble error={save.error} form />
      <TextField label="专有部分有几个" type="number" maxLength={5} value={units} onChange={setUnits} />
      <TextField
        label="专有部分总面积（平方米）"
        hint="最多两位小数"
        type="digit"
        value={area}
        onChange={setArea}
      />
    </Sheet>
  )
}
