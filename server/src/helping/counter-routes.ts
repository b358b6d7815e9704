import {
  endAtCounter,
  findHelped,
  type HelpConflict,
  helpedPerson,
  undoAtCounter,
} from '@tmt/shared/helping/counter-contract.ts'
import { counterConflict } from '@tmt/shared/helping/rules.ts'
import { HOUR } from '@tmt/shared/time.ts'
import { findDivision } from '../divisions/store.ts'
import { isStaffOf, mayWriteFor } from '../people/policy.ts'
import { hasDeclared, relatedTo } from '../people/relatives-store.ts'
import { validRoles } from '../people/session-store.ts'
import { findByPhone, findPerson } from '../people/store.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import { problem } from '../platform/problem.ts'
import { RateLimit } from '../platform/rate-limit.ts'
import type { Read } from '../platform/store.ts'
import type { HelpedActs } from './acts.ts'
import type { BeginParts } from './begin-routes.ts'
import { wasRecordedAt } from './counter-store.ts'
import { calledBy, short, tellBoth } from './helping.ts'
import { findAct, findHelp, finishHelp, helpersOf, listActs } from './store.ts'
import { actView, takeBack, wordsOf } from './undoing.ts'

type Parts = Pick<BeginParts, 'secrets' | 'revealCode' | 'registeredAt'> & { acts: HelpedActs }
type Both = { personId: string; helperId: string }
/** What a counter may look up in an hour: people stand in front of it, one after the other. */
const LOOKS_AN_HOUR = 60
const LAST_ACTS = 20

/** For each of the helpers, why this worker is not the one to step between them and the person; null where they are. */
async function conflictsWith(db: Read, worker: string, personId: string, helpers: readonly string[]) {
  const declared = await hasDeclared(db, worker)
  const related = await relatedTo(db, worker, [personId, ...helpers])
  return new Map<string, HelpConflict | null>(
    helpers.map((helperId) => {
      const both = [personId, helperId]
      const conflict = counterConflict({
        involved: both.includes(worker),
        declared,
        related: both.some((id) => related.has(id)),
      })
      return [helperId, conflict]
    }),
  )
}
async function conflictWith(db: Read, worker: string, { personId, helperId }: Both) {
  return (await conflictsWith(db, worker, personId, [helperId])).get(helperId) ?? null
}

/** At the counter, for who has no phone at hand or can't find the way: on the person's request, with its reason. */
export function counterRoutes(parts: Parts): Route[] {
  return [findRoute(parts), personRoute(parts), endRoute(parts), undoRoute(parts)]
}

async function loadCommunity(db: Read, communityId: string) {
  const division = await findDivision(db, communityId)
  return division?.level === 'community' ? { communityId } : undefined
}
/** Somebody whom this community knows: registered or helped by its counter, or a verified resident. */
async function knownHere({ registeredAt }: Parts, db: Read, id: string, communityId: string, now: number) {
  const person = await findPerson(db, id)
  if (!person || person.leftAt !== null) return undefined
  if (await registeredAt(db, id, communityId, now)) return person
  const roles = await validRoles(db, id, now)
  const lives = roles.some(({ role, division }) => role === 'resident' && division === communityId)
  return lives || (await wasRecordedAt(db, id, communityId)) ? person : undefined
}

function findRoute(parts: Parts) {
  const { secrets } = parts
  const limit = new RateLimit(LOOKS_AN_HOUR, HOUR)
  return perform(findHelped, {
    load: (tx, { communityId }) => loadCommunity(tx, communityId),
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, actor, input, now, refuseKeeping }) {
      const wait = limit.take(actor.personId, now)
      if (wait > 0) throw problem('tooManyRequests', { retryAfter: wait })
      const found = await findByPhone(tx, secrets, input.phone)
      const person = found && (await knownHere(parts, tx, found.id, input.communityId, now))
      // The same words for who is unknown and who is known elsewhere.
      return person ? { personId: person.id } : refuseKeeping('notHere')
    },
    audit: ({ communityId, phone }, _subject, done) => ({
      subject: done?.personId ?? `phone:${secrets.index('phone', phone).slice(0, 12)}`,
      details: { communityId },
    }),
  })
}

function personRoute(parts: Parts) {
  const { acts } = parts
  return answer(helpedPerson, {
    load: (db, { communityId }) => loadCommunity(db, communityId),
    sees: mayWriteFor,
    async view({ db, actor, input, now }) {
      const person = await knownHere(parts, db, input.id, input.communityId, now)
      if (!person) throw problem('notFound')
      const helpers = await helpersOf(db, person.id, now)
      const rows = (await listActs(db, person.id, null)).slice(0, LAST_ACTS)
      const involved = [...helpers, ...rows].map(({ helperId }) => helperId)
      const conflicts = await conflictsWith(db, actor.personId, person.id, [...new Set(involved)])
      const conflictOf = (helperId: string) => conflicts.get(helperId) ?? null
      const shown = []
      for (const row of rows)
        shown.push({ ...(await actView(db, acts, row, now)), conflict: conflictOf(row.helperId) })
      return {
        name: person.name ?? person.phoneMask,
        phone: person.phoneMask,
        helpedBy: helpers.map(({ helperId, ...help }) => ({ ...help, conflict: conflictOf(helperId) })),
        acts: shown,
      }
    },
    audit: ({ communityId, id }) => ({ subject: id, details: { communityId } }),
  })
}

function endRoute(parts: Parts) {
  const { secrets, revealCode } = parts
  return perform(endAtCounter, {
    async load(tx, { communityId, id }) {
      const community = await loadCommunity(tx, communityId)
      const help = await findHelp(tx, id)
      return community && help ? { communityId, help: { ...help, communityId } } : undefined
    },
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, actor, subject: { communityId, help }, now, refuse }) {
      const person = await knownHere(parts, tx, help.personId, communityId, now)
      if (!person) throw problem('notFound')
      const conflict = await conflictWith(tx, actor.personId, help)
      if (conflict) return refuse(conflict)
      if (!(await finishHelp(tx, help.id, actor.personId, now))) return refuse('ended')
      const helper = (await findPerson(tx, help.helperId))!
      const params = { helper: short(calledBy(helper)), person: short(calledBy(person)) }
      const text = { template: 'helpEnded', params } as const
      await tellBoth(tx, { secrets, sends: !revealCode }, [person, helper], text, now)
      return { ok: true as const }
    },
    audit: ({ id, communityId, reason }, { help: { helperId, personId } }) => ({
      subject: id,
      details: { communityId, helperId, personId, reason },
    }),
  })
}

function undoRoute(parts: Parts) {
  const { secrets, revealCode, acts } = parts
  return perform(undoAtCounter, {
    async load(tx, { communityId, id }) {
      const community = await loadCommunity(tx, communityId)
      const act = await findAct(tx, id)
      return community && act ? { communityId, act: { ...act, communityId } } : undefined
    },
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, actor, subject: { communityId, act }, now, refuse, raise }) {
      const person = await knownHere(parts, tx, act.personId, communityId, now)
      if (!person) throw problem('notFound')
      const conflict = await conflictWith(tx, actor.personId, act)
      if (conflict) return refuse(conflict)
      const obstacle = await takeBack(tx, acts, act, now, raise)
      if (obstacle) return refuse(obstacle)
      const helper = (await findPerson(tx, act.helperId))!
      const { did, title } = await wordsOf(tx, acts, act)
      const params = {
        helper: short(calledBy(helper)),
        person: short(calledBy(person)),
        act: short(`${did}：${title}`),
      }
      const text = { template: 'helpUndone', params } as const
      await tellBoth(tx, { secrets, sends: !revealCode }, [person, helper], text, now)
      return { ok: true as const }
    },
    audit: ({ id, communityId, reason }, { act }) => ({
      subject: id,
      details: { communityId, action: act.action, of: act.subject, personId: act.personId, reason },
    }),
  })
}
