import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { atShanghai, DAY, MINUTE } from '@tmt/shared/time.ts'
import { eq, inArray, like } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DONGAN } from '../demo/city.ts'
import { reveals } from '../identity/tables.ts'
import { createJobs } from '../jobs.ts'
import { consents } from '../people/tables.ts'
import { auditEntries } from '../platform/tables.ts'
import { jobParts } from '../testing/job-parts.ts'
import { openHouse, START, type TestHouse } from '../testing/house.ts'
import { somebody } from '../testing/somebody.ts'
import { RETAIN } from './retaining.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ demo: false })
})
afterAll(() => house.close())

/** 2026-12-01 10:00 less three years. */
const EDGE = atShanghai(2023, 12, 1, 10)
async function retain() {
  const { handlers, recurring } = createJobs(jobParts(house))
  expect(recurring).toContainEqual({ kind: RETAIN, everyMs: DAY })
  await handlers[RETAIN]!.run({ id: '', kind: RETAIN, data: {}, tries: 1 })
}
const noted = () => house.store.read.select().from(auditEntries).where(eq(auditEntries.action, RETAIN))

test('audit, ended consents and looks go after three years to the minute; what still holds stays', async () => {
  expect(house.clock.now).toBe(START)
  const { id } = await somebody(house)
  const audit = (name: string, at: number) => ({
    id: `t-${name}`,
    at,
    action: 'test',
    outcome: 'done',
    actorId: id,
    subject: id,
    details: {},
    requestId: '',
  })
  const consent = (name: string, revokedAt: number | null) => ({
    id: `t-${name}`,
    personId: id,
    purpose: 'realName' as const,
    version: PRIVACY_VERSION,
    at: EDGE - 9000 * MINUTE,
    channel: 'page' as const,
    evidenceHash: '',
    revokedAt,
    current: revokedAt === null ? `${id}:realName` : null,
  })
  const look = (name: string, at: number, outcome: 'fine' | null) => ({
    id: `t-${name}`,
    personId: id,
    field: 'phone' as const,
    reason: '核对',
    actorId: id,
    communityId: DONGAN,
    at,
    outcome,
  })
  await house.store.write(async (tx) => {
    // More than one unit of them.
    const many = Array.from({ length: 501 }, (_, i) => audit(`old ${i}`, EDGE - MINUTE))
    await tx.insert(auditEntries).values([...many, audit('edge', EDGE)])
    await tx
      .insert(consents)
      .values([consent('old', EDGE - 1), consent('edge', EDGE), consent('holds', null)])
    await tx
      .insert(reveals)
      .values([
        look('old', EDGE - 1, 'fine'),
        look('never reviewed', EDGE - 1, null),
        look('edge', EDGE, null),
      ])
  })
  await retain()
  const ids = async (table: typeof consents | typeof reveals | typeof auditEntries) => {
    const rows = await house.store.read.select({ id: table.id }).from(table).where(like(table.id, 't-%'))
    return rows.map((row) => row.id).toSorted()
  }
  expect(await ids(auditEntries)).toEqual(['t-edge'])
  expect(await ids(consents)).toEqual(['t-edge', 't-holds'])
  expect(await ids(reveals)).toEqual(['t-edge'])
  const said = (await noted()).map(({ subject, details }) => `${subject} ${String(details.rows)}`)
  expect(said.toSorted()).toEqual(['audit 1', 'audit 500', 'consents 1', 'reveals 2'])
})

test('again the same day nothing goes, and nothing is written down', async () => {
  await house.store.write(async (tx) => {
    const old = (await noted()).map(({ id }) => id)
    await tx.delete(auditEntries).where(inArray(auditEntries.id, old))
  })
  await retain()
  expect(await noted()).toEqual([])
})
