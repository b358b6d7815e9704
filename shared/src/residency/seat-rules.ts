import type { Kind } from './contract.ts'
import { isResident } from './rules.ts'
import type { How, Purpose } from './seat-contract.ts'

/** Those of one door as far as a representative goes; `adultAt` is null for who is of age already. */
export type Member = { personId: string; adultAt: number | null }
export function isAdult({ adultAt }: Pick<Member, 'adultAt'>, now: number) {
  return adultAt === null || adultAt <= now
}
/** What a residency makes its person a member of; those who work there belong to neither. */
export function purposeOf(kind: Kind): Purpose | null {
  if (isResident(kind)) return 'household'
  return kind === 'ownerOnly' ? 'unit' : null
}

export type Standing = {
  purpose: Purpose
  members: readonly Member[]
  headId: string | null
  representativeId: string | null
  /** How the representative came to be; null where there is none. */
  how: How | null
  /** How many owners the certificate names; null until it is known. */
  owners: number | null
}
/**
 * Who is the representative by itself, after members came or went: a household's head where nobody else was agreed
 * upon, a unit's only owner. Who is no member, or not of age, is none (《领域规格》 §2.6).
 */
export function settled(one: Standing, now: number): { representativeId: string | null; how: How | null } {
  const { purpose, members, headId, representativeId, how, owners } = one
  const adults = members.filter((member) => isAdult(member, now))
  const isOne = (id: string | null) => id !== null && adults.some(({ personId }) => personId === id)
  const shared = owners !== null && owners > 1
  // What only followed from being the only owner ends with that; what was agreed stays.
  const stays = isOne(representativeId) && !(how === 'only' && (members.length > 1 || shared))
  if (stays && how !== 'head') return { representativeId, how }
  if (purpose === 'household') {
    if (isOne(headId)) return { representativeId: headId, how: 'head' }
  } else if (owners === 1 && members.length === 1 && adults.length === 1) {
    return { representativeId: adults[0]!.personId, how: 'only' }
  }
  return { representativeId: null, how: representativeId === null ? how : 'left' }
}

type Proposing = Pick<Standing, 'purpose' | 'members' | 'headId'> & { by: string }
/**
 * Whose word it takes: the head's for a household, or any other adult's where the head asks or is none of them; every
 * other owner's for a unit (民法典 第三百零一条: what is owned jointly is decided jointly).
 */
export function whoAgrees({ purpose, members, headId, by }: Proposing, now: number) {
  const others = members.filter((member) => member.personId !== by && isAdult(member, now))
  const ids = others.map(({ personId }) => personId)
  if (purpose === 'unit') return { ids, needed: ids.length }
  const heads = ids.filter((id) => id === headId)
  return heads.length > 0 ? { ids: heads, needed: 1 } : { ids, needed: Math.min(1, ids.length) }
}
type Proposal = Standing & { by: string; to: string; pending: boolean }
/** Why this can't be proposed, or null. */
export function obstacleToPropose(one: Proposal, now: number) {
  const { members, by, to, representativeId, pending, purpose, owners } = one
  const proposer = members.find(({ personId }) => personId === by)
  const chosen = members.find(({ personId }) => personId === to)
  if (!proposer || !isAdult(proposer, now)) return 'underAge'
  if (!chosen) return 'movedOut'
  if (!isAdult(chosen, now)) return 'minor'
  if (to === representativeId) return 'alreadyIs'
  if (pending) return 'pendingOther'
  if (purpose === 'unit' && (owners === null || members.length < owners)) return 'ownersMissing'
  return whoAgrees(one, now).needed === 0 ? 'nobodyElse' : null
}
type Agreeing = Proposing & { me: string; answered: readonly string[] }
/** Why this member's word doesn't count for what was proposed, or null. */
export function obstacleToAgree(one: Agreeing, now: number) {
  const { members, me, by, answered } = one
  const member = members.find(({ personId }) => personId === me)
  if (!member || !isAdult(member, now)) return 'minor'
  if (me === by) return 'ownProposal'
  if (answered.includes(me)) return 'answered'
  return whoAgrees(one, now).ids.includes(me) ? null : 'headDecides'
}
/** Who of those whose word it takes has given it; those who came or left meanwhile are reckoned with. */
export function agreementOf(one: Proposing & { answered: readonly string[] }, now: number) {
  const { ids, needed } = whoAgrees(one, now)
  const agreed = ids.filter((id) => one.answered.includes(id)).length
  return { agreed, needed, done: needed > 0 && agreed >= needed }
}
