import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { genderLabels } from '@tmt/shared/activities/labels.ts'
import { sayKind } from '@tmt/shared/people/organization.ts'

function sayAges({ minAge, maxAge }: Pick<ActivityDetail, 'minAge' | 'maxAge'>) {
  if (minAge !== undefined && maxAge !== undefined) return `${minAge} 到 ${maxAge} 岁`
  if (minAge !== undefined) return `${minAge} 岁以上`
  return maxAge === undefined ? null : `${maxAge} 岁以下`
}
/** Who may come and what must be so, each in plain words; nothing of what limits nobody. */
export function sayLimits(a: ActivityDetail): string[] {
  const said = [
    sayAges(a),
    a.gender === undefined ? null : `只收${genderLabels[a.gender]}性`,
    a.householdLimit === undefined ? null : `每户最多 ${a.householdLimit} 人`,
    a.guardianRequired ? '孩子要家长一起来' : null,
    a.healthPledge ? '要承诺身体可以' : null,
    a.insuranceRequired ? '要有意外保险' : null,
    a.realNameRequired ? '要先实名' : null,
    a.waitlistCapacity ? `满了可以候补，最多 ${a.waitlistCapacity} 人` : null,
  ]
  return said.filter((one) => one !== null)
}
/** `演示志愿者协会（社会组织），由东安居委会审核` */
export function sayHost({ host, communityName }: Pick<ActivityDetail, 'host' | 'communityName'>) {
  return host ? `${host.name}（${sayKind(host)}），由${communityName}审核` : communityName
}
