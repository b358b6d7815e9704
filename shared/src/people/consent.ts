import { PrivacyVersion } from './privacy-version.ts'
import { z } from 'zod/mini'
import { Instant } from '../codes.ts'

/** Why a sign-in does not begin. */
export const NOT_AGREED = '请先看隐私说明，打开上面的“同意”'

/** What personal data are used for. One agreement each: signing in is not verifying a name (《个人信息保护法》第十四条). */
export const Purpose = z.enum(['account', 'realName'])
export type Purpose = z.output<typeof Purpose>

type About = {
  title: string
  /** What is used, and for what. */
  says: string
  /** Personal data that can hurt: asked about on its own page, with the reason (第二十九条). */
  sensitive: boolean
  /** Without it there is no account: withdrawing it is leaving. */
  needed: boolean
  /** What becomes of the data once it is withdrawn. */
  withdrawn: string
}

export const purposes: Record<Purpose, About> = {
  account: {
    title: '登录与报名',
    says: '手机号用来登录；报名后，主办活动的社区看得到您的称呼和遮住的手机号，需要通知您时可以拨打。',
    sensitive: false,
    needed: true,
    withdrawn: '不同意就不能保留账号。看公告、活动和电话不用登录。',
  },
  realName: {
    title: '实名核验',
    says: '姓名和身份证号用来确认您是本人，一人只登记一次。加密保存，页面上只显示头尾几位。',
    sensitive: true,
    needed: false,
    withdrawn: '撤回后，姓名和身份证号立即删除，您的账号回到手机号登录；别的不受影响。',
  },
}

export const ConsentChannel = z.enum(['signIn', 'page', 'counter', 'guardian'])
export type ConsentChannel = z.output<typeof ConsentChannel>

export const consentChannels: Record<ConsentChannel, string> = {
  signIn: '登录时',
  page: '在页面上',
  counter: '在窗口当面',
  guardian: '由监护人在窗口',
}

export const ConsentView = z.strictObject({
  purpose: Purpose,
  version: PrivacyVersion,
  at: Instant,
  channel: ConsentChannel,
  /** Null as long as it holds. */
  revokedAt: z.nullable(Instant),
})
export type ConsentView = z.output<typeof ConsentView>
