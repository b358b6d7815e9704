import { randomInt } from 'node:crypto'
import { beginHelp, recordHelp, sendHelpCode, type Help } from '@tmt/shared/helping/contract.ts'
import { comesOfAge, obstacleToBegin, obstacleToWard } from '@tmt/shared/helping/rules.ts'
import { DAY, isoDay, MINUTE } from '@tmt/shared/time.ts'
import { findDivision } from '../divisions/store.ts'
import { isStaffOf, mayWriteFor } from '../people/policy.ts'
import { validRoles } from '../people/session-store.ts'
import { findByPhone, findPerson, type Person, personOfPhone, saveCode, tryCode } from '../people/store.ts'
import { perform, type Route } from '../platform/endpoint.ts'
import { problem } from '../platform/problem.ts'
import { RateLimit } from '../platform/rate-limit.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read } from '../platform/store.ts'
import { calledBy, settleAges, tell, type TellParts } from './helping.ts'
import { type HelpRow, insertHelp, isHelping, type NewHelp } from './store.ts'

export type BeginParts = {
  secrets: Secrets
  /** Tells the code in the answer: in a demonstration no message is sent. */
  revealCode: boolean
  /** Whether a community knows somebody, who is then written down there. */
  registeredAt: (db: Read, personId: string, communityId: string, now: number) => Promise<boolean>
  /** `20150607`, by the verified identity; null where it tells none. */
  bornOn: (db: Read, secrets: Secrets, personId: string) => Promise<string | null>
}

type Ward = Pick<NewHelp, 'wardBornSealed' | 'adultAt' | 'guardianAgreedAt'>
const everyone = () => true
/** More than one may help. */
const ALL_OF_ONE = 100
const CODE_LIFE = 10 * MINUTE
const MAX_TRIES = 5
/** Fewer than for signing in: who is asked has not asked for it. */
const codeRules = { gapMs: MINUTE, perDay: 5 }

export function beginRoutes(parts: BeginParts): Route[] {
  const told = { secrets: parts.secrets, sends: !parts.revealCode }
  return [sendRoute(parts, told), beginRoute(parts, told), recordRoute(parts, told)]
}

/** A code of the one who is to be helped, good for this helper alone; never one to sign in with. */
const codeHash = (secrets: Secrets, phone: string, helperId: string, code: string) =>
  secrets.index('code', `help:${helperId}:${phone}:${code}`)
const codeIndex = (secrets: Secrets, phone: string) => secrets.index('phone', `help:${phone}`)

function sendRoute({ secrets, revealCode }: BeginParts, told: TellParts) {
  // Each wakes somebody who did not ask for it.
  const limit = new RateLimit(10, DAY)
  return perform(sendHelpCode, {
    load: (tx, _input, actor) => findPerson(tx, actor.personId),
    sees: everyone,
    may: everyone,
    async run({ tx, input, subject, now, refuse }) {
      const { phone } = input
      if ((await findByPhone(tx, secrets, phone))?.id === subject.id) return refuse('oneself')
      const wait = limit.take(subject.id, now)
      if (wait > 0) throw problem('tooManyRequests', { retryAfter: wait })
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      const expiresAt = now + CODE_LIFE
      const hash = codeHash(secrets, phone, subject.id, code)
      const row = {
        phoneIndex: codeIndex(secrets, phone),
        codeHash: hash,
        sentAt: now,
        expiresAt,
        day: isoDay(now),
      }
      const saved = await saveCode(tx, row, codeRules)
      if (saved !== 'saved') return refuse(saved)
      const params = { helper: calledBy(subject), code, minutes: CODE_LIFE / MINUTE }
      const to = { phoneSealed: secrets.seal(phone) }
      await tell(tx, told, to, { template: 'helpCode', params }, now, expiresAt)
      return { expiresAt, resendAt: now + codeRules.gapMs, demoCode: revealCode ? code : null }
    },
    audit: ({ phone }) => ({ subject: `phone:${secrets.index('phone', phone).slice(0, 12)}` }),
  })
}

function beginRoute({ secrets }: BeginParts, told: TellParts) {
  return perform(beginHelp, {
    load: async (_tx, _input, actor) => actor.personId,
    sees: everyone,
    may: everyone,
    async run({ tx, input, subject: helperId, now, refuse, refuseKeeping }) {
      const hash = codeHash(secrets, input.phone, helperId, input.code)
      const right = await tryCode(tx, codeIndex(secrets, input.phone), hash, now, MAX_TRIES)
      if (right === undefined) return refuse('codeExpired')
      if (!right) return refuseKeeping('wrongCode')
      const person = await personOfPhone(tx, secrets, input.phone, now)
      const { kinship } = input
      await settleAges(tx, told, now, { limit: ALL_OF_ONE, helperId })
      const obstacle = await whyNot(tx, helperId, person)
      if (obstacle) return refuse(obstacle)
      const made = await insertHelp(tx, { helperId, personId: person.id, kinship, channel: 'code' }, now)
      return typeof made === 'string' ? refuse(made) : helpView(made, person)
    },
    audit: ({ kinship }, helperId, done) => ({ subject: done?.id ?? helperId, details: { kinship } }),
  })
}

function recordRoute({ secrets, registeredAt, bornOn }: BeginParts, told: TellParts) {
  return perform(recordHelp, {
    async load(tx, { communityId, personId }) {
      const division = await findDivision(tx, communityId)
      const person = await findPerson(tx, personId)
      if (division?.level !== 'community' || !person) return undefined
      return { communityId, person }
    },
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, actor, input, subject: { person }, now, refuse }) {
      const { communityId, kinship } = input
      if (!(await registeredAt(tx, person.id, communityId, now))) throw problem('notFound')
      if (!input.agreed) return refuse('agreementMissing')
      const helper = await findByPhone(tx, secrets, input.helperPhone)
      if (!helper || helper.leftAt !== null) return refuse('helperUnknown')
      if (kinship === 'worker' && !(await worksAt(tx, helper.id, communityId, now)))
        return refuse('notStaffHere')
      await settleAges(tx, told, now, { limit: ALL_OF_ONE, helperId: helper.id })
      const obstacle = await whyNot(tx, helper.id, person)
      // Whoever is leaving is registered nowhere any more.
      if (obstacle === 'hasLeft') throw problem('notFound')
      if (obstacle) return refuse(obstacle)
      const by = { communityId, recordedBy: actor.personId, channel: 'counter' } as const
      let ward: Ward = {}
      if (kinship === 'guardian') {
        const born = (await bornOn(tx, secrets, person.id)) ?? input.birthDate ?? null
        const { guardianAgreed = false } = input
        const hindrance = obstacleToWard({ born, guardianAgreed }, now)
        if (hindrance) return refuse(hindrance)
        ward = {
          wardBornSealed: secrets.seal(born!),
          adultAt: comesOfAge(born!),
          guardianAgreedAt: guardianAgreed ? now : null,
        }
      }
      const help = { helperId: helper.id, personId: person.id, kinship, ...by, ...ward }
      const made = await insertHelp(tx, help, now)
      if (typeof made === 'string') return refuse(made)
      await tell(tx, told, person, { template: 'helpBegan', params: { helper: calledBy(helper) } }, now)
      return helpView(made, person)
    },
    audit: ({ communityId, personId, kinship, guardianAgreed }, _subject, done) => ({
      subject: done?.id ?? personId,
      details: {
        communityId,
        kinship,
        ...(kinship === 'guardian' && { guardianAgreed: guardianAgreed ?? false }),
      },
    }),
  })
}

async function worksAt(db: Read, personId: string, communityId: string, now: number) {
  const roles = await validRoles(db, personId, now)
  return mayWriteFor({ personId, sessionId: null, roles, address: '' }, { communityId })
}
async function whyNot(db: Read, helperId: string, person: Person) {
  return obstacleToBegin({ helperId, person, alreadyHelping: await isHelping(db, helperId, person.id) })
}
function helpView(made: HelpRow, person: Person): Help {
  const { id, kinship, channel, beganAt, adultAt: endsAt } = made
  const { name, phoneMask: phone } = person
  return { id, name: name ?? phone, phone, kinship, channel, beganAt, endsAt }
}
