import { getActivity } from '@tmt/shared/activities/detail-contract.ts'
import { cancelSignup, mySignup, mySignups, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { api } from '@tmt/shared/api.ts'
import { endHelp, myHelps, undoHelpedAct } from '@tmt/shared/helping/contract.ts'
import { mostHelped } from '@tmt/shared/helping/rules.ts'
import { getMe, setName } from '@tmt/shared/people/contract.ts'
import { signInByCode } from '@tmt/shared/people/sign-in-contract.ts'
import { leave } from '@tmt/shared/privacy/contract.ts'
import { HOUR } from '@tmt/shared/time.ts'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { post } from '../activities/testing/activity.ts'
import { DONGAN } from '../demo/city.ts'
import { helpedActs as told } from '../helped.ts'
import { register, workerOf } from '../identity/testing/identity.ts'
import { auditEntries } from '../platform/tables.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { newPhone, type Somebody, somebody } from '../testing/somebody.ts'
import { actsOf, begin, codeFor, helpOf, inPlace, recorded, signedUpFor } from './testing/help.ts'

let house: TestHouse
let daughter: Somebody
let mother: Somebody
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now += HOUR
  daughter = await somebody(house, [], '演示女儿')
  mother = await somebody(house, [{ role: 'resident', division: DONGAN }], '演示母亲')
})
const helpsOf = async ({ token }: Somebody) => (await house.ask(myHelps, {}, { token })).body
const signupOf = async ({ token }: Somebody, id: string) =>
  (await house.ask(mySignup, { id }, { token })).body.signup
const confirmedOf = async (id: string) => (await house.ask(getActivity, { id })).body.confirmed
const auditsOf = (helperId: string) =>
  house.store.read.select().from(auditEntries).where(eq(auditEntries.helperId, helperId))
const end = (id: string, { token }: Somebody) => house.ask(endHelp, { id }, { token })

test('all that may be done for others is told and can be undone', () => {
  const helpable = api.filter((one) => one.kind === 'command' && 'helpable' in one && one.helpable)
  expect(helpable.map(({ name }) => name).toSorted()).toEqual(Object.keys(told).toSorted())
})

describe('beginning', () => {
  test('by the code that the other reads out; both sides see it', async () => {
    const { body } = await begin(house, daughter, mother.phone)
    expect(body).toMatchObject({ name: '演示母亲', kinship: 'child', channel: 'code' })
    expect(body.phone).toMatch(/^199\*{4}/)
    expect((await helpsOf(daughter)).helping).toEqual([body])
    expect((await helpsOf(mother)).helpedBy).toMatchObject([{ id: body.id, name: '演示女儿' }])
    expect((await helpsOf(daughter)).helpedBy).toEqual([])
  })

  test('a code is good for the one who asked for it alone, and never to sign in', async () => {
    const phone = newPhone()
    const code = await codeFor(house, daughter, phone)
    const thief = await somebody(house)
    expect((await begin(house, thief, phone, { code })).problem.code).toBe('wrongCode')
    expect((await house.ask(signInByCode, { phone, code })).problem.code).toBe('codeExpired')
    expect((await begin(house, daughter, phone, { code })).status).toBe(200)
  })

  test('a code is tried five times', async () => {
    const phone = newPhone()
    const code = await codeFor(house, daughter, phone)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let i = 0; i < 5; i += 1) await begin(house, daughter, phone, { code: wrong })
    expect((await begin(house, daughter, phone, { code })).problem.code).toBe('codeExpired')
  })

  test('two devices at once begin it once', async () => {
    const code = await codeFor(house, daughter, mother.phone)
    const replies = await Promise.all([1, 2].map(() => begin(house, daughter, mother.phone, { code })))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await helpsOf(daughter)).helping).toHaveLength(1)
  })

  test('as many as one may help, however many ask at once', async () => {
    for (let i = 1; i < mostHelped.family; i += 1) await helpOf(house, daughter, await somebody(house))
    const others = [await somebody(house), await somebody(house), await somebody(house)]
    const codes: [string, string][] = []
    for (const { phone } of others) codes.push([phone, await codeFor(house, daughter, phone)])
    const replies = await Promise.all(codes.map(([phone, code]) => begin(house, daughter, phone, { code })))
    const said = replies.map(({ status, problem }) => (status === 200 ? 'ok' : problem.code)).toSorted()
    expect(said).toEqual(['ok', 'tooManyHelped', 'tooManyHelped'])
    const { helping, most } = await helpsOf(daughter)
    expect([helping.length, most]).toEqual([mostHelped.family, mostHelped.family])
    // Whoever is let go makes room.
    await end(helping[0]!.id, daughter)
    const refused = codes[replies.findIndex(({ status }) => status === 409)]!
    expect((await begin(house, daughter, refused[0], { code: refused[1] })).status).toBe(200)
  })

  test('at the counter, for somebody who was registered there, by a relative or by a worker of this place', async () => {
    const { body: person } = await register(house)
    const { status, body } = await recorded(house, { personId: person.personId, helperPhone: daughter.phone })
    expect([status, body.channel, body.phone]).toEqual([200, 'counter', person.phone])
    const worker = await workerOf(house)
    const own = { personId: person.personId, helperPhone: worker.phone, kinship: 'worker' } as const
    expect((await recorded(house, own, worker)).status).toBe(200)
    expect((await helpsOf(worker)).helping).toHaveLength(1)
  })

  test('somebody whom this community does not know is nobody there', async () => {
    const stranger = await somebody(house)
    expect((await recorded(house, { personId: stranger.id })).status).toBe(404)
  })
})

describe('acting in somebody’s place', () => {
  test('the place is the person’s, both are on the record, and the person sees what was done', async () => {
    const help = await helpOf(house, daughter, mother)
    const id = await post(house, { residencyRequired: 'community' })
    const { status } = await house.ask(signUp, { id }, inPlace(daughter, help))
    expect(status).toBe(200)
    expect(await signupOf(mother, id)).toMatchObject({ status: 'confirmed' })
    expect(await signupOf(daughter, id)).toBeNull()
    const seen = await house.ask(mySignups, {}, inPlace(daughter, help))
    expect(seen.body.items.map(({ activity }) => activity.id)).toEqual([id])
    expect(await auditsOf(daughter.id)).toMatchObject([
      { action: 'activities.signUp', outcome: 'done', actorId: mother.id, subject: id },
    ])
    const [act] = await actsOf(house, mother)
    expect(act).toMatchObject({ did: '报名', undoable: true, undoneAt: null, kinship: 'child' })
    expect(act!.helper).toMatch(/^演示女儿（尾号 \d{4}）$/)
    expect(await actsOf(house, daughter)).toEqual([])
  })

  test('a refusal names both as well, and leaves no act', async () => {
    const help = await helpOf(house, daughter, mother)
    const id = await post(house)
    const { problem } = await house.ask(cancelSignup, { id }, inPlace(daughter, help))
    expect(problem.code).toBe('notSignedUp')
    expect(await auditsOf(daughter.id)).toMatchObject([
      { outcome: 'refused:notSignedUp', actorId: mother.id },
    ])
    expect(await actsOf(house, mother)).toEqual([])
  })

  test('the same key does it once', async () => {
    const help = await helpOf(house, daughter, mother)
    const id = await post(house)
    const how = { ...inPlace(daughter, help), key: 'the-same-key-0123456789' }
    const replies = [await house.ask(signUp, { id }, how), await house.ask(signUp, { id }, how)]
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    expect(await actsOf(house, mother)).toHaveLength(1)
  })

  test('what is not marked may not be done, nor read, in her place', async () => {
    const help = await helpOf(house, daughter, mother)
    for (const reply of [
      await house.ask(setName, { name: '别的' }, inPlace(daughter, help)),
      await house.ask(getMe, {}, inPlace(daughter, help)),
      await house.ask(leave, {}, inPlace(daughter, help)),
      await house.ask(myHelps, {}, inPlace(daughter, help)),
    ])
      expect([reply.status, reply.problem.code]).toEqual([403, 'notHelpable'])
    expect((await house.ask(getMe, {}, { token: mother.token })).body.name).toBe('演示母亲')
  })

  test('a helper gains no staff’s rights, and no other’s help is theirs', async () => {
    const worker = await workerOf(house)
    const help = await helpOf(house, daughter, worker)
    const id = await post(house, { residencyRequired: 'community' })
    expect((await house.ask(signUp, { id }, inPlace(daughter, help))).problem.code).toBe('notEligible')
    const stranger = await somebody(house)
    for (const someHelp of [help, '', 'x', '01890a5d-ac96-774b-bcce-b302099a8057']) {
      const { status, problem } = await house.ask(signUp, { id }, inPlace(stranger, someHelp))
      expect([status, problem.code]).toEqual([403, 'helpEnded'])
    }
    expect((await house.ask(signUp, { id }, { headers: { 'x-help': help } })).status).toBe(401)
  })
})

describe('ending', () => {
  test.each(['helper', 'person'] as const)('by the %s, at once', async (side) => {
    const help = await helpOf(house, daughter, mother)
    const id = await post(house)
    expect((await end(help, side === 'helper' ? daughter : mother)).status).toBe(200)
    const { status, problem } = await house.ask(signUp, { id }, inPlace(daughter, help))
    expect([status, problem.code]).toEqual([403, 'helpEnded'])
    expect((await helpsOf(daughter)).helping).toEqual([])
    expect((await helpsOf(mother)).helpedBy).toEqual([])
  })

  test('two devices at once end it once; the other is told', async () => {
    const help = await helpOf(house, daughter, mother)
    const replies = await Promise.all([end(help, daughter), end(help, mother)])
    const said = replies.map(({ status, problem }) => (status === 200 ? 'ok' : problem.code)).toSorted()
    expect(said).toEqual(['ended', 'ok'])
  })

  test('while it ends an act is done whole or not at all', async () => {
    const help = await helpOf(house, daughter, mother)
    const id = await post(house)
    const [act] = await Promise.all([house.ask(signUp, { id }, inPlace(daughter, help)), end(help, mother)])
    const held = (await signupOf(mother, id))?.status === 'confirmed'
    expect(held).toBe(act.status === 200)
    expect(await actsOf(house, mother)).toHaveLength(held ? 1 : 0)
    expect(await confirmedOf(id)).toBe(held ? 1 : 0)
  })

  test('nobody else ends it, nor the counter in passing', async () => {
    const help = await helpOf(house, daughter, mother, DONGAN)
    expect((await end(help, await somebody(house))).status).toBe(404)
    expect((await end(help, await workerOf(house))).status).toBe(404)
  })

  test('with the account of either side', async () => {
    const other = await somebody(house)
    await helpOf(house, daughter, mother)
    const second = await helpOf(house, mother, other)
    await house.ask(leave, {}, { token: mother.token })
    expect((await helpsOf(daughter)).helping).toEqual([])
    expect((await helpsOf(other)).helpedBy).toEqual([])
    expect((await end(second, other)).problem.code).toBe('ended')
  })
})

describe('undoing', () => {
  const undo = (id: string, { token }: Somebody) => house.ask(undoHelpedAct, { id }, { token })

  test('a sign-up gives the place back, also when the help is over', async () => {
    const { activityId, act, help } = await signedUpFor(house, mother, daughter)
    await end(help, mother)
    expect(await confirmedOf(activityId)).toBe(1)
    const { status, body } = await undo(act, mother)
    expect([status, body.undoable, body.undoneAt]).toEqual([200, false, house.clock.now])
    expect(await signupOf(mother, activityId)).toMatchObject({ status: 'cancelledByUser' })
    expect(await confirmedOf(activityId)).toBe(0)
  })

  test('a place that was given back is taken again', async () => {
    const help = await helpOf(house, daughter, mother)
    const id = await post(house)
    await house.ask(signUp, { id }, { token: mother.token })
    house.clock.now += 1
    await house.ask(cancelSignup, { id }, inPlace(daughter, help))
    const [act] = await actsOf(house, mother)
    expect(act).toMatchObject({ did: '取消报名', undoable: true })
    expect((await undo(act!.id, mother)).status).toBe(200)
    expect(await signupOf(mother, id)).toMatchObject({ status: 'confirmed' })
  })

  test('what the person did anew themselves is not undone', async () => {
    const { activityId, act } = await signedUpFor(house, mother, daughter)
    const own = { token: mother.token }
    await house.ask(cancelSignup, { id: activityId }, own)
    house.clock.now += 1
    await house.ask(signUp, { id: activityId }, own)
    expect((await actsOf(house, mother))[0]!.undoable).toBe(false)
    expect((await undo(act, mother)).problem.code).toBe('tooLate')
    expect(await signupOf(mother, activityId)).toMatchObject({ status: 'confirmed' })
  })

  test('only by the person, and by two devices at once only once', async () => {
    const { act, activityId } = await signedUpFor(house, mother, daughter)
    expect((await undo(act, daughter)).status).toBe(404)
    const replies = await Promise.all([undo(act, mother), undo(act, mother)])
    const said = replies.map(({ status, problem }) => (status === 200 ? 'ok' : problem.code)).toSorted()
    expect(said).toEqual(['ok', 'undone'])
    expect(await confirmedOf(activityId)).toBe(0)
    const rows = await house.store.read
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.actorId, mother.id), eq(auditEntries.action, 'helping.undo')))
    expect(rows.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'refused:undone'])
  })
})
