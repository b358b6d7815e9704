import {
  changeResidency,
  choosePrimary,
  claimResidency,
  confirmResidency,
  discardResidency,
  moveOut,
  myResidencies,
  type ResidencyFacts,
  withdrawResidency,
} from '@tmt/shared/residency/contract.ts'
import {
  confirmByAfter,
  MAX_RESIDENCIES,
  next,
  obstacleToConfirm,
  obstacleToFacts,
} from '@tmt/shared/residency/rules.ts'
import { findPlace } from '../divisions/place-store.ts'
import { findPerson, holdPerson } from '../people/store.ts'
import type { Person } from '../platform/actor.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read, Write } from '../platform/store.ts'
import { livedRoute } from './lived-route.ts'
import { dueAtOf } from './due-at-store.ts'
import { residencySubmitted } from './events.ts'
import { settleSeat } from './seat-standing.ts'
import { makePrimary, settleStanding } from './standing-store.ts'
import {
  countOf,
  discard,
  findResidency,
  insertResidency,
  residenciesOf,
  type Residency,
  rewrite,
  step,
} from './store.ts'
import { myView } from './views.ts'

export type ResidencyParts = { secrets: Secrets }
const everyone = () => true
export const isMine = (actor: Person, residency: Residency) => residency.personId === actor.personId
export const load = (db: Read, { id }: { id: string }) => findResidency(db, id)
const audit = ({ id }: { id: string }) => ({ subject: id })

/** Digits of a certificate are kept of owners alone. */
function factsOf({ place, door, kind, since, evidence, certTail }: ResidencyFacts): ResidencyFacts {
  const kept = kind === 'ownerOnly' ? certTail : null
  return { place, door: door.trim(), kind, since, evidence, certTail: kept }
}
/** Why these facts can't be kept, or null. */
async function obstacleTo(db: Read, facts: ResidencyFacts, now: number) {
  const place = await findPlace(db, facts.place)
  const isHome = place?.kind === 'building' || place?.kind === 'group'
  return isHome && place.closedAt === null ? obstacleToFacts(facts, now) : 'noSuchPlace'
}

export function residentRoutes({ secrets }: ResidencyParts): Route[] {
  const reread = async (tx: Write, id: string) => myView(secrets, (await findResidency(tx, id))!)
  const submitted = ({ id, personId, communityId }: Residency, due: number) =>
    residencySubmitted({ id, personId, communityId, dueAt: due })

  return [
    livedRoute,
    answer(myResidencies, {
      load: async (_db, input) => input,
      sees: everyone,
      async view({ db, actor }) {
        const rows = await residenciesOf(db, actor.personId)
        return { items: rows.map((row) => myView(secrets, row)) }
      },
    }),
    perform(claimResidency, {
      load: (tx, _input, actor) => findPerson(tx, actor.personId),
      sees: everyone,
      may: everyone,
      async run({ tx, input, subject: { id: personId, demo }, now, refuse, tell }) {
        const facts = factsOf(input)
        const obstacle = await obstacleTo(tx, facts, now)
        if (obstacle) return refuse(obstacle)
        await holdPerson(tx, personId)
        if ((await countOf(tx, personId)) >= MAX_RESIDENCIES) return refuse('tooMany')
        const { submit } = input
        const dueAt = await dueAtOf(tx, now)
        const id = await insertResidency(tx, secrets, { personId, facts, submit, dueAt, demo }, now)
        const made = (await findResidency(tx, id))!
        if (submit) tell(submitted(made, dueAt))
        return myView(secrets, made)
      },
      // Where somebody lives stays out of the log.
      audit: ({ submit, kind }, _subject, made) => ({
        subject: made?.id ?? 'new',
        details: { submit, kind, communityId: made?.communityId ?? null },
      }),
      unique: { residencies_once: 'alreadyThere' },
    }),
    perform(changeResidency, {
      load,
      sees: isMine,
      may: everyone,
      async run({ tx, input, subject, now, refuse, tell }) {
        const facts = factsOf(input)
        const { submit, version } = input
        if (version !== subject.version) return refuse('stale')
        if (next(subject.status, submit ? 'submit' : 'save') === null) return refuse('notEditable')
        const obstacle = await obstacleTo(tx, facts, now)
        if (obstacle) return refuse(obstacle)
        const { id } = subject
        const dueAt = await dueAtOf(tx, now)
        if (!(await rewrite(tx, secrets, { id, version, facts, submit, dueAt }, now))) return refuse('stale')
        const written = (await findResidency(tx, id))!
        if (submit) tell(submitted(written, dueAt))
        return myView(secrets, written)
      },
      audit: ({ id, submit, version }) => ({ subject: id, details: { submit, version } }),
      unique: { residencies_once: 'alreadyThere' },
    }),
    perform(withdrawResidency, {
      load,
      sees: isMine,
      may: everyone,
      async run({ tx, subject, now, refuse }) {
        if (!(await step(tx, subject.id, 'withdraw', now, { dueAt: null, atDoorAt: null })))
          return refuse('notWaiting')
        return reread(tx, subject.id)
      },
      audit,
    }),
    perform(discardResidency, {
      load,
      sees: isMine,
      may: everyone,
      async run({ tx, subject, refuse }) {
        if (!(await discard(tx, subject.id))) return refuse('notADraft')
        return { ok: true } as const
      },
      audit,
    }),
    perform(confirmResidency, {
      load,
      sees: isMine,
      may: everyone,
      async run({ tx, subject, now, refuse }) {
        const { id, personId, communityId } = subject
        await holdPerson(tx, personId)
        const current = (await findResidency(tx, id))!
        const obstacle = obstacleToConfirm(current, now)
        if (obstacle) return refuse(obstacle)
        if (!(await step(tx, id, 'confirm', now, { confirmBy: confirmByAfter(now) })))
          return refuse('notVerified')
        await settleStanding(tx, personId, communityId, now)
        return reread(tx, id)
      },
      audit,
    }),
    perform(moveOut, {
      load,
      sees: isMine,
      may: everyone,
      async run({ tx, subject, now, refuse, tell }) {
        const { id, personId, communityId } = subject
        await holdPerson(tx, personId)
        if (!(await step(tx, id, 'moveOut', now))) return refuse('notVerified')
        await settleSeat(tx, subject, now, tell)
        await settleStanding(tx, personId, communityId, now)
        return reread(tx, id)
      },
      audit,
    }),
    perform(choosePrimary, {
      load,
      sees: isMine,
      may: everyone,
      async run({ tx, subject, refuse }) {
        await holdPerson(tx, subject.personId)
        const current = (await findResidency(tx, subject.id))!
        if (current.status !== 'verified') return refuse('notVerified')
        await makePrimary(tx, subject.personId, subject.id)
        return reread(tx, subject.id)
      },
      audit,
    }),
  ]
}
