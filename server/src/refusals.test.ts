import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MINUTE } from '@tmt/shared/time.ts'
import { checkinRefusals } from './activities/testing/checkin-refusals.ts'
import { activityRefusals } from './activities/testing/refusals.ts'
import { messageRefusals } from './messages/testing/refusals.ts'
import { noticeRefusals } from './notices/testing/refusals.ts'
import { fileRefusals } from './files/testing/refusals.ts'
import { moderationRefusals } from './moderation/testing/refusals.ts'
import { helpingRefusals } from './helping/testing/refusals.ts'
import { feedbackRefusals } from './feedback/testing/refusals.ts'
import { organizationRefusals } from './organizations/testing/refusals.ts'
import { peopleRefusals } from './people/testing/refusals.ts'
import { placeRefusals, relativeRefusals } from './divisions/testing/refusals.ts'
import { residencyRefusals } from './residency/testing/refusals.ts'
import { identityRefusals } from './identity/testing/refusals.ts'
import { privacyRefusals } from './privacy/testing/refusals.ts'
import { seatRefusals } from './residency/testing/seat-refusals.ts'
import { auditEntries } from './platform/tables.ts'
import { openHouse, type TestHouse } from './testing/house.ts'
import { contracts } from './testing/requests.ts'
import type { Provocations } from './testing/refusals.ts'

const provocations: Provocations = {
  ...peopleRefusals,
  ...activityRefusals,
  ...checkinRefusals,
  ...messageRefusals,
  ...noticeRefusals,
  ...residencyRefusals,
  ...seatRefusals,
  ...placeRefusals,
  ...relativeRefusals,
  ...identityRefusals,
  ...privacyRefusals,
  ...fileRefusals,
  ...moderationRefusals,
  ...helpingRefusals,
  ...organizationRefusals,
  ...feedbackRefusals,
}
const commands = contracts.filter((contract) => contract.kind === 'command')
const all = commands.flatMap(({ name, refusals }) =>
  Object.entries(refusals).map(([code, refusal]) => [name, code, refusal] as const),
)

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += MINUTE
})

test('every refusal that a contract names can be provoked, and nothing else is said to be one', () => {
  const provoked = Object.entries(provocations).flatMap(([name, codes]) =>
    Object.keys(codes).map((code) => `${name} ${code}`),
  )
  expect(provoked.toSorted()).toEqual(all.map(([name, code]) => `${name} ${code}`).toSorted())
})

test.each(all)('%s refuses with %s', async (name, code, { status, title }) => {
  const reply = await provocations[name]![code]!(house)
  expect(reply.status).toBe(status)
  expect(reply.problem).toMatchObject({ type: `urn:taimintong:problem:${code}`, status, code, title })
  const { requestId } = reply.problem
  const rows = await house.store.read.select().from(auditEntries).where(eq(auditEntries.requestId, requestId))
  expect(rows).toMatchObject([{ action: name, outcome: `refused:${code}` }])
})
