import type { AreaBasis, How, Purpose } from './seat-contract.ts'

/** What somebody is called who speaks for it. */
export const representativeLabels: Record<Purpose, string> = { household: '户代表', unit: '业主代表' }
export const purposeLabels: Record<Purpose, string> = { household: '户', unit: '房产' }
export const basisLabels: Record<AreaBasis, string> = {
  register: '不动产登记簿',
  survey: '测绘成果',
  contract: '购房合同',
}
export const howLabels: Record<How, string> = {
  head: '是户主',
  only: '是唯一的业主',
  agreed: '大家同意',
  worker: '社区工作者见证',
  left: '原来的代表不在这里了',
}
