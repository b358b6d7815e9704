import type { MyResidency } from '@tmt/shared/residency/contract.ts'
import type { Claim, Conflict } from '@tmt/shared/residency/staff-contract.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Residency } from './store.ts'

/** As somebody is called before those who may know. */
export function nameOf({ name, phone }: Pick<Residency, 'name' | 'phone'>) {
  return name ?? `尾号 ${phone.slice(-4)} 的居民`
}
export function placeNameOf({ areaName, placeName }: Pick<Residency, 'areaName' | 'placeName'>) {
  return areaName === null ? placeName : `${areaName} ${placeName}`
}
function shown(secrets: Secrets, row: Residency) {
  const { id, communityId, communityName, placeCode, kind, since, evidence, status, version } = row
  const { submittedAt, dueAt, urgedAt, decidedAt, reason, note, demo } = row
  return {
    id,
    communityId,
    communityName,
    place: placeCode,
    placeName: placeNameOf(row),
    door: secrets.unseal(row.doorSealed),
    kind,
    since,
    evidence,
    certTail: row.certTailSealed === null ? null : secrets.unseal(row.certTailSealed),
    status,
    version,
    submittedAt,
    dueAt: status === 'pending' ? dueAt : null,
    urgedAt: status === 'pending' ? urgedAt : null,
    decidedAt,
    reason,
    note,
    demo,
  }
}
const isAtDoor = ({ status, atDoorAt }: Residency) => status === 'pending' && atDoorAt !== null

export function myView(secrets: Secrets, row: Residency): MyResidency {
  const { primaryOf, status, confirmBy } = row
  return {
    ...shown(secrets, row),
    primary: primaryOf !== null,
    confirmBy: status === 'verified' ? confirmBy : null,
    atDoor: isAtDoor(row),
  }
}
export function claimView(secrets: Secrets, row: Residency, conflict: Conflict | null): Claim {
  return {
    ...shown(secrets, row),
    name: nameOf(row),
    phone: row.phone,
    atDoor: isAtDoor(row),
    conflict,
  }
}
