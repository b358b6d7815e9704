import { undoByCode } from '@tmt/shared/helping/contract.ts'
import { undoCode } from '@tmt/shared/helping/rules.ts'
import { DAY, isoDay, MINUTE, startOfDay } from '@tmt/shared/time.ts'
import { countWrongTry } from '../people/store.ts'
import { networkOf } from '../platform/client-address.ts'
import { perform, type Route } from '../platform/endpoint.ts'
import { problem } from '../platform/problem.ts'
import { RateLimit } from '../platform/rate-limit.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import type { HelpedActs } from './acts.ts'
import { findAct } from './store.ts'
import { countWrongTail, findUndoCode } from './undo-code-store.ts'
import { indexesOfDigits } from './undo-code.ts'
import { takeBack, wordsOf } from './undoing.ts'

/** Tries from one address. */
const addressRules = [
  { most: 10, windowMs: MINUTE },
  { most: 60, windowMs: DAY },
]
/** Wrong tries of a day, from wherever: beside a million million pairs it comes to nothing. */
const WRONG_A_DAY = 2_000

/** One row counts for everybody, in the database, so that no other address or process gets more. */
function countTry(tx: Write, secrets: Secrets, right: boolean, now: number) {
  const phoneIndex = secrets.index('phone', 'undo code')
  const row = { phoneIndex, codeHash: '', sentAt: now, expiresAt: now, day: isoDay(now) }
  return countWrongTry(tx, row, right, WRONG_A_DAY)
}

/** For whoever has the message and no account at hand. */
export function codeRoutes({ secrets, acts }: { secrets: Secrets; acts: HelpedActs }): Route[] {
  const limits = addressRules.map(({ most, windowMs }) => new RateLimit(most, windowMs))
  const undo = perform(undoByCode, {
    async gather({ actor, now }) {
      const wait = Math.max(...limits.map((limit) => limit.take(networkOf(actor.address), now)))
      if (wait > 0) throw problem('tooManyRequests', { retryAfter: wait })
    },
    async load(tx, { code }) {
      const found = await findUndoCode(tx, indexesOfDigits(secrets, code))
      return { found, act: found && (await findAct(tx, found.actId)) }
    },
    sees: () => true,
    may: () => true,
    async run({ tx, input, subject: { found, act }, now, refuse, refuseKeeping, raise }) {
      const right = found?.phone.slice(-4) === input.phoneTail
      if (!(await countTry(tx, secrets, right, now))) {
        const tomorrow = startOfDay(now) + DAY
        throw problem('tooManyRequests', { retryAfter: Math.ceil((tomorrow - now) / 1_000) })
      }
      if (!found || !act) return refuseKeeping('noMatch')
      if (!right) return refuseKeeping((await countWrongTail(tx, found.actId)) ? 'noMatch' : 'tooManyTries')
      if (found.wrongTries >= undoCode.tries) return refuse('tooManyTries')
      const words = await wordsOf(tx, acts, act)
      const which = `${words.did}：${words.title}`
      if (act.undoneAt === null && found.expiresAt <= now) return refuse('codeExpired', which)
      const obstacle = await takeBack(tx, acts, act, now, raise)
      return obstacle ? refuse(obstacle, which) : { ...words, undoneAt: now }
    },
    audit: (_input, { act }) =>
      act
        ? { subject: act.id, details: { action: act.action, of: act.subject } }
        : { subject: 'undo code', details: {} },
  })
  return [undo]
}
