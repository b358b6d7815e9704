import type { Provider, RevealOutcome, SealedField } from './contract.ts'

export const providerLabels: Record<Provider, string> = {
  taizhouTong: '泰州通',
  suFuBan: '苏服办',
  netId: '网号、网证',
  counter: '社区窗口',
}
export const fieldLabels: Record<SealedField, string> = {
  name: '姓名',
  idNumber: '身份证号',
  phone: '手机号',
}
export const outcomeLabels: Record<RevealOutcome, string> = {
  fine: '没有问题',
  questioned: '有疑问',
}
