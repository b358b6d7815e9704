import { isInGrid } from '@tmt/shared/divisions/place-rules.ts'
import { CITY, isWithin, levelOf } from '@tmt/shared/divisions/rules.ts'
import { noticeRoles } from '@tmt/shared/notices/staff-rules.ts'
import type { Role } from '@tmt/shared/people/contract.ts'
import type { Actor } from '../platform/actor.ts'

// The one place that says what a role allows (《领域规格》 §2.3). Scopes are divisions; a role never reaches outside.

/** Whether the actor holds one of the roles over the division, directly or from above. */
function holds(actor: Actor, roles: readonly Role[], division: string) {
  return actor.roles.some((scope) => roles.includes(scope.role) && isWithin(division, scope.division))
}
type Local = { communityId: string }
/** Who works for a community, or for a unit above it that looks after it. */
const staff: readonly Role[] = ['worker', 'committee', 'town', 'district', 'city']

/** Staff who may know what is going on in a community, drafts too. */
export function isStaffOf(actor: Actor, { communityId }: Local) {
  return holds(actor, staff, communityId)
}
/** Who writes for a community. */
export function mayWriteFor(actor: Actor, { communityId }: Local) {
  return holds(actor, ['worker'], communityId)
}
/** For which organisation the actor may hand in something at a community (《领域规格》 §2.3 ORG, UNIT); undefined for none. */
export function organizationAt(actor: Actor, { communityId }: Local) {
  const held = actor.roles.find(
    ({ role, division, organization }) => role === 'organization' && division === communityId && organization,
  )
  return held?.organization ?? undefined
}
/** Who lets it out, or takes it back. */
export function mayPublishFor(actor: Actor, { communityId }: Local) {
  return holds(actor, ['worker', 'committee'], communityId)
}
/** Who may read the names of those who signed up. Town, district and city see totals, not persons. */
export function maySeePersonsOf(actor: Actor, { communityId }: Local) {
  return holds(actor, ['worker', 'committee'], communityId)
}
/** Where a notice stands: a community, or a unit above one, whose own staff speak for it. */
type Placed = { division: string }
/** Staff who may know of a unit's notices, drafts too: its own and those of the units above. */
export function isStaffAt(actor: Actor, { division }: Placed) {
  return holds(actor, staff, division)
}
export function mayWriteNoticeFor(actor: Actor, { division }: Placed) {
  return holds(actor, noticeRoles.write[levelOf(division)], division)
}
export function mayPublishNoticeFor(actor: Actor, { division }: Placed) {
  return holds(actor, noticeRoles.publish[levelOf(division)], division)
}
export function mayWithdrawNoticeFor(actor: Actor, { division }: Placed) {
  return holds(actor, noticeRoles.withdraw[levelOf(division)], division)
}
/** The grids and micro-grids of a community that the actor looks after; null when it is all of it. */
export function gridsOf(actor: Actor, communityId: string): readonly string[] | null {
  const scopes = actor.roles.filter(({ role, division }) => role === 'grid' && division === communityId)
  if (scopes.some(({ place }) => !place)) return null
  return scopes.flatMap(({ place }) => place ?? [])
}
/** Staff of a community, and those who look after a grid of it. */
export function worksIn(actor: Actor, { communityId }: Local) {
  return isStaffOf(actor, { communityId }) || gridsOf(actor, communityId)?.length !== 0
}
/** The grids that bound what is listed of persons: null for those who see the whole community. */
export function boundsOf(actor: Actor, { communityId }: Local) {
  return isStaffOf(actor, { communityId }) ? null : gridsOf(actor, communityId)
}
/** Who verifies whoever lives there: the community's workers, and the grid workers of that grid (《领域规格》 §2.6). */
export function mayVerifyAt(actor: Actor, place: { communityId: string; grid: string | null }) {
  if (holds(actor, ['worker'], place.communityId)) return true
  const grids = gridsOf(actor, place.communityId)
  return grids === null || grids.some((scope) => isInGrid(place.grid, scope))
}
/** Who decides what may stay to be seen; the town for the community that has nobody else. District and city only read. */
export function mayModerateFor(actor: Actor, { communityId }: Local) {
  return holds(actor, ['worker', 'committee', 'town'], communityId)
}
/** Who sees what concerns the whole city. */
export function maySeeCity(actor: Actor) {
  return holds(actor, ['city'], CITY)
}
/** Who runs the portal itself and answers opinions on it. */
export function isCityStaff(actor: Actor) {
  return holds(actor, ['city'], CITY)
}
/** The communities that the actor is a verified resident of. */
export function communitiesOf(actor: Actor) {
  return actor.roles.filter((scope) => scope.role === 'resident').map((scope) => scope.division)
}
/** Who reviews the reading of sealed fields: the one who answers for personal data, over all of the city. */
export function mayReviewReveals(actor: Actor) {
  return actor.roles.some(({ role }) => role === 'dpo')
}
