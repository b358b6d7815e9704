import { randomInt } from 'node:crypto'
import {
  requestCode,
  signInAsPersona,
  signInByCode,
  signInByWechat,
} from '@tmt/shared/people/sign-in-contract.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { DAY, isoDay, MINUTE } from '@tmt/shared/time.ts'
import { WechatFailure, type WechatFailureKind, type WechatGateway } from '../gateways/wechat/gateway.ts'
import { networkOf } from '../platform/client-address.ts'
import { perform } from '../platform/endpoint.ts'
import { enqueue } from '../platform/jobs.ts'
import type { Log } from '../platform/log.ts'
import { problem } from '../platform/problem.ts'
import { RateLimit } from '../platform/rate-limit.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import { saveConsent } from './consent-store.ts'
import { SEND_CODE, type SendCode } from './jobs.ts'
import { comeBack } from './leave-store.ts'
import { isReviewer, type Reviewer, tryReviewer } from './reviewer.ts'
import { openSession } from './sessions.ts'
import {
  findPersona,
  linkOpenid,
  type Person,
  personOfOpenid,
  personOfPhone,
  saveCode,
  tryCode,
} from './store.ts'
import { meView } from './views.ts'

export type SignInParts = {
  secrets: Secrets
  wechat: WechatGateway | null
  /** Tells the code in the answer: in a demonstration no message is sent. */
  revealCode: boolean
  log: Log
  /** Who reviews the mini-program for WeChat; absent where it is not configured. */
  reviewer?: Reviewer | null
}

const CODE_LIFE = 5 * MINUTE
const MAX_TRIES = 5
const codeRules = { gapMs: MINUTE, perDay: 10 }
/** Codes that one address may ask for, for whichever numbers. Wide, since carriers put many people behind one. */
const addressRules = [
  { most: 60, windowMs: MINUTE },
  { most: 1000, windowMs: DAY },
]

const everyone = () => true
const nothing = async () => ({})
/** Names somebody in the audit log, so that rows of one number can be found by who has the number and the key. */
const trace = (use: 'phone' | 'openid', index: string) => ({ subject: `${use}:${index.slice(0, 12)}` })

type How = { device?: string | undefined; agreed?: string | undefined }
async function signIn(tx: Write, known: Person, { device, agreed }: How, now: number) {
  const person = known.leftAt === null ? known : await comeBack(tx, known.id)
  // Erased by the hour in this very moment: the next try finds nobody and begins anew.
  if (!person) throw problem('unavailable', { retryAfter: 1 })
  // An older notice was read by somebody who kept a page open: they are asked again.
  if (agreed === PRIVACY_VERSION)
    await saveConsent(tx, { personId: person.id, purpose: 'account', channel: 'signIn' }, now)
  const token = await openSession(tx, person.id, device?.trim() || '未知设备', now)
  return { token, me: await meView(tx, person, now) }
}

export function requestCodeRoute({ secrets, revealCode, reviewer }: SignInParts) {
  const limits = addressRules.map(({ most, windowMs }) => new RateLimit(most, windowMs))
  return perform(requestCode, {
    async gather({ actor, now }) {
      const wait = Math.max(...limits.map((limit) => limit.take(networkOf(actor.address), now)))
      if (wait > 0) throw problem('tooManyRequests', { retryAfter: wait })
    },
    load: nothing,
    sees: everyone,
    may: everyone,
    async run({ tx, input, now, refuse }) {
      // The reviewer has a code already, and nobody gets a message.
      if (input.phone === reviewer?.phone)
        return { expiresAt: now + CODE_LIFE, resendAt: now + codeRules.gapMs, demoCode: null }
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      const phoneIndex = secrets.index('phone', input.phone)
      const codeHash = secrets.index('code', `${input.phone}:${code}`)
      const expiresAt = now + CODE_LIFE
      const row = { phoneIndex, codeHash, sentAt: now, expiresAt, day: isoDay(now) }
      const saved = await saveCode(tx, row, codeRules)
      if (saved !== 'saved') return refuse(saved)
      if (!revealCode) {
        const sealed = { phone: secrets.seal(input.phone), code: secrets.seal(code) }
        const data: SendCode = { ...sealed, minutes: CODE_LIFE / MINUTE, expiresAt }
        await enqueue(tx, { kind: SEND_CODE, data, runAt: now })
      }
      return { expiresAt, resendAt: now + codeRules.gapMs, demoCode: revealCode ? code : null }
    },
    audit: (input) => trace('phone', secrets.index('phone', input.phone)),
  })
}

export function signInByCodeRoute({ secrets, reviewer }: SignInParts) {
  return perform(signInByCode, {
    load: nothing,
    sees: everyone,
    may: everyone,
    async run({ tx, input, now, refuse, refuseKeeping }) {
      if (reviewer && input.phone === reviewer.phone) {
        const good = await tryReviewer(tx, secrets, reviewer, input.code, now)
        if (good === null) return refuse('codeExpired')
        if (!good) return refuseKeeping('wrongCode')
        const person = await personOfPhone(tx, secrets, input.phone, now)
        // The number was somebody's own before it was configured: it opens nothing.
        return isReviewer(person) ? signIn(tx, person, { device: '审核体验' }, now) : refuse('codeExpired')
      }
      const codeHash = secrets.index('code', `${input.phone}:${input.code}`)
      const right = await tryCode(tx, secrets.index('phone', input.phone), codeHash, now, MAX_TRIES)
      if (right === undefined) return refuse('codeExpired')
      // The try counts even though it failed.
      if (!right) return refuseKeeping('wrongCode')
      return signIn(tx, await personOfPhone(tx, secrets, input.phone, now), input, now)
    },
    audit: (input) => ({
      ...trace('phone', secrets.index('phone', input.phone)),
      ...(input.phone === reviewer?.phone && { details: { reviewer: true } }),
    }),
  })
}

const COUNTER = '可到所在村（社区）窗口当面办理，或拨打 12345 咨询'
const refusalOf: Record<WechatFailureKind, 'loginExpired' | 'tooOften' | 'useCounter' | 'wechatUnavailable'> =
  {
    codeInvalid: 'loginExpired',
    codeUsed: 'loginExpired',
    tooOften: 'tooOften',
    highRisk: 'useCounter',
    userUnknown: 'useCounter',
    foreignPhone: 'useCounter',
    busy: 'wechatUnavailable',
    tokenInvalid: 'wechatUnavailable',
    unreachable: 'wechatUnavailable',
    unexpected: 'wechatUnavailable',
    // Of messages alone.
    notSubscribed: 'wechatUnavailable',
    badMessage: 'wechatUnavailable',
  }

export function signInByWechatRoute({ secrets, wechat, log }: SignInParts) {
  return perform(signInByWechat, {
    async gather({ input, refuse }) {
      if (!wechat) return refuse('wechatUnavailable')
      try {
        const identity = await wechat.code2Session(input.loginCode)
        if (!input.phoneCode) return { identity, phone: null }
        const { phone } = await wechat.phoneNumber(input.phoneCode, identity.openid)
        return { identity, phone }
      } catch (error) {
        if (!(error instanceof WechatFailure)) throw error
        const code = refusalOf[error.kind]
        // An old code is the person's doing; everything else an operator has to see.
        if (code !== 'loginExpired') log.warn({ err: error }, 'wechat refused')
        return refuse(code, code === 'useCounter' ? COUNTER : undefined)
      }
    },
    load: async (_tx, _input, _actor, gathered) => gathered,
    sees: everyone,
    may: everyone,
    async run({ tx, input, subject: { identity, phone }, now, refuse }) {
      if (phone === null) {
        const person = await personOfOpenid(tx, identity.openid)
        return person ? signIn(tx, person, input, now) : refuse('phoneNeeded')
      }
      const person = await personOfPhone(tx, secrets, phone, now)
      await linkOpenid(tx, { ...identity, personId: person.id }, now)
      return signIn(tx, person, input, now)
    },
    audit: (_input, { identity }) => trace('openid', secrets.index('openid', identity.openid)),
  })
}

/** Exists under DEMO alone. */
export const personaRoute = perform(signInAsPersona, {
  load: nothing,
  sees: everyone,
  may: everyone,
  async run({ tx, input, now, refuse }) {
    const person = await findPersona(tx, input.persona)
    return person ? signIn(tx, person, { device: '演示登录' }, now) : refuse('unknownPersona')
  },
  audit: (input) => ({ subject: `persona:${input.persona}` }),
})
