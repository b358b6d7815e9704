import { z } from 'zod/mini'

const code = z.string().check(z.regex(/^\d{4,8}$/))
const minutes = z.int().check(z.minimum(1), z.maximum(60))
/** Providers allow few characters in a blank. */
const blank = z.string().check(z.minLength(1), z.maxLength(40))
const hours = z.int().check(z.minimum(1), z.maximum(99))
const both = z.strictObject({ helper: blank, person: blank })

/** The texts that an operator has approved by the provider: `{blank}` is filled by the parameter of that name. */
export const templates = {
  signInCode: '【泰民通】登录验证码 {code}，{minutes} 分钟内有效。请勿告诉他人。',
  helpCode:
    '【泰民通】{helper} 想在泰民通上帮您办事。同意就把验证码 {code} 告诉他，{minutes} 分钟内有效；不同意请不要告诉任何人。',
  helpBegan:
    '【泰民通】已在窗口登记：{helper} 可以帮您在泰民通上办事。不是您的意思，请登录泰民通在「帮家人办」里结束，或打社区窗口电话。',
  helped:
    '【泰民通】{helper} 刚替您{act}。不是您的意思：打开泰民通，点「我的」里的「凭撤销码撤销」，不用登录，填撤销码 {code} 和您手机号后四位，{hours} 小时内有效；也可以打社区窗口电话，请窗口撤销。',
  helpEnded:
    '【泰民通】社区窗口已应本人要求，结束 {helper} 帮 {person} 办事。不是您的意思，请打社区窗口电话。',
  helpUndone:
    '【泰民通】社区窗口已应本人要求，撤销 {helper} 替 {person} 办的“{act}”。不是您的意思，请打社区窗口电话。',
  helpOfAge:
    '【泰民通】{person} 已满 18 周岁，{helper} 以监护人身份帮办到此结束，以后由本人办。还要请人帮，可以在「帮家人办」里重新开始，或到社区窗口办。',
} as const

export const SmsText = z.discriminatedUnion('template', [
  z.strictObject({ template: z.literal('signInCode'), params: z.strictObject({ code, minutes }) }),
  z.strictObject({
    template: z.literal('helpCode'),
    params: z.strictObject({ helper: blank, code, minutes }),
  }),
  z.strictObject({ template: z.literal('helpBegan'), params: z.strictObject({ helper: blank }) }),
  z.strictObject({
    template: z.literal('helped'),
    params: z.strictObject({ helper: blank, act: blank, code, hours }),
  }),
  z.strictObject({ template: z.literal('helpEnded'), params: both }),
  z.strictObject({
    template: z.literal('helpUndone'),
    params: z.strictObject({ helper: blank, person: blank, act: blank }),
  }),
  z.strictObject({ template: z.literal('helpOfAge'), params: both }),
])
export type SmsText = z.output<typeof SmsText>
export type SignInText = Extract<SmsText, { template: 'signInCode' }>

/** The text as the phone shows it. */
export function fill({ template, params }: SmsText) {
  const values: Record<string, string | number> = params
  return templates[template].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
}
