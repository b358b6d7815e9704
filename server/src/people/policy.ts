import { isWithin } from '@tmt/shared/divisions/rules.ts'
import type { Role } from '@tmt/shared/people/contract.ts'
import type { Actor } from '../platform/actor.ts'

// The one place that says what a role allows (《领域规格》 §2.3). Scopes are divisions; a role never reaches outside.

/** Whether the actor holds one of the roles over the division, directly or from above. */
function holds(actor: Actor, roles: readonly Role[], division: string) {
  return actor.roles.some((scope) => roles.includes(scope.role) && isWithin(division, scope.division))
}
type Local = { communityId: string }

/** Staff who may know what is going on in a community, drafts too. */
export function isStaffOf(actor: Actor, { communityId }: Local) {
  return holds(actor, ['worker', 'committee', 'town', 'city'], communityId)
}
/** Who writes for a community. */
export function mayWriteFor(actor: Actor, { communityId }: Local) {
  return holds(actor, ['worker'], communityId)
}
/** Who lets it out, or takes it back. */
export function mayPublishFor(actor: Actor, { communityId }: Local) {
  return holds(actor, ['worker', 'committee'], communityId)
}
/** Who may read the names of those who signed up. Town and city see totals, not persons. */
export function maySeePersonsOf(actor: Actor, { communityId }: Local) {
  return holds(actor, ['worker', 'committee'], communityId)
}
/** The communities that the actor is a verified resident of. */
export function communitiesOf(actor: Actor) {
  return actor.roles.filter((scope) => scope.role === 'resident').map((scope) => scope.division)
}
/** Who reviews the reading of sealed fields: the one who answers for personal data, over all of the city. */
export function mayReviewReveals(actor: Actor) {
  return actor.roles.some(({ role }) => role === 'dpo')
}
