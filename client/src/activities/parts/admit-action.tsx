import type { RosterRow } from '@tmt/shared/activities/staff-contract.ts'
import { Button } from '../../ui/Button'
import { Trouble } from '../../ui/Trouble'
import { useAdmit } from '../staff-requests.ts'

type Props = { activityId: string; row: RosterRow }

/** A sign-up that staff look at first: confirmed, it has a place or waits for one. */
export function AdmitAction({ activityId, row: { id, name } }: Props) {
  const admit = useAdmit(activityId)
  return (
    <>
      <Button
        kind="secondary"
        busy={admit.isPending}
        onClick={() => admit.mutate({ id: activityId, signupId: id })}
        label={`确认报名：${name}`}
      >
        确认报名
      </Button>
      <Trouble error={admit.error} />
    </>
  )
}
