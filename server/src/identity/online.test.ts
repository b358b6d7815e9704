import { finishVerification, myIdentity, startVerification } from '@tmt/shared/identity/contract.ts'
import { getMe } from '@tmt/shared/people/contract.ts'
import { withdrawConsent } from '@tmt/shared/privacy/contract.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { consents } from '../people/tables.ts'
import { everythingIn } from '../testing/everything.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { identityJobs } from './jobs.ts'
import { identities, identityAttempts } from './tables.ts'
import { begin, tellProvider, verified } from './testing/identity.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
let person: Somebody
beforeEach(async () => {
  house.clock.now += HOUR
  person = await somebody(house)
  await house.realNames.app.request('/sandbox/faults', { method: 'DELETE' })
})
const mine = async (who = person) => (await house.ask(myIdentity, {}, { token: who.token })).body
const finish = (id: string, who = person, key?: string) =>
  house.ask(finishVerification, { id }, { token: who.token, ...(key && { key }) })

test('a verified name raises the level, and name and number are shown masked', async () => {
  expect(await mine()).toEqual({
    level: 'phone',
    record: null,
    providers: ['taizhouTong', 'suFuBan', 'netId'],
    consented: false,
  })
  const started = await begin(house, person)
  expect(started.body).toMatchObject({ redirect: null, expiresAt: house.clock.now + HOUR / 2 })
  const { status, body } = await finish(started.body.id)
  expect([status, body.level]).toEqual([200, 'realName'])
  expect(body.record).toEqual({
    provider: 'taizhouTong',
    name: expect.stringMatching(/^演\*+$/),
    idNumber: expect.stringMatching(/^321200\*{10}[\dX]{2}$/),
    verifiedAt: house.clock.now,
  })
  expect(await mine()).toEqual(body)
  const me = await house.ask(getMe, {}, { token: person.token })
  expect(me.body.level).toBe('realName')
})

test('by 网号、网证 no number is taken, and the level is the same', async () => {
  const { token } = await verified(house, 'netId')
  const { body } = await house.ask(myIdentity, {}, { token })
  expect(body).toMatchObject({ level: 'realName', record: { provider: 'netId', name: null, idNumber: null } })
})

test('the number stands readable in no row, and is found all the same', async () => {
  const { id } = await verified(house)
  const [row] = await house.store.read.select().from(identities).where(eq(identities.personId, id))
  const number = house.secrets.unseal(row!.numberSealed!)
  expect(number).toMatch(/^321200\d{11}[\dX]$/)
  expect(row!.numberIndex).toBe(house.secrets.index('idNumber', number))
  expect((await everythingIn(house)).text).not.toContain(number)
})

describe('a provider that', () => {
  test.each(['down', 'busy', 'garbage', 'forged', 'stale', 'another'])(
    'is %s at the end: nothing is believed, and the next try goes well',
    async (fault) => {
      const { body } = await begin(house, person)
      await tellProvider(house, fault)
      const refused = await finish(body.id)
      expect([refused.status, refused.problem.code]).toEqual([503, 'providerUnavailable'])
      expect((await mine()).record).toBeNull()
      expect((await finish(body.id)).body.level).toBe('realName')
    },
  )
  test('is down at the start leaves nothing behind', async () => {
    await tellProvider(house, 'down')
    expect((await begin(house, person)).problem.code).toBe('providerUnavailable')
    const own = eq(identityAttempts.personId, person.id)
    expect(await house.store.read.$count(identityAttempts, own)).toBe(0)
  })
  test('answers twice, with somebody else the second time: the first answer stands', async () => {
    const { body } = await begin(house, person)
    await tellProvider(house, 'twice')
    const first = await finish(body.id)
    expect((await finish(body.id)).body).toEqual(first.body)
    expect(await house.store.read.$count(identities, eq(identities.personId, person.id))).toBe(1)
  })
  test('says no, or not yet, is asked again', async () => {
    const { body } = await begin(house, person)
    for (const [fault, code] of [
      ['pending', 'notYet'],
      ['no', 'saidNo'],
    ] as const) {
      await tellProvider(house, fault)
      expect((await finish(body.id)).problem.code).toBe(code)
    }
    expect((await finish(body.id)).status).toBe(200)
  })
})

test('two devices at once, and a retry with the same key: one record, the same answer', async () => {
  const { body } = await begin(house, person)
  const key = 'the-same-key-of-one-press'
  const replies = await Promise.all([finish(body.id), finish(body.id), finish(body.id, person, key)])
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await finish(body.id, person, key)).body).toEqual(replies[2].body)
  expect(await house.store.read.$count(identities, eq(identities.personId, person.id))).toBe(1)
})

test('somebody else’s verification does not exist for me', async () => {
  const { body } = await begin(house, person)
  const other = await somebody(house)
  const { status, problem } = await finish(body.id, other)
  expect([status, problem.code]).toEqual([404, 'notFound'])
  expect((await mine(other)).record).toBeNull()
})

test('withdrawing the consent takes name and number away at once; it can be done again', async () => {
  const who = await verified(house)
  const withdrawn = await house.ask(withdrawConsent, { purpose: 'realName' }, { token: who.token })
  expect(withdrawn.body.items[0]).toMatchObject({ purpose: 'realName', revokedAt: house.clock.now })
  expect(await mine(who)).toMatchObject({ level: 'phone', record: null, consented: false })
  expect((await house.ask(getMe, {}, { token: who.token })).body.level).toBe('phone')
  const again = await house.ask(startVerification, { provider: 'taizhouTong' }, { token: who.token })
  expect(again.problem.code).toBe('consentMissing')
  const { body } = await begin(house, who)
  expect((await finish(body.id, who)).body.level).toBe('realName')
})

test('so many an hour, and not more: each may cost somebody something', async () => {
  await begin(house, person)
  const { token } = person
  const ask = () => house.ask(startVerification, { provider: 'netId' }, { token })
  const statuses = []
  for (let i = 0; i < 21; i += 1) statuses.push((await ask()).status)
  expect(statuses.slice(-2)).toEqual([429, 429])
  house.clock.now += HOUR
  expect((await ask()).status).toBe(200)
})

test('begun verifications are forgotten a day after they were over', async () => {
  await begin(house, person)
  house.clock.now += 2 * DAY
  const { handlers } = identityJobs({ store: house.store, now: () => house.clock.now })
  await handlers['identity.sweep'].run({ id: 'j', kind: 'identity.sweep', data: {}, tries: 1 })
  expect(await house.store.read.$count(identityAttempts)).toBe(0)
})

test('a consent to an older notice is none: verifying is refused at the start and at the end', async () => {
  const age = () =>
    house.store.write(async (tx) => {
      await tx.update(consents).set({ version: '2020-01-01' }).where(eq(consents.personId, person.id))
    })
  const { body } = await begin(house, person)
  await age()
  const finished = await house.ask(finishVerification, { id: body.id }, { token: person.token })
  expect([finished.status, finished.problem.code]).toEqual([409, 'consentMissing'])
  const started = await house.ask(startVerification, { provider: 'taizhouTong' }, { token: person.token })
  expect([started.status, started.problem.code]).toEqual([409, 'consentMissing'])
  expect(started.problem.title).toContain('请先同意')
  // Agreeing to the notice of today with the same press is enough.
  const input = { provider: 'taizhouTong', agreed: PRIVACY_VERSION } as const
  const again = await house.ask(startVerification, input, { token: person.token })
  expect(again.status).toBe(200)
  const done = await house.ask(finishVerification, { id: again.body.id }, { token: person.token })
  expect(done.body.level).toBe('realName')
})
