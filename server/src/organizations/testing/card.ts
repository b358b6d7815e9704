import type { OrganizationFacts } from '@tmt/shared/organizations/contract.ts'
import { and, eq, inArray } from 'drizzle-orm'
import { DONGAN } from '../../demo/city.ts'
import type { TestHouse } from '../../testing/house.ts'
import { insertOrganization } from '../store.ts'
import { organizationReports, organizations } from '../tables.ts'

export const cardFacts: OrganizationFacts = {
  kind: 'clinic',
  name: '测试卫生站',
  purpose: '量血压、配常用药',
  phone: '0523-00000399',
  hours: '每天 8:00–17:00',
  place: '测试路 1 号',
}
/** Takes away what earlier tests put into 东安 beside the demonstration's own. */
export async function clearCards(house: TestHouse) {
  await house.store.write(async (tx) => {
    const own = and(eq(organizations.communityId, DONGAN), eq(organizations.demo, false))
    const ids = tx.select({ id: organizations.id }).from(organizations).where(own)
    await tx.delete(organizationReports).where(inArray(organizationReports.organizationId, ids))
    await tx.delete(organizations).where(own)
  })
  // Written past the API, which tells of nothing then.
  house.answers.dropAll()
}
/** A card of 东安 (or another), made without the API so that no rate limit counts it. */
export function addCard(house: TestHouse, changes: Partial<OrganizationFacts> = {}, communityId = DONGAN) {
  const { now } = house.clock
  return house.store.write((tx) => insertOrganization(tx, { ...cardFacts, communityId, ...changes }, now))
}
