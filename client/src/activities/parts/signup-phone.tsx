import type { RosterRow } from '@tmt/shared/activities/staff-contract.ts'
import { Button } from '../../ui/Button'
import { PhoneLink } from '../../ui/PhoneBar/link'
import { useSignupPhone } from '../staff-requests.ts'
import { Trouble } from '../../ui/Trouble'

type Props = { activityId: string; row: RosterRow }

/** The number of somebody who signed up, read when somebody wants to call them: each reading is written down. */
export function SignupPhone({ activityId, row: { id, name } }: Props) {
  const { data, error, isPending, mutate } = useSignupPhone(activityId, id)
  if (data) return <PhoneLink number={data.phone} of={name} focused />
  return (
    <>
      <Button kind="text" busy={isPending} onClick={() => mutate()} label={`看电话：${name}`}>
        看电话
      </Button>
      <Trouble error={error} />
    </>
  )
}
