import type { Command, Query } from '@tmt/shared/contract.ts'
import { isStaffRole } from '@tmt/shared/people/contract.ts'
import type { Actor } from './actor.ts'
import { type Answer, type Answers, makeAnswer } from './answers.ts'
import { record } from './audit.ts'
import { type AuditSubject, KeptRefusal, type Route } from './endpoint.ts'
import type { Happened, React } from './events.ts'
import type { Helping } from './helping.ts'
import { commandKey, recall, remember, type Stored } from './idempotency.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { problem, ProblemError } from './problem.ts'
import { type Store, UniqueViolation, type Write } from './store.ts'

export type House = {
  store: Store
  answers: Answers
  react: React
  now: () => number
  /** Without it nobody acts for anybody. */
  helping?: Helping
}
export type Request = { id: string; idempotencyKey: string | undefined; url: string }
export type QueryRoute = Extract<Route, { asked: unknown }>
export type CommandRoute = Extract<Route, { performed: unknown }>

/** A failure that leaves a row in the audit log, in a unit of its own: the first one was rolled back. */
class Audited extends Error {
  readonly outcome: 'forbidden' | 'hidden' | `refused:${string}`
  readonly says: ProblemError
  readonly subject: AuditSubject
  constructor(outcome: Audited['outcome'], says: ProblemError, subject: AuditSubject) {
    super(outcome)
    this.outcome = outcome
    this.says = says
    this.subject = subject
  }
}

/** Fails with 401 or 403 where the person may not come at all. */
export function admit(contract: Query | Command, actor: Actor) {
  if (contract.by === 'guest') return
  if (actor.personId === null) throw problem('notSignedIn')
  if (contract.by === 'staff' && !actor.roles.some(({ role }) => isStaffRole(role)))
    throw problem('forbidden')
}
/** Writes down who was turned away at the door. */
export async function noteTurnedAway(
  contract: Query | Command,
  actor: Actor,
  request: Request,
  house: House,
) {
  const entry = { action: contract.name, actor, requestId: request.id, at: house.now() }
  await house.store.write((tx) => record(tx, { ...entry, subject: subjectOf(request), outcome: 'forbidden' }))
}
/** What was asked about, where nothing was read yet: the address without its question. */
const subjectOf = (request: Request) => request.url.split('?')[0]!.slice(0, 200)

/** `load → sees (404) → view → check`, with a row in the audit log where the contract says so. */
export async function runQuery(
  route: QueryRoute,
  input: unknown,
  actor: Actor,
  request: Request,
  house: House,
) {
  const { contract, asked } = route
  const db = house.store.read
  const now = house.now()
  const entry = { action: contract.name, actor, requestId: request.id, at: now }
  const subject = await asked.load(db, input, actor as never)
  if (subject === undefined) throw problem('notFound')
  const chosen = asked.audit?.(input)
  if (!asked.sees(actor as never, subject)) {
    if (contract.audience === 'staff' || chosen) {
      const about = chosen ?? { subject: subjectOf(request) }
      await house.store.write((tx) => record(tx, { ...entry, ...about, outcome: 'hidden' }))
    }
    throw problem('notFound')
  }
  // Written before anything is shown: what can't be noted isn't shown.
  if (chosen) await house.store.write((tx) => record(tx, { ...entry, ...chosen, outcome: 'read' }))
  return contract.output.parse(await asked.view({ db, actor: actor as never, input, subject, now }))
}

/** A public answer as bytes, kept for the next one who asks if the route says by which keys. */
export async function runPublicQuery(
  route: QueryRoute,
  input: unknown,
  actor: Actor,
  request: Request,
  house: House,
): Promise<Answer> {
  const now = house.now()
  const { cache } = route.asked
  const generations = house.answers.generationsOf(cache?.keys(input) ?? [])
  const output = await runQuery(route, input, actor, request, house)
  const answer = makeAnswer(JSON.stringify(output))
  if (cache) {
    const validUntil = cache.validUntil?.(output, now) ?? Number.POSITIVE_INFINITY
    house.answers.keep(request.url, answer, generations, validUntil, now)
  }
  return answer
}

function refusalOf(contract: Command, code: string, detail?: string) {
  const { status, title } = contract.refusals[code]!
  return new ProblemError(status, code, title, detail === undefined ? {} : { detail })
}

/** One command's context: what is the same for each try of its unit. */
type Attempt = { route: CommandRoute; input: unknown; actor: Actor; now: number; requestId: string }

/** A command that asks the outside world is gathered for once, however often it is sent at the same time. */
const gathering = oneAtATime()

/** Runs a command once for its idempotency key; a later one with the same key gets the same answer. */
export async function runCommand(
  route: CommandRoute,
  input: unknown,
  actor: Actor,
  request: Request,
  house: House,
) {
  if (!request.idempotencyKey) throw problem('keyMissing')
  const sender = actor.helpedBy ? `${actor.helpedBy.helperId} for ${actor.personId}` : actor.personId
  const key = commandKey(sender, request.idempotencyKey, route.contract.name, input)
  const attempt = { route, input, actor, now: house.now(), requestId: request.id }
  const work = () => performOnce(attempt, key, house)
  const stored = route.performed.gather ? await gathering(key.id, work) : await work()
  if (stored === 'reused') throw problem('keyReused')
  if ('refused' in stored) throw refusalOf(route.contract, stored.refused)
  return stored.output
}

/**
 * `gather → unit of work: (answered before?) → load → sees (404) → may (403) → run → react → check → audit → remember`.
 * Everything in the unit commits or nothing does.
 */
async function performOnce(attempt: Attempt, key: ReturnType<typeof commandKey>, house: House) {
  const { contract, performed } = attempt.route
  const { input, actor, now, requestId } = attempt
  const { store } = house
  const refuse = (code: string, detail?: string): never => {
    throw refusalOf(contract, code, detail)
  }
  const entry = { action: contract.name, actor, requestId, at: now }
  const raised = new Set<string>()
  /** What a refusal is written down about: nothing is loaded yet while the outside world is asked. */
  let about: AuditSubject | undefined = { subject: 'gather' }
  try {
    let gathered: unknown
    if (performed.gather) {
      const earlier = await recall(store.read, key)
      if (earlier) return earlier
      gathered = await performed.gather({ db: store.read, input, actor: actor as never, refuse, now })
    }
    const stored = await store.write(async (tx): Promise<Stored | 'reused'> => {
      raised.clear()
      about = undefined
      await store.lock(tx, key.id)
      const earlier = await recall(tx, key)
      if (earlier) return earlier
      const subject: unknown = await performed.load(tx, input, actor as never, gathered)
      if (subject === undefined) throw problem('notFound')
      const chosen = performed.audit(input, subject)
      about = chosen
      if (!performed.sees(actor as never, subject)) throw new Audited('hidden', problem('notFound'), chosen)
      if (!performed.may(actor as never, subject) || !reaches(contract, actor, subject))
        throw new Audited('forbidden', problem('forbidden'), chosen)
      const happened: Happened[] = []
      const raise = (generation: string) => void raised.add(generation)
      const result = await performed.run({
        tx,
        actor: actor as never,
        input,
        subject,
        gathered,
        now,
        refuse,
        refuseKeeping: (code: string) => new KeptRefusal(code),
        raise,
        tell: (one: Happened) => happened.push(one),
      })
      await house.react(tx, happened, now, raise)
      const kept = result instanceof KeptRefusal
      const answer: Stored = kept ? { refused: result.code } : { output: contract.output.parse(result) }
      const noted = kept ? chosen : performed.audit(input, subject, result)
      await noteHelp(tx, attempt, noted.subject, house)
      const outcome = kept ? (`refused:${result.code}` as const) : 'done'
      if (!contract.anonymous) await record(tx, { ...entry, ...noted, outcome })
      await remember(tx, key, answer, now)
      if (raised.size > 0) await store.announce(tx, [...raised])
      return answer
    })
    house.answers.raise([...raised])
    return stored
  } catch (error) {
    const audited = error instanceof Audited ? error : about && refusedBy(attempt.route, error, about)
    if (!audited) throw error
    if (contract.anonymous) throw audited.says
    await store.write((tx) => record(tx, { ...entry, ...audited.subject, outcome: audited.outcome }))
    throw audited.says
  }
}

/** What is done in somebody's place is noted in the same unit: a relation that ended meanwhile does nothing any more. */
async function noteHelp(tx: Write, { route, actor, now }: Attempt, subject: string, { helping }: House) {
  if (!actor.helpedBy) return
  const act = { ...actor.helpedBy, personId: actor.personId!, action: route.contract.name, subject }
  if (!(await helping?.note(tx, act, now))) throw problem('helpEnded')
}

/**
 * Whoever is confined to one community changes nothing that belongs to another, nor what belongs to none that is
 * known: the subject, or a part of it, names its community. What guests may do is open to them as well.
 */
function reaches({ by, ownAccount }: Command, { confinedTo }: Actor, subject: unknown) {
  if (confinedTo === undefined || by === 'guest' || ownAccount) return true
  const parts = [subject, ...Object.values(subject ?? {})] as unknown[]
  const named = parts.filter(
    (part): part is { communityId: unknown } =>
      typeof part === 'object' && part !== null && 'communityId' in part,
  )
  return named.length > 0 && named.every(({ communityId }) => communityId === confinedTo)
}

/** The refusal behind an error: given by the handler, or by a unique index that the handler explains. */
function refusedBy({ contract, performed }: CommandRoute, error: unknown, about: AuditSubject) {
  if (error instanceof ProblemError && Object.hasOwn(contract.refusals, error.code))
    return new Audited(`refused:${error.code}`, error, about)
  const code = error instanceof UniqueViolation ? performed.unique?.[error.index] : undefined
  return code ? new Audited(`refused:${code}`, refusalOf(contract, code), about) : undefined
}
