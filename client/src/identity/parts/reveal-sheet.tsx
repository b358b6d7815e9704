import { type Recorded, revealField, type SealedField } from '@tmt/shared/identity/contract.ts'
import { fieldLabels } from '@tmt/shared/identity/labels.ts'
import { useState } from 'react'
import { checkForm } from '../../platform/form.ts'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChoiceField } from '../../ui/ChoiceField'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { Trouble } from '../../ui/Trouble'
import { useReveal } from '../requests.ts'
import styles from './identity.module.scss'

const fields: readonly SealedField[] = ['phone', 'name', 'idNumber']
const words = { reason: '请写清为什么要看，至少 5 个字' }

type Props = { of: Recorded; community: string; onClose: () => void }

/** Reads one sealed field of one person. What it says is gone with the sheet. */
export function RevealSheet({ of, community, onClose }: Props) {
  const [field, setField] = useState<SealedField>('phone')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string | null>(null)
  const reveal = useReveal()
  const submit = () => {
    const wrong = checkForm(revealField.body, { field, reason }, words).reason ?? null
    setMissing(wrong)
    if (wrong === null) reveal.mutate({ id: of.personId, field, reason })
  }
  const openHelp = () => {
    // A sheet left open would keep the next page from being pressed.
    onClose()
    go('recordHelp', { community, person: of.personId })
  }
  const value = reveal.data?.value
  return (
    <Sheet
      open
      title="查看完整信息"
      onClose={onClose}
      actions={
        value === undefined ? (
          <>
            <Button busy={reveal.isPending} onClick={submit}>
              {`看${fieldLabels[field]}`}
            </Button>
            <Button kind="secondary" block onClick={onClose}>
              不看了
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>用完了，关上</Button>
        )
      }
    >
      <Box as="p" className={styles.words}>
        {[of.name, of.idNumber, of.phone].filter(Boolean).join(' · ')}
      </Box>
      <Button kind="text" onClick={openHelp}>
        登记由谁帮他办
      </Button>
      {value === undefined ? (
        <Box className={styles.column}>
          <Box as="p" className={styles.note}>
            每次查看都记下是谁、看了什么、为什么，本人看得到，第二天由个人信息保护负责人复核。
          </Box>
          <ChoiceField
            label="要看哪一项"
            options={fields.map((one) => ({ value: one, label: fieldLabels[one] }))}
            value={field}
            onChange={setField}
          />
          <TextArea
            label="理由"
            maxLength={200}
            rows={2}
            value={reason}
            onChange={setReason}
            error={missing}
            placeholder="例如：活动改期，短信没送达，打电话通知本人"
          />
          <Trouble error={reveal.error} />
        </Box>
      ) : (
        <Box role="status">
          <Box as="p" className={styles.note}>
            {fieldLabels[field]}
          </Box>
          <Box className={styles.value}>{value}</Box>
        </Box>
      )}
    </Sheet>
  )
}
