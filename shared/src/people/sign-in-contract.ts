import { z } from 'zod/mini'
import { Instant, Phone, text } from '../codes.ts'
import { command, query } from '../contract.ts'
import { PrivacyVersion } from './privacy-version.ts'
import { Role, Me } from './contract.ts'

const SignedIn = z.strictObject({ token: z.string(), me: Me })

/** Six digits by message; a reviewer's own code is longer. */
const smsCode = z.string().check(z.regex(/^(\d{6}|\d{10,12})$/))

/** wx.login and getPhoneNumber codes are opaque; WeChat's are under 200 characters. */
const wechatCode = z.string().check(z.minLength(1), z.maxLength(200))

/** As the person knows it: `微信小程序`, `电脑浏览器`. */
const deviceName = text(60, 0)

/** The privacy notice that the person has just agreed to. */
const agreed = z.optional(PrivacyVersion)

export const requestCode = command('people.requestCode', {
  post: '/sign-in/codes',
  by: 'guest',
  summary: '发送短信验证码（5 分钟有效）',
  body: z.strictObject({ phone: Phone }),
  output: z.strictObject({
    expiresAt: Instant,
    resendAt: Instant,
    /** The code itself, in a demonstration alone, where no message is sent. */
    demoCode: z.nullable(z.string()),
  }),
  refusals: {
    tooSoon: { status: 429, title: '验证码刚发过，请一分钟后再试' },
    tooMany: { status: 429, title: '今天发送次数已满，请明天再试，或到社区窗口办理' },
  },
})

export const signInByCode = command('people.signInByCode', {
  post: '/sign-in/sessions/sms',
  by: 'guest',
  summary: '手机号加短信验证码登录',
  body: z.strictObject({ phone: Phone, code: smsCode, device: z.optional(deviceName), agreed }),
  output: SignedIn,
  refusals: {
    wrongCode: { status: 422, title: '验证码不对，请核对短信' },
    codeExpired: { status: 409, title: '验证码已失效，请重新获取' },
  },
})

export const signInByWechat = command('people.signInByWechat', {
  post: '/sign-in/sessions/wechat',
  by: 'guest',
  summary: '微信登录：wx.login 的 code；首次另需手机号组件的 code',
  body: z.strictObject({
    loginCode: wechatCode,
    phoneCode: z.optional(wechatCode),
    device: z.optional(deviceName),
    agreed,
  }),
  output: SignedIn,
  refusals: {
    phoneNeeded: { status: 409, title: '首次使用请点“手机号快捷登录”' },
    loginExpired: { status: 409, title: '微信登录已过期，请再点一次' },
    tooOften: { status: 429, title: '登录太频繁，请一分钟后再试' },
    /** WeChat's 40226. It never says why, and neither do we. */
    useCounter: { status: 403, title: '微信这次没能完成登录，请改用短信验证码，或到社区窗口办理' },
    wechatUnavailable: { status: 503, title: '微信暂时没有回应，请稍后再试，或改用短信验证码' },
  },
})

export const DemoPersona = z.strictObject({
  id: z.string(),
  /** `居民 演示甲` */
  name: z.string(),
  role: Role,
  division: z.string(),
  phone: Phone,
})
export type DemoPersona = z.output<typeof DemoPersona>

export const listPersonas = query('people.personas', {
  get: '/demo/personas',
  by: 'guest',
  audience: 'public',
  summary: '演示身份（仅演示环境）',
  output: z.strictObject({ items: z.array(DemoPersona) }),
})

export const signInAsPersona = command('people.signInAsPersona', {
  post: '/sign-in/sessions/demo',
  by: 'guest',
  demoOnly: true,
  summary: '以演示身份登录（仅演示环境）',
  body: z.strictObject({ persona: z.string().check(z.regex(/^[a-z-]{1,40}$/)) }),
  output: SignedIn,
  refusals: { unknownPersona: { status: 422, title: '没有这个演示身份' } },
})

export const signInEndpoints = [
  requestCode,
  signInByCode,
  signInByWechat,
  listPersonas,
  signInAsPersona,
] as const
