import { setName } from '@tmt/shared/people/contract.ts'
import { useState } from 'react'
import { Refused, sayError } from '../../platform/errors.ts'
import { checkForm } from '../../platform/form.ts'
import { useSetName } from '../../platform/me.ts'
import { useSession } from '../../platform/session.ts'
import { Button } from '../Button'
import { Sheet } from '../Sheet'
import { TextField } from '../TextField'

type Way = { label: string; onClick: () => void }
export type NameSheetProps = {
  /** What is pressed to keep the name, and what comes then. */
  save: Way
  /** What is pressed to do without. */
  otherwise: Way
  onClose: () => void
}
const words = { name: '请写称呼，最多 20 个字' }

/** Asks what the community calls this person. Drawn while it is asked. */
export function NameSheet({ save, otherwise, onClose }: NameSheetProps) {
  const [name, change] = useState(useSession((s) => s.me?.name) ?? '')
  const [wrong, setWrong] = useState<string | null>(null)
  const command = useSetName(save.onClick)
  const submit = () => {
    const input = { name: name.trim() }
    const found = checkForm(setName.body, input, words).name ?? null
    setWrong(found)
    if (found === null && !command.isPending) command.mutate(input)
  }
  return (
    <Sheet
      open
      title="社区怎么称呼您？"
      onClose={onClose}
      actions={
        <>
          <Button busy={command.isPending} onClick={submit}>
            {save.label}
          </Button>
          <Button kind="secondary" block onClick={otherwise.onClick}>
            {otherwise.label}
          </Button>
        </>
      }
    >
      <TextField
        label="称呼"
        hint="写在报名名单上，只有社区工作人员看得到"
        maxLength={20}
        autoComplete="name"
        value={name}
        onChange={change}
        error={wrong ?? refusal(command.error)}
        onConfirm={submit}
      />
    </Sheet>
  )
}

function refusal(error: Error | null) {
  if (error === null) return null
  return (error instanceof Refused ? error.fields.name : undefined) ?? sayError(error)
}
