import type { MyResidency } from '@tmt/shared/residency/contract.ts'
import type { Claim, Conflict } from '@tmt/shared/residency/staff-contract.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Residency } from './store.ts'

function shown(secrets: Secrets, row: Residency) {
  const { id, communityId, communityName, placeCode, kind, since, evidence, status, version } = row
  const { submittedAt, dueAt, decidedAt, reason, note, demo } = row
  return {
    id,
    communityId,
    communityName,
    place: placeCode,
    placeName: row.areaName === null ? row.placeName : `${row.areaName} ${row.placeName}`,
    door: secrets.unseal(row.doorSealed),
    kind,
    since,
    evidence,
    status,
    version,
    submittedAt,
    dueAt: status === 'pending' ? dueAt : null,
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
    name: row.name ?? `尾号 ${row.phone.slice(-4)} 的居民`,
    phone: row.phone,
    atDoor: isAtDoor(row),
    conflict,
  }
}
