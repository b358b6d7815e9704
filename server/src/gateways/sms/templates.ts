import { z } from 'zod/mini'

const code = z.string().check(z.regex(/^\d{4,8}$/))
const minutes = z.int().check(z.minimum(1), z.maximum(60))
/** Providers allow few characters in a blank. */
const blank = z.string().check(z.minLength(1), z.maxLength(40))

/** The texts that an operator has approved by the provider: `{blank}` is filled by the parameter of that name. */
export const templates = {
  signInCode: '【泰民通】登录验证码 {code}，{minutes} 分钟内有效。请勿告诉他人。',
  helpCode:
    '【泰民通】{helper} 想在泰民通上帮您办事。同意就把验证码 {code} 告诉他，{minutes} 分钟内有效；不同意请不要告诉任何人。',
  helpBegan:
    '【泰民通】已在窗口登记：{helper} 可以帮您在泰民通上办事。不是您的意思，请登录泰民通在「帮家人办」里结束，或打社区窗口电话。',
  helped:
    '【泰民通】{helper} 刚替您{act}。不是您的意思，请登录泰民通在「别人替我办的」里撤销，或打社区窗口电话。',
} as const

export const SmsText = z.discriminatedUnion('template', [
  z.strictObject({ template: z.literal('signInCode'), params: z.strictObject({ code, minutes }) }),
  z.strictObject({
    template: z.literal('helpCode'),
    params: z.strictObject({ helper: blank, code, minutes }),
  }),
  z.strictObject({ template: z.literal('helpBegan'), params: z.strictObject({ helper: blank }) }),
  z.strictObject({ template: z.literal('helped'), params: z.strictObject({ helper: blank, act: blank }) }),
])
export type SmsText = z.output<typeof SmsText>
export type SignInText = Extract<SmsText, { template: 'signInCode' }>

/** The text as the phone shows it. */
export function fill({ template, params }: SmsText) {
  const values: Record<string, string | number> = params
  return templates[template].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
}
