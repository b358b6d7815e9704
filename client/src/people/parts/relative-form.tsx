import { addRelative, Relation, relationLabels } from '@tmt/shared/people/relatives.ts'
import { useState } from 'react'
import { Refused } from '../../platform/errors.ts'
import { checkForm, type FieldErrors } from '../../platform/form.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChipsField } from '../../ui/ChipsField'
import { TextField } from '../../ui/TextField'
import { Trouble } from '../../ui/Trouble'
import { useAddRelative } from '../relative-requests.ts'
import styles from './rows.module.scss'

const words = { relation: '请选一项', phone: '请填 11 位手机号' }

export function RelativeForm() {
  const [relation, setRelation] = useState<Relation | null>(null)
  const [phone, setPhone] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const add = useAddRelative(() => {
    setRelation(null)
    setPhone('')
  })
  const submit = () => {
    const input = { relation: relation as Relation, phone: phone.trim() }
    const wrong = checkForm(addRelative.body, input, words)
    setErrors(wrong)
    if (Object.keys(wrong).length === 0 && !add.isPending) add.mutate(input)
  }
  const refused = add.error instanceof Refused ? (add.error.fields.phone ?? null) : null
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        再申报一位
      </Box>
      <ChipsField
        error={errors.relation ?? null}
        label="对方是您的"
        value={relation}
        onChange={setRelation}
        options={Relation.options.map((value) => ({ value, label: relationLabels[value] }))}
      />
      <TextField
        label="对方的手机号"
        type="tel"
        maxLength={11}
        value={phone}
        onChange={setPhone}
        error={errors.phone ?? refused}
        onConfirm={submit}
      />
      {refused === null && <Trouble error={add.error} form />}
      <Button kind="secondary" block busy={add.isPending} onClick={submit}>
        加上这一位
      </Button>
    </Box>
  )
}
