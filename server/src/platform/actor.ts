import type { Role } from '@tmt/shared/people/contract.ts'
import type { Organization } from '@tmt/shared/people/organization.ts'

/**
 * One valid role: what, and over which division; `place` narrows a grid worker's to one grid, `organization` is whom
 * somebody from outside speaks for.
 */
export type Scope = {
  role: Role
  division: string
  place?: string | null
  organization?: Organization
}
/** Who acts in somebody's place, and by which relation. */
export type HelpedBy = { helperId: string; helpId: string }
/** Who asks. A guest has no `personId`. */
export type Actor = {
  personId: string | null
  sessionId: string | null
  roles: readonly Scope[]
  /** The caller's network address, as far as the trusted proxies tell it. */
  address: string
  /** Somebody acts in this person's place: who it really is. */
  helpedBy?: HelpedBy
  /** The one community where this person may change anything; absent for everybody but a reviewer. */
  confinedTo?: string
}
/** A person who has signed in; routes that are not for guests get this. */
export type Person = Actor & { personId: string; sessionId: string }
