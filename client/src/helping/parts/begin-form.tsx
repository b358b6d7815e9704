import { maskPhone } from '@tmt/shared/codes.ts'
import type { Output } from '@tmt/shared/contract.ts'
import { beginHelp, OnlineKinship, sendHelpCode } from '@tmt/shared/helping/contract.ts'
import { kinshipLabels } from '@tmt/shared/helping/labels.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { useNow } from '../../platform/clock.ts'
import { checkForm, type FieldErrors } from '../../platform/form.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChoiceField } from '../../ui/ChoiceField'
import { TextField } from '../../ui/TextField'
import { Trouble } from '../../ui/Trouble'
import { useBeginHelp, useSendHelpCode } from '../requests.ts'
import styles from './helping.module.scss'

const SECOND = 1_000
const words = { phone: '请填他的 11 位手机号', code: '请填短信里的 6 位数字', kinship: '请选您是他的什么人' }

/** Begins to help somebody: the code that was sent to them is their consent. Nothing typed is kept on the device. */
export function BeginForm({ onDone }: { onDone: () => void }) {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [kinship, setKinship] = useState<OnlineKinship | null>(null)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [sent, setSent] = useState<Output<typeof sendHelpCode> | null>(null)
  const now = useNow(SECOND)
  const request = useSendHelpCode()
  const begin = useBeginHelp(() => {
    setPhone('')
    setCode('')
    setSent(null)
    onDone()
  })
  const ask = () => {
    const found = checkForm(sendHelpCode.body, { phone }, words)
    setErrors(found)
    if (Object.keys(found).length === 0) request.mutate({ phone }, { onSuccess: setSent })
  }
  const submit = () => {
    const found = checkForm(beginHelp.body, { phone, code, kinship }, words)
    setErrors(found)
    if (Object.keys(found).length === 0 && kinship) begin.mutate({ phone, code, kinship })
  }
  const wait = sent ? Math.ceil((sent.resendAt - now) / SECOND) : 0
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        再帮一位
      </Box>
      <Box as="p" className={styles.note}>
        给他的手机发一条验证码；他把码告诉您，就是同意您帮他办。没有手机的，请他带证件到社区窗口登记。
      </Box>
      <TextField
        label="他的手机号"
        type="tel"
        maxLength={11}
        value={phone}
        onChange={(value) => {
          setPhone(value.replace(/\D/g, ''))
          setSent(null)
        }}
        error={errors.phone ?? null}
      />
      <Trouble error={request.error} />
      <Button
        kind="secondary"
        block
        busy={request.isPending}
        disabledReason={wait > 0 ? `${wait} 秒后可以再发一次` : null}
        onClick={ask}
      >
        {sent ? '再发一次验证码' : '给他发验证码'}
      </Button>
      {sent && (
        <>
          <Box as="p" className={styles.words} role="status">
            {sent.demoCode === null
              ? `验证码已发到 ${maskPhone(phone)}，${sayTime(sent.expiresAt, now)} 前有效。请向他要。`
              : `演示环境不发短信，${maskPhone(phone)} 的验证码是 ${sent.demoCode}`}
          </Box>
          <TextField
            label="他收到的验证码"
            type="number"
            maxLength={6}
            value={code}
            onChange={(value) => setCode(value.replace(/\D/g, ''))}
            error={errors.code ?? null}
          />
          <ChoiceField
            label="您是他的"
            options={OnlineKinship.options.map((value) => ({ value, label: kinshipLabels[value] }))}
            value={kinship}
            onChange={setKinship}
            error={errors.kinship ?? null}
          />
          <Trouble error={begin.error} />
          <Button busy={begin.isPending} onClick={submit}>
            开始帮他办
          </Button>
        </>
      )}
    </Box>
  )
}
