import { recordAtCounter, type Recorded } from '@tmt/shared/identity/contract.ts'
import { ageOf, normalizeIdNumber, obstacleToIdNumber } from '@tmt/shared/people/id-number.ts'
import { useState } from 'react'
import { Refused } from '../../platform/errors.ts'
import { checkForm, type FieldErrors } from '../../platform/form.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Switch } from '../../ui/Switch'
import { TextField } from '../../ui/TextField'
import { Trouble } from '../../ui/Trouble'
import { useRecord } from '../requests.ts'
import styles from './identity.module.scss'

const empty = { phone: '', name: '', idNumber: '', agreed: false, guardian: false }
type Entry = typeof empty
const words = { phone: '请填 11 位手机号', name: '请照证件填姓名', idNumber: '请照证件填身份证号' }
const { refusals } = recordAtCounter
const GUARDED_UNDER = 14

/** Known only once the number holds. */
function isChild(idNumber: string, now: number) {
  const number = normalizeIdNumber(idNumber)
  return obstacleToIdNumber(number, now) === null && ageOf(number, now) < GUARDED_UNDER
}
function check(entry: Entry, now: number): FieldErrors {
  const errors = checkForm(recordAtCounter.body, entry, words)
  const obstacle = obstacleToIdNumber(normalizeIdNumber(entry.idNumber), now)
  return obstacle && !errors.idNumber ? { ...errors, idNumber: refusals[obstacle].title } : errors
}

type Props = { community: string; now: number; onDone: (made: Recorded) => void }

/**
 * At the window, with the card in hand. Nothing typed is kept on this machine, which many people use: no draft, and
 * the fields are empty again as soon as it is sent.
 */
export function CounterForm({ community, now, onDone }: Props) {
  const [entry, setEntry] = useState(empty)
  const [errors, setErrors] = useState<FieldErrors>({})
  const record = useRecord((made) => {
    setEntry(empty)
    onDone(made)
  })
  const change = (patch: Partial<Entry>) => setEntry((before) => ({ ...before, ...patch }))
  const child = isChild(entry.idNumber, now)
  const missing = !entry.agreed ? '请先向本人说明用途，本人同意后打开上面的“同意”' : null
  const submit = () => {
    record.reset()
    const found = check(entry, now)
    setErrors(found)
    if (Object.keys(found).length === 0) record.mutate({ communityId: community, ...entry })
  }
  const refused = record.error instanceof Refused ? record.error.fields : {}
  const shown = { ...errors, ...refused }
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        登记一个人
      </Box>
      <TextField
        label="手机号"
        hint="本人登录用的；孩子填监护人给孩子用的号码"
        type="tel"
        maxLength={11}
        value={entry.phone}
        onChange={(value) => change({ phone: value.replace(/\D/g, '') })}
        error={shown.phone ?? null}
      />
      <TextField
        label="姓名"
        maxLength={50}
        value={entry.name}
        onChange={(name) => change({ name })}
        error={shown.name ?? null}
      />
      <TextField
        label="身份证号"
        hint="18 位，最后一位可以是 X；看过证件即可，不拍照"
        maxLength={40}
        value={entry.idNumber}
        onChange={(idNumber) => change({ idNumber })}
        error={shown.idNumber ?? null}
        onConfirm={submit}
      />
      <Box className={styles.rows}>
        {child && (
          <Switch
            label="监护人在场并同意"
            note="未满 14 周岁，要由监护人同意"
            checked={entry.guardian}
            onChange={(guardian) => change({ guardian })}
          />
        )}
        <Switch
          label={child ? '监护人同意登记' : '本人同意登记'}
          note="已当面说明：只用来确认身份，加密保存，随时可以撤回"
          checked={entry.agreed}
          onChange={(agreed) => change({ agreed })}
        />
      </Box>
      {Object.keys(refused).length === 0 && <Trouble error={record.error} />}
      <Button
        busy={record.isPending}
        disabledReason={child && !entry.guardian ? '未满 14 周岁，请先确认监护人在场' : missing}
        onClick={submit}
      >
        登记
      </Button>
    </Box>
  )
}
