import { maskPhone } from '@tmt/shared/codes.ts'
import type { Output } from '@tmt/shared/contract.ts'
import { NOT_AGREED } from '@tmt/shared/people/consent.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { requestCode, signInByCode } from '@tmt/shared/people/sign-in-contract.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { useNow } from '../../platform/clock.ts'
import { deviceName } from '../../platform/device'
import { useDraft } from '../../platform/drafts.ts'
import { Refused, sayError } from '../../platform/errors.ts'
import { checkForm, type FieldErrors } from '../../platform/form.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import { useRequestCode, useSignInByCode } from '../sign-in-requests.ts'
import styles from './sms-form.module.scss'

const SECOND = 1_000
const words = { phone: '请填 11 位手机号', code: '请填短信里的 6 位数字' }
/** These are about the code; what else is refused is about the number. */
const ofCode = ['wrongCode', 'codeExpired']

export function SmsForm({ agreed, onDone }: { agreed: boolean; onDone: () => void }) {
  // The number outlives the page; the code is of use for five minutes only.
  const draft = useDraft('sign-in', { phone: '' })
  const [code, setCode] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const now = useNow(SECOND)
  const request = useRequestCode()
  const [sent, setSent] = useState<Output<typeof requestCode> | null>(null)
  const signIn = useSignInByCode({
    onDone: () => {
      draft.discard()
      onDone()
    },
  })
  const { phone } = draft.value

  const ask = () => {
    const found = checkForm(requestCode.body, { phone }, words)
    setErrors(found)
    if (Object.keys(found).length > 0) return
    request.mutate(
      { phone },
      { onSuccess: setSent, onError: (error) => setErrors({ phone: sayError(error) }) },
    )
  }
  const submit = () => {
    if (!agreed) return
    const input = { phone, code, device: deviceName(), agreed: PRIVACY_VERSION }
    const found = checkForm(signInByCode.body, input, words)
    setErrors(found)
    if (Object.keys(found).length > 0) return
    signIn.mutate(input, { onError: (error) => setErrors(errorsOf(error)) })
  }
  const anotherNumber = () => {
    setSent(null)
    setCode('')
    setErrors({})
  }
  const wait = sent ? Math.ceil((sent.resendAt - now) / SECOND) : 0
  return (
    <Box className={styles.form}>
      {sent ? (
        <Box className={styles.sent} role="status">
          <Box as="p" className={styles.words}>
            {saySent(sent, maskPhone(phone), now)}
          </Box>
          <Box className={styles.change}>
            <Button kind="text" onClick={anotherNumber}>
              换一个手机号
            </Button>
          </Box>
        </Box>
      ) : (
        <TextField
          label="手机号"
          type="tel"
          maxLength={11}
          autoComplete="tel"
          value={phone}
          onChange={(value) => draft.change({ phone: value.replace(/\D/g, '') })}
          error={errors.phone ?? null}
        />
      )}
      <Button
        kind="secondary"
        block
        busy={request.isPending}
        disabledReason={wait > 0 ? `${wait} 秒后可以再发一次` : null}
        onClick={ask}
      >
        {sent ? '再发一次验证码' : '获取验证码'}
      </Button>
      {sent && errors.phone !== undefined && (
        <Box as="p" className={styles.wrong} role="alert">
          {errors.phone}
        </Box>
      )}
      <TextField
        label="验证码"
        type="number"
        // A message bears six digits; whoever reviews the mini-program has a longer code.
        maxLength={12}
        autoComplete="one-time-code"
        value={code}
        onChange={(value) => setCode(value.replace(/\D/g, ''))}
        error={errors.code ?? null}
        onConfirm={submit}
      />
      <Button busy={signIn.isPending} disabledReason={agreed ? null : NOT_AGREED} onClick={submit}>
        登录
      </Button>
    </Box>
  )
}

/** Where the code went, so that a slip in the number shows. */
function saySent({ demoCode, expiresAt }: Output<typeof requestCode>, phone: string, now: number) {
  return demoCode === null
    ? `验证码已发到 ${phone}，${sayTime(expiresAt, now)} 前有效。没收到请看看拦截的短信。`
    : `演示环境不发短信，${phone} 的验证码是 ${demoCode}`
}

function errorsOf(error: Error): FieldErrors {
  if (!(error instanceof Refused)) return { code: sayError(error) }
  if (Object.keys(error.fields).length > 0) return error.fields
  const words = [sayError(error), error.detail].filter(Boolean).join('。')
  return ofCode.includes(error.code) ? { code: words } : { phone: words }
}
