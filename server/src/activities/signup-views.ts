import { isListed, statusAt } from '@tmt/shared/activities/queue.ts'
import type { Signup, Who } from '@tmt/shared/activities/signup-contract.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Shown } from './signup-store.ts'

/** Who comes, as told to the person who reads it. */
function whoOf({ participant, childId }: Shown, reader: string): Who {
  if (childId !== null) return { kind: 'child', id: childId }
  return participant === reader ? { kind: 'self' } : { kind: 'member', id: participant }
}
/** A sign-up as it is at this moment, to whoever answers for it or comes by it. */
export function signupView(row: Shown, reader: string, secrets: Secrets, now: number): Signup {
  const status = statusAt(row, now)
  const who = whoOf(row, reader)
  const known = row.childSealed === null ? (row.person ?? row.phone) : secrets.unseal(row.childSealed)
  return {
    id: row.id,
    activityId: row.activityId,
    status,
    at: row.at,
    who,
    name: who.kind === 'self' ? null : known,
    position: row.position === null ? null : Number(row.position),
    offerUntil: status === 'offered' ? row.offerUntil : null,
  }
}
/** The reader's own, and those of others whom they signed up and who are, or were, on the list. */
export function ownAndOthers(rows: readonly Shown[], reader: string) {
  const others = rows.filter(({ participant }) => participant !== reader)
  return {
    own: rows.find(({ participant }) => participant === reader),
    others: others.filter(({ status }) => isListed(status) || status === 'expiredOffer'),
  }
}
