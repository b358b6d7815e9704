import type { RosterRow } from '@tmt/shared/activities/contract.ts'
import { useEffect } from 'react'
import { Button } from '../../ui/Button'
import { PhoneLink } from '../../ui/PhoneBar/link'
import { useSignupPhone } from '../requests.ts'
import { Trouble } from './trouble.tsx'

type Props = {
  activityId: string
  row: RosterRow
  /** The number stands where the button was, which had the focus. */
  onShown?: () => void
}

/** The number of somebody who signed up, read when somebody wants to call them: each reading is written down. */
export function SignupPhone({ activityId, row: { id, name }, onShown }: Props) {
  const { data, error, isPending, mutate } = useSignupPhone(activityId, id)
  useEffect(() => {
    if (data) onShown?.()
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it is there
  }, [data])
  if (data) return <PhoneLink number={data.phone} of={name} />
  return (
    <>
      <Button kind="text" busy={isPending} onClick={() => mutate()} label={`看${name}的电话`}>
        看电话
      </Button>
      <Trouble error={error} />
    </>
  )
}
