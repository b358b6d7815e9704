import { addChild, type ChildRelation } from '@tmt/shared/activities/children-contract.ts'
import { needsDataConsent, obstacleToChild, relationLabels } from '@tmt/shared/activities/children.ts'
import { useState } from 'react'
import { useNow } from '../../platform/clock.ts'
import { checkForm } from '../../platform/form.ts'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChoiceField } from '../../ui/ChoiceField'
import { Sheet } from '../../ui/Sheet'
import { Switch } from '../../ui/Switch'
import { TextField } from '../../ui/TextField'
import { Trouble } from '../../ui/Trouble'
import { useAddChild } from '../signup-requests.ts'
import styles from './signup-panel.module.scss'

const options = (Object.keys(relationLabels) as ChildRelation[]).map((value) => ({
  value,
  label: relationLabels[value],
}))
const words = { name: '请写孩子的姓名', born: '请写八位数字，例如 20190305' }
/** `20190305` as the contract has it. */
const dashed = (digits: string) => digits.trim().replace(/^(\d{4})-?(\d{2})-?(\d{2})$/, '$1-$2-$3')

/** A child without an account: little is asked, and its guardian agrees to each use by itself. */
export function ChildSheet({ onClose }: { onClose: () => void }) {
  const now = useNow()
  const [name, setName] = useState('')
  const [typed, setTyped] = useState('')
  const [relation, setRelation] = useState<ChildRelation>('parent')
  const [consent, setConsent] = useState(false)
  const [dataConsent, setDataConsent] = useState(false)
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const add = useAddChild(onClose)
  const born = dashed(typed)
  const input = { name: name.trim(), born, relation, consent, dataConsent }
  const whole = checkForm(addChild.body, input, words).born === undefined
  const young = whole && needsDataConsent(born, now)
  const submit = () => {
    const errors = checkForm(addChild.body, input, words)
    const obstacle = Object.keys(errors).length === 0 ? obstacleToChild(input, now) : null
    const field = obstacle === 'noSuchDay' || obstacle === 'grownUp' ? 'born' : 'consent'
    const found = obstacle ? { [field]: addChild.refusals[obstacle].title } : errors
    setWrong(found)
    if (Object.keys(found).length === 0) add.mutate(input)
  }
  return (
    <Sheet
      open
      title="登记一个孩子"
      onClose={onClose}
      actions={
        <>
          <Button busy={add.isPending} onClick={submit}>
            登记
          </Button>
          <Button kind="secondary" block onClick={onClose}>
            先不登记
          </Button>
        </>
      }
    >
      <Box className={styles.panel}>
        <Trouble error={add.error} />
        <TextField
          label="孩子的姓名"
          hint="加密保存；名单上只显示姓"
          maxLength={20}
          value={name}
          onChange={setName}
          error={wrong.name ?? null}
        />
        <TextField
          label="出生日期"
          hint="八位数字，例如 20190305，用来核对年龄"
          type="number"
          maxLength={10}
          value={typed}
          onChange={setTyped}
          error={wrong.born ?? null}
        />
        <ChoiceField label="您是孩子的" options={options} value={relation} onChange={setRelation} />
        <Switch label="我是孩子的监护人，同意孩子参加我报名的活动" checked={consent} onChange={setConsent} />
        {young && (
          <Switch
            label="孩子未满 14 周岁，我单独同意使用孩子的姓名和出生日期"
            note="只用来报名和核对年龄，随时可以删去"
            checked={dataConsent}
            onChange={setDataConsent}
          />
        )}
        {wrong.consent !== undefined && (
          <Box role="alert" className={styles.missing}>
            {wrong.consent}
          </Box>
        )}
        <Button kind="text" onClick={() => go('privacyNotice')}>
          隐私说明
        </Button>
      </Box>
    </Sheet>
  )
}
