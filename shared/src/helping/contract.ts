import { z } from 'zod/mini'
import { DivisionCode, Id, Instant, Phone } from '../codes.ts'
import { command, Cursor, Done, pageOf, query } from '../contract.ts'

/** What the one who helps is to the other. A guardian and a worker are written down at the counter alone. */
export const Kinship = z.enum(['child', 'spouse', 'parent', 'relative', 'guardian', 'worker'])
export type Kinship = z.output<typeof Kinship>
export const OnlineKinship = z.enum(['child', 'spouse', 'parent', 'relative'])
export type OnlineKinship = z.output<typeof OnlineKinship>

export const HelpChannel = z.enum(['code', 'counter'])
export type HelpChannel = z.output<typeof HelpChannel>

/** Eight digits: `20150607`. */
export const BirthDate = z.string().check(z.regex(/^\d{8}$/))

export const Help = z.strictObject({
  id: Id,
  /** The other one: by name, else by the masked number. */
  name: z.string(),
  /** Masked. */
  phone: z.string(),
  kinship: Kinship,
  channel: HelpChannel,
  beganAt: Instant,
  /** A guardian’s help ends by itself when the ward comes of age. */
  endsAt: z.nullable(Instant),
})
export type Help = z.output<typeof Help>

const beginning = {
  oneself: { status: 409, title: '这是您自己的手机号，自己的事直接办就行' },
  already: { status: 409, title: '您已经在帮这位家人，到「帮家人办」里选他就行' },
  tooManyHelped: { status: 409, title: '能帮的人数已满，请先结束一位，再帮别人' },
  hasLeft: { status: 409, title: '这个手机号的账号正在注销，请本人先登录一次恢复，再来办' },
} as const

export const myHelps = query('helping.mine', {
  get: '/me/helps',
  by: 'signedIn',
  audience: 'me',
  summary: '我在帮谁，谁在帮我',
  output: z.strictObject({
    helping: z.array(Help),
    helpedBy: z.array(Help),
    /** How many this person may help at the same time. */
    most: z.int(),
  }),
})
export const sendHelpCode = command('helping.sendCode', {
  post: '/me/helps/codes',
  by: 'signedIn',
  sensitive: true,
  summary: '给要帮的人发一条验证码：把码告诉谁，就是同意谁帮',
  body: z.strictObject({ phone: Phone }),
  output: z.strictObject({
    expiresAt: Instant,
    resendAt: Instant,
    /** The code itself, in a demonstration alone, where no message is sent. */
    demoCode: z.nullable(z.string()),
  }),
  refusals: {
    oneself: beginning.oneself,
    tooSoon: { status: 429, title: '验证码刚发过，请一分钟后再试' },
    tooMany: { status: 429, title: '今天发送次数已满，请明天再试，或到社区窗口办理' },
  },
})
export const beginHelp = command('helping.begin', {
  post: '/me/helps',
  by: 'signedIn',
  sensitive: true,
  summary: '凭本人收到的验证码，开始帮一位家人',
  body: z.strictObject({
    phone: Phone,
    code: z.string().check(z.regex(/^\d{6}$/)),
    kinship: OnlineKinship,
  }),
  output: Help,
  refusals: {
    ...beginning,
    wrongCode: { status: 422, title: '验证码不对，请和家人核对短信' },
    codeExpired: { status: 409, title: '验证码已失效，请重新获取' },
  },
})
export const recordHelp = command('helping.record', {
  post: '/communities/:communityId/helps',
  by: 'staff',
  sensitive: true,
  summary: '窗口登记：本人当面同意由谁帮他办',
  param: z.strictObject({ communityId: DivisionCode }),
  body: z.strictObject({
    /** Somebody whom this community has registered, or a verified resident. */
    personId: Id,
    helperPhone: Phone,
    kinship: Kinship,
    /** The person, or a child's guardian, has agreed at the counter. */
    agreed: z.boolean(),
    /** A ward's, where the verified identity does not tell it: `20150607`. */
    birthDate: z.optional(BirthDate),
    /** For a ward under fourteen: asked for by itself (《个人信息保护法》第三十一条). */
    guardianAgreed: z.optional(z.boolean()),
  }),
  output: Help,
  refusals: {
    tooManyHelped: beginning.tooManyHelped,
    oneself: { status: 409, title: '帮忙的人和本人是同一个手机号，请换帮忙人的手机号' },
    already: { status: 409, title: '这位已经在帮他，不用再登记' },
    agreementMissing: { status: 409, title: '要本人当面同意，才能登记由别人帮他办' },
    helperUnknown: { status: 409, title: '帮忙的人还没有登录过泰民通，请他先登录一次，再来登记' },
    birthDateNeeded: {
      status: 422,
      title: '登记监护人要知道孩子的出生日期：请照证件填 8 位数字，例如 20150607',
    },
    noSuchDay: { status: 422, title: '没有这一天，或还没到这一天，请照证件再填一次出生日期' },
    ofAge: {
      status: 409,
      title: '本人已满 18 周岁，不能登记成“监护人”：请照实际关系选“父母”“子女”“配偶”或“其他亲属”',
    },
    guardianConsentMissing: {
      status: 409,
      title: '孩子未满 14 周岁，要由监护人单独同意：请先说明，监护人同意后打开“监护人单独同意”',
    },
    notStaffHere: { status: 409, title: '只有本村（社区）的工作人员可以登记成“社区工作者”' },
  },
})
export const endHelp = command('helping.end', {
  delete: '/me/helps/:id',
  by: 'signedIn',
  summary: '结束帮办：双方任何一方随时可以',
  param: z.strictObject({ id: Id }),
  output: Done,
  refusals: { ended: { status: 409, title: '这份帮办已经结束，不用再办' } },
})

export const tooLate = {
  status: 409,
  title: '这件事后来有了变化，或已经开始，不能再撤销；有问题请打社区窗口的电话',
} as const
export const HelpedAct = z.strictObject({
  id: Id,
  at: Instant,
  /** Who did it, by name, else by the masked number. */
  helper: z.string(),
  kinship: Kinship,
  /** `报名` */
  did: z.string(),
  /** What it was done to: an activity's title. */
  title: z.string(),
  /** It can be undone now. */
  undoable: z.boolean(),
  undoneAt: z.nullable(Instant),
})
export type HelpedAct = z.output<typeof HelpedAct>

export const helpedActs = query('helping.acts', {
  get: '/me/helped-acts',
  by: 'signedIn',
  audience: 'me',
  summary: '别人替我办的，最近的在前',
  query: z.strictObject({ cursor: z.optional(Cursor) }),
  output: pageOf(HelpedAct),
})
export const undoHelpedAct = command('helping.undo', {
  post: '/me/helped-acts/:id/undo',
  by: 'signedIn',
  summary: '撤销别人替我办的一件事',
  param: z.strictObject({ id: Id }),
  output: HelpedAct,
  refusals: {
    undone: { status: 409, title: '已经撤销过了，不用再按' },
    tooLate,
  },
})
/** What stands in the SMS, and undoes that one act without an account. */
export const undoByCode = command('helping.undoByCode', {
  post: '/helped-acts/undo',
  by: 'guest',
  sensitive: true,
  summary: '凭短信里的撤销码和手机号后四位，撤销别人替我办的那件事；不用登录',
  body: z.strictObject({
    code: z.string().check(z.regex(/^\d{8}$/)),
    /** The last four digits of the number that the message came to. */
    phoneTail: z.string().check(z.regex(/^\d{4}$/)),
  }),
  output: z.strictObject({ did: z.string(), title: z.string(), undoneAt: Instant }),
  refusals: {
    noMatch: { status: 422, title: '撤销码或手机号后四位不对，请照短信再填一次' },
    tooManyTries: {
      status: 409,
      title: '这个撤销码填错次数太多，不能再用；请打社区窗口的电话，窗口可以代您撤销',
    },
    codeExpired: { status: 409, title: '这个撤销码过期了；请打社区窗口的电话，窗口可以代您撤销' },
    undone: { status: 409, title: '这件事已经撤销过了，不用再办' },
    tooLate,
  },
})

export const helpingEndpoints = [
  myHelps,
  sendHelpCode,
  beginHelp,
  recordHelp,
  endHelp,
  helpedActs,
  undoHelpedAct,
  undoByCode,
] as const
