import { getDivision } from '@tmt/shared/divisions/contract.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditEntries } from './platform/tables.ts'
import { openHouse, type TestHouse } from './testing/house.ts'
import { runProgram } from './testing/program.ts'

const JIULONG = '321202100000'
let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
const counter = (...args: string[]) => runProgram('counter.ts', house.databaseUrl, args)
const address = '九龙镇便民服务中心（演示地址），工作日 9:00–17:30'

test('enters a counter, which then answers for all below it; it is written down', async () => {
  const done = await counter('--division', JIULONG, '--phone', '0523-00000300', '--address', address)
  expect(done).toEqual({ code: 0, said: `已登记：九龙镇 0523-00000300 ${address}\n` })
  const { body } = await house.ask(getDivision, { code: JIULONG })
  expect(body).toMatchObject({ phone: '0523-00000300', counter: address, demo: false })
  const rows = await house.store.read
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, 'divisions.saveCounter'))
  expect(rows).toMatchObject([{ subject: JIULONG, actorId: null, outcome: 'done' }])
})

test.each([
  ['without an address', ['--division', JIULONG, '--phone', '0523-00000300']],
  ['with words for a number', ['--division', JIULONG, '--phone', '电话', '--address', address]],
  ['for a code of elsewhere', ['--division', '110101000000', '--phone', '12345', '--address', address]],
  ['with an option that is none', ['--town', JIULONG]],
])('says how it is used %s', async (_name, args) => {
  const { code, said } = await counter(...args)
  expect(code).toBe(1)
  expect(said).toMatch(/^用法：npm run counter/)
})

test('a code that nobody has is told', async () => {
  const { code, said } = await counter('--division', '321202999000', '--phone', '12345', '--address', address)
  expect([code, said]).toEqual([1, '没有这个区划代码：321202999000\n'])
})
