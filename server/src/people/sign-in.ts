import { randomInt } from 'node:crypto'
import { requestCode, signInAsPersona, signInByCode, signInByWechat } from '@tmt/shared/people/contract.ts'
import { isoDay, MINUTE } from '@tmt/shared/time.ts'
import { WechatFailure, type WechatFailureKind, type WechatGateway } from '../gateways/wechat/gateway.ts'
import { perform } from '../platform/endpoint.ts'
import { enqueue } from '../platform/jobs.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import { SEND_CODE } from './jobs.ts'
import { openSession } from './sessions.ts'
import {
  findPersona,
  findPerson,
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
}

const CODE_LIFE = 5 * MINUTE
const MAX_TRIES = 5
const codeRules = { gapMs: MINUTE, perDay: 10 }

const everyone = () => true
const nothing = async () => ({})

async function signIn(tx: Write, person: Person, device: string | undefined, now: number) {
  const token = await openSession(tx, person.id, device?.trim() || '未知设备', now)
  return { token, me: await meView(tx, person, now) }
}

export function requestCodeRoute({ secrets, revealCode }: SignInParts) {
  return perform(requestCode, {
    load: nothing,
    sees: everyone,
    may: everyone,
    async run({ tx, input, now, refuse }) {
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      const phoneIndex = secrets.index('phone', input.phone)
      const expiresAt = now + CODE_LIFE
      const row = {
        phoneIndex,
        codeHash: secrets.index('code', `${input.phone}:${code}`),
        sentAt: now,
        expiresAt,
        day: isoDay(now),
      }
      const saved = await saveCode(tx, row, codeRules)
      if (saved !== 'saved') return refuse(saved)
      if (!revealCode) {
        const data = { phone: secrets.seal(input.phone), code: secrets.seal(code), expiresAt }
        await enqueue(tx, { kind: SEND_CODE, data, runAt: now })
      }
      return { expiresAt, resendAt: now + codeRules.gapMs, demoCode: revealCode ? code : null }
    },
    audit: (input) => ({ subject: `phone:${secrets.index('phone', input.phone).slice(0, 12)}` }),
  })
}

export function signInByCodeRoute({ secrets }: SignInParts) {
  return perform(signInByCode, {
    load: nothing,
    sees: everyone,
    may: everyone,
    async run({ tx, input, now, refuse, refuseKeeping }) {
      const codeHash = secrets.index('code', `${input.phone}:${input.code}`)
      const right = await tryCode(tx, secrets.index('phone', input.phone), codeHash, now, MAX_TRIES)
      if (right === undefined) return refuse('codeExpired')
      // The try counts even though it failed.
      if (!right) return refuseKeeping('wrongCode')
      return signIn(tx, await personOfPhone(tx, secrets, input.phone, now), input.device, now)
    },
    audit: (input) => ({ subject: `phone:${secrets.index('phone', input.phone).slice(0, 12)}` }),
  })
}

const COUNTER = '可到所在村(社区)窗口当面办理,或拨打 12345 咨询'
const refusalOf: Record<WechatFailureKind, 'loginExpired' | 'tooOften' | 'useCounter' | 'wechatUnavailable'> =
  {
    codeInvalid: 'loginExpired',
    codeUsed: 'loginExpired',
    tooOften: 'tooOften',
    highRisk: 'useCounter',
    foreignPhone: 'useCounter',
    busy: 'wechatUnavailable',
    tokenInvalid: 'wechatUnavailable',
    unreachable: 'wechatUnavailable',
    unexpected: 'wechatUnavailable',
  }

export function signInByWechatRoute({ secrets, wechat }: SignInParts) {
  return perform(signInByWechat, {
    async gather({ db, input, refuse }) {
      if (!wechat) return refuse('wechatUnavailable')
      try {
        const session = await wechat.code2Session(input.loginCode)
        if (!input.phoneCode) {
          const personId = await personOfOpenid(db, session.openid)
          return personId ? { session, personId, phone: null } : refuse('phoneNeeded')
        }
        const { phone } = await wechat.phoneNumber(input.phoneCode, session.openid)
        return { session, personId: null, phone }
      } catch (error) {
        if (!(error instanceof WechatFailure)) throw error
        const code = refusalOf[error.kind]
        return refuse(code, code === 'useCounter' ? COUNTER : undefined)
      }
    },
    load: nothing,
    sees: everyone,
    may: everyone,
    async run({ tx, input, gathered, now, refuse }) {
      const { session, personId, phone } = gathered
      if (phone === null) {
        const person = personId && (await findPerson(tx, personId))
        return person ? signIn(tx, person, input.device, now) : refuse('phoneNeeded')
      }
      const person = await personOfPhone(tx, secrets, phone, now)
      await linkOpenid(tx, { ...session, personId: person.id }, now)
      return signIn(tx, person, input.device, now)
    },
    audit: () => ({ subject: 'wechat' }),
  })
}

/** Exists under DEMO alone. */
export const personaRoute = perform(signInAsPersona, {
  load: nothing,
  sees: everyone,
  may: everyone,
  async run({ tx, input, now, refuse }) {
    const person = await findPersona(tx, input.persona)
    return person ? signIn(tx, person, '演示登录', now) : refuse('unknownPersona')
  },
  audit: (input) => ({ subject: `persona:${input.persona}` }),
})
