import type { HelpChannel, Kinship } from './contract.ts'

/** What the one who helps is to the person. */
export const kinshipLabels: Record<Kinship, string> = {
  child: '子女',
  spouse: '配偶',
  parent: '父母',
  relative: '其他亲属',
  guardian: '监护人',
  worker: '社区工作者',
}
export const helpChannelLabels: Record<HelpChannel, string> = {
  code: '用短信验证码同意',
  counter: '在窗口当面同意',
}
