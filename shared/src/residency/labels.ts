import type { Evidence, Kind, Reason, Status } from './contract.ts'

export const kindLabels: Record<Kind, string> = {
  hukouAndLive: '户口在这里，也住在这里',
  hukouOnly: '户口在这里，不住在这里',
  liveOnly: '住在这里，户口在别处',
  ownerOnly: '房子是我的（业主）',
  workOnly: '在这里上班或做生意',
}
export const evidenceLabels: Record<Evidence, string> = {
  hukouBook: '户口簿',
  propertyCert: '不动产权证（房产证）',
  lease: '租房合同',
  residencePermit: '居住证',
  gridWitness: '网格员上门看',
  saleContract: '购房合同',
}
export const statusLabels: Record<Status, string> = {
  draft: '还没有交',
  pending: '等社区核验',
  needMore: '要补充',
  verified: '已核验',
  rejected: '没有通过',
  expired: '已过期',
  movedOut: '已搬走',
  revoked: '已收回',
}
export const reasonLabels: Record<Reason, string> = {
  doorUnclear: '门牌写得不清楚',
  evidenceMissing: '还要看证件或合同',
  notMet: '上门没有遇到人',
  notThere: '本人不住在这里',
  duplicate: '重复登记',
  otherCommunity: '这里不归本社区管',
  other: '其他',
}
