import {
  finishVerification,
  myIdentity,
  type OnlineProvider,
  startVerification,
} from '@tmt/shared/identity/contract.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { ageOf, normalizeIdNumber, obstacleToIdNumber } from '@tmt/shared/people/id-number.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { RealNameFailure, type RealNameGateway } from '../gateways/real-name/gateway.ts'
import { agreesTo, saveConsent } from '../people/consent-store.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import { newId } from '../platform/ids.ts'
import type { Log } from '../platform/log.ts'
import { problem } from '../platform/problem.ts'
import { RateLimit } from '../platform/rate-limit.ts'
import type { Secrets } from '../platform/secrets.ts'
import { findAttempt, findIdentity, insertAttempt, insertIdentity, isTaken } from './store.ts'
import { mineView } from './views.ts'

export type OnlineParts = { secrets: Secrets; realName: RealNameGateway | null; log: Log }

const everyone = () => true
/** As long as a provider keeps its ticket. */
const LIFE = 30 * MINUTE
/** 《个人信息保护法》第三十一条: under fourteen a guardian agrees, and that is done at the counter. */
export const GUARDED_UNDER = 14

export function onlineRoutes(parts: OnlineParts): Route[] {
  return [mineRoute(parts), startRoute(parts), finishRoute(parts)]
}

const mineRoute = ({ realName }: OnlineParts) =>
  answer(myIdentity, {
    load: async (_db, _input, actor) => actor.personId,
    sees: everyone,
    view: ({ db, subject }) => mineView(db, subject, realName),
  })

function startRoute({ secrets, realName, log }: OnlineParts) {
  // Each begins something at somebody else's, who may charge for it.
  const limit = new RateLimit(20, HOUR)
  return perform(startVerification, {
    async gather({ db, input, actor, now, refuse }) {
      if (!realName?.providers.includes(input.provider)) return refuse('notOffered')
      if (await findIdentity(db, actor.personId)) return refuse('alreadyVerified')
      const consented = input.agreed === PRIVACY_VERSION || (await agreesTo(db, actor.personId, 'realName'))
      if (!consented) return refuse('consentMissing')
      const wait = limit.take(actor.personId, now)
      if (wait > 0) throw problem('tooManyRequests', { retryAfter: wait })
      const id = newId(now)
      // A pseudonym: the provider learns nothing that is ours.
      const ctx = { state: id, subject: secrets.index('account', actor.personId) }
      const ticket = await realName.start(input.provider, ctx).catch((error: unknown) => {
        if (!(error instanceof RealNameFailure)) throw error
        log.warn({ err: error }, 'real name refused')
        return refuse('providerUnavailable')
      })
      return { id, ...ticket }
    },
    load: async (_tx, _input, _actor, gathered) => gathered,
    sees: everyone,
    may: everyone,
    async run({ tx, input, actor, subject: { id, ticket, redirect }, now }) {
      const expiresAt = now + LIFE
      const times = { startedAt: now, expiresAt }
      const ticketSealed = secrets.seal(ticket)
      if (input.agreed === PRIVACY_VERSION)
        await saveConsent(tx, { personId: actor.personId, purpose: 'realName', channel: 'page' }, now)
      await insertAttempt(tx, {
        id,
        personId: actor.personId,
        provider: input.provider,
        ticketSealed,
        ...times,
      })
      return { id, redirect, expiresAt }
    },
    audit: ({ provider }, { id }) => ({ subject: id, details: { provider } }),
  })
}

type Told = { provider: OnlineProvider; name: string | null; idNumber: string | null; subject: string }

function finishRoute({ secrets, realName, log }: OnlineParts) {
  return perform(finishVerification, {
    async gather({ db, input, actor, now, refuse }): Promise<Told | 'known' | null> {
      const attempt = await findAttempt(db, input.id)
      if (attempt?.personId !== actor.personId) return null
      // A provider that is asked again may say something else: the first answer stands.
      if (await findIdentity(db, actor.personId)) return 'known'
      const { provider, id: state } = attempt
      if (now >= attempt.expiresAt || !realName) return refuse('attemptOver')
      const ctx = { state, ticket: secrets.unseal(attempt.ticketSealed) }
      const result = await realName.finish(provider, ctx).catch((error: unknown) => {
        if (!(error instanceof RealNameFailure)) throw error
        if (error.kind === 'gone') return refuse('attemptOver')
        // A forged answer is said to be none: whoever sent it learns nothing, and an operator has to look.
        log[error.kind === 'forged' ? 'error' : 'warn']({ err: error }, 'real name not told')
        return refuse('providerUnavailable')
      })
      if (result.outcome === 'pending') return refuse('notYet')
      if (result.outcome === 'failed') return refuse('saidNo')
      const { name, idNumber, subject } = result
      return { provider, name, idNumber: idNumber === null ? null : normalizeIdNumber(idNumber), subject }
    },
    load: async (tx, { id }, _actor, gathered) => {
      const attempt = await findAttempt(tx, id)
      return attempt && { personId: attempt.personId, told: gathered }
    },
    sees: (actor, { personId }) => personId === actor.personId,
    may: everyone,
    async run({ tx, actor, subject: { told }, now, refuse }) {
      if (told !== 'known' && told !== null) {
        const { idNumber } = told
        if (idNumber !== null && obstacleToIdNumber(idNumber, now) !== null) return refuse('unusable')
        if (idNumber !== null && ageOf(idNumber, now) < GUARDED_UNDER) return refuse('guardianNeeded')
        if (!(await agreesTo(tx, actor.personId, 'realName'))) return refuse('consentMissing')
        const known = { personId: actor.personId, ...told }
        if (await isTaken(tx, secrets, known)) return refuse('taken')
        await insertIdentity(tx, secrets, known, now)
      }
      return mineView(tx, actor.personId, realName)
    },
    audit: ({ id }, _subject, done) => ({
      subject: id,
      ...(done?.record && { details: { provider: done.record.provider } }),
    }),
    unique: { identities_number: 'taken', identities_subject: 'taken' },
  })
}
