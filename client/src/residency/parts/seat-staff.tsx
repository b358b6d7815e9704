import type { AreaBasis, Seat, UnitFacts } from '@tmt/shared/residency/seat-contract.ts'
import { AreaBasis as Basis, settleSeat } from '@tmt/shared/residency/seat-contract.ts'
import { basisLabels, purposeLabels, representativeLabels } from '@tmt/shared/residency/seat-labels.ts'
import { useState } from 'react'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChoiceField } from '../../ui/ChoiceField'
import { Loaded } from '../../ui/Loaded'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { TextField } from '../../ui/TextField'
import { Trouble } from '../../ui/Trouble'
import { useSeatOf, useSettleSeat } from '../seat-requests.ts'
import { readArea, writeArea } from './area.ts'
import { SeatMembers } from './seat-members.tsx'
import styles from './stack.module.scss'

/** The household or the unit of a verified claim; read when asked for alone, since each reading is written down. */
export function SeatOfClaim({ id, may }: { id: string; may: boolean }) {
  const [open, setOpen] = useState(false)
  return open ? (
    <Read id={id} may={may} />
  ) : (
    <Button kind="secondary" block onClick={() => setOpen(true)}>
      看这一户（房产）和代表
    </Button>
  )
}
function Read({ id, may }: { id: string; may: boolean }) {
  const query = useSeatOf(id)
  return (
    <Loaded
      query={query}
      skeleton={{ rows: 3 }}
      empty={({ seat }) =>
        seat ? null : { title: '还没有立户', text: '核验以后，同一门牌的人自动在一户。' }
      }
    >
      {({ seat }) => seat && <Staff key={`${seat.id}${seat.version}`} seat={seat} may={may} />}
    </Loaded>
  )
}

type Asked = 'head' | 'unit' | 'representative' | null
function Staff({ seat, may }: { seat: Seat; may: boolean }) {
  const { purpose } = seat
  const [asked, setAsked] = useState<Asked>(null)
  const close = () => setAsked(null)
  const word = representativeLabels[purpose]
  return (
    <Box as="section" label={purposeLabels[purpose]} className={styles.stack}>
      <Box as="h3" className={styles.title}>
        {purposeLabels[purpose]}
      </Box>
      <SeatMembers seat={seat} />
      {may && (
        <>
          <Button kind="secondary" block onClick={() => setAsked(purpose === 'household' ? 'head' : 'unit')}>
            {purpose === 'household' ? '写明户主' : '录入面积和共有人数'}
          </Button>
          <Button kind="secondary" block onClick={() => setAsked('representative')}>
            {`见证换${word}`}
          </Button>
        </>
      )}
      {asked === 'unit' && <UnitSheet seat={seat} onClose={close} />}
      {(asked === 'head' || asked === 'representative') && (
        <MemberSheet seat={seat} role={asked} onClose={close} />
      )}
    </Box>
  )
}

type MemberProps = { seat: Seat; role: 'head' | 'representative'; onClose: () => void }
function MemberSheet({ seat: { id, version, purpose, members }, role, onClose }: MemberProps) {
  const [member, setMember] = useState<string | null>(members.find((one) => one[role])?.id ?? null)
  const [note, setNote] = useState('')
  const settle = useSettleSeat(onClose)
  const witness = role === 'representative'
  const word = witness ? representativeLabels[purpose] : '户主'
  const offered = witness ? members.filter(({ minor }) => !minor) : members
  const why =
    member === null
      ? '请先选一位'
      : witness && note.trim() === ''
        ? settleSeat.refusals.noteNeeded.title
        : null
  const send = () =>
    member !== null && settle.mutate({ id, version, [role]: member, ...(witness && { note: note.trim() }) })
  return (
    <Sheet
      open
      title={witness ? `见证换${word}` : '谁是户主？'}
      onClose={onClose}
      actions={
        <Button busy={settle.isPending} disabledReason={why} onClick={send}>
          {witness ? '见证，换' : '写明户主'}
        </Button>
      }
    >
      <Trouble error={settle.error} form />
      <Box as="p">
        {witness
          ? '请在大家都在场、都说清楚以后再办；大家打开“我的户和房产”会看到。'
          : '按户口簿写；没有另外推户代表的，户主就是户代表。'}
      </Box>
      <ChoiceField
        label={word}
        options={offered.map((one) => ({ value: one.id, label: one.name }))}
        value={member}
        onChange={setMember}
      />
      {witness && (
        <TextArea
          label="谁在场，看了什么"
          required
          maxLength={200}
          value={note}
          onChange={setNote}
          placeholder="例如：两位共有人都在场，看了书面推定"
        />
      )}
    </Sheet>
  )
}

function UnitSheet({ seat: { id, version, unit }, onClose }: { seat: Seat; onClose: () => void }) {
  const [area, setArea] = useState(unit ? writeArea(unit.area) : '')
  const [owners, setOwners] = useState(unit ? String(unit.owners) : '')
  const [basis, setBasis] = useState<AreaBasis>(unit?.basis ?? 'register')
  const settle = useSettleSeat(onClose)
  const read = readArea(area)
  const count = /^[1-9]\d?$/.test(owners.trim()) ? Number(owners) : null
  const facts: UnitFacts | null =
    read === null || count === null ? null : { area: read, basis, owners: count }
  const why =
    read === null ? '请写面积，例如 98.65' : count === null ? '请写产权证上有几位共有人，1 到 99' : null
  return (
    <Sheet
      open
      title="面积和共有人数"
      onClose={onClose}
      actions={
        <Button
          busy={settle.isPending}
          disabledReason={why}
          onClick={() => facts && settle.mutate({ id, version, unit: facts })}
        >
          保存
        </Button>
      }
    >
      <Trouble error={settle.error} form />
      <TextField
        label="专有部分面积（平方米）"
        hint="最多两位小数"
        type="digit"
        value={area}
        onChange={setArea}
      />
      <ChoiceField
        label="按什么录的"
        hint="有登记簿的按登记簿，没有的依次按测绘、合同"
        options={Basis.options.map((value) => ({ value, label: basisLabels[value] }))}
        value={basis}
        onChange={setBasis}
      />
      <TextField
        label="产权证上有几位共有人"
        hint="一个人的写 1"
        type="number"
        maxLength={2}
        value={owners}
        onChange={setOwners}
      />
    </Sheet>
  )
}
