import { undoByCode } from '@tmt/shared/helping/contract.ts'
import { useState } from 'react'
import { useDesk } from '../../../platform/desk.ts'
import { checkForm, type FieldErrors } from '../../../platform/form.ts'
import { go } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { TextField } from '../../../ui/TextField'
import { Trouble } from '../../../ui/Trouble'
import { useUndoByCode } from '../../requests.ts'
import styles from '../../parts/helping.module.scss'

const words = { code: '请填短信里的 8 位撤销码', phoneTail: '请填您手机号的最后 4 位数字' }

/** For who got the message and has no account at hand: two numbers from it, and the act is undone. */
export default function UndoByCode() {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  return (
    <Page title="凭撤销码撤销" demo={me?.demo ?? false} {...desk}>
      <Form />
    </Page>
  )
}

function Form() {
  const [code, setCode] = useState('')
  const [phoneTail, setTail] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const undo = useUndoByCode()
  const submit = () => {
    const input = { code, phoneTail }
    const found = checkForm(undoByCode.body, input, words)
    setErrors(found)
    if (Object.keys(found).length === 0) undo.mutate(input)
  }
  if (undo.isSuccess) {
    const { did, title } = undo.data
    return (
      <StateView
        kind="empty"
        title="已撤销"
        text={`撤销了：${did}，${title}。不想让他再替您办，请打社区窗口的电话，或登录后到「帮家人办」里结束。`}
        action={{ label: '回首页', onClick: () => go('home') }}
      />
    )
  }
  return (
    <Box as="section" className={styles.section}>
      <Box as="p" className={styles.words}>
        短信说有人替您办了事，不是您的意思，就在这里撤销，不用登录。
      </Box>
      <TextField
        label="撤销码"
        hint="短信里的 8 位数字，72 小时内有效"
        type="number"
        maxLength={8}
        value={code}
        onChange={(value) => setCode(value.replace(/\D/g, ''))}
        error={errors.code ?? null}
      />
      <TextField
        label="您手机号后四位"
        hint="收到短信的那个手机号"
        type="number"
        maxLength={4}
        value={phoneTail}
        onChange={(value) => setTail(value.replace(/\D/g, ''))}
        error={errors.phoneTail ?? null}
        onConfirm={submit}
      />
      <Trouble error={undo.error} />
      <Button busy={undo.isPending} onClick={submit}>
        撤销
      </Button>
      <Box as="p" className={styles.note}>
        短信找不到了，或撤销码不能用了：请打社区窗口的电话，或带证件到窗口，窗口可以代您撤销。
      </Box>
    </Box>
  )
}
