import { reportContent } from '@tmt/shared/moderation/contract.ts'
import { sendOpinion } from '@tmt/shared/feedback/contract.ts'
import { setWants } from '@tmt/shared/messages/inbox-contract.ts'
import { exportMine, leave, listStored } from '@tmt/shared/privacy/contract.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportOrganization } from '@tmt/shared/organizations/contract.ts'
import { addCard } from './organizations/testing/card.ts'
import { aboutMe } from './about-me.ts'
import { post } from './activities/testing/activity.ts'
import { opinions } from './feedback/tables.ts'
import { opinionFacts } from './feedback/testing/refusals.ts'
import { findFile, insertFile } from './files/store.ts'
import { helpOf, signedUpFor } from './helping/testing/help.ts'
import { messages } from './messages/tables.ts'
import { telling, tellSomething } from './messages/testing/tell.ts'
import { putCheck } from './moderation/testing/check.ts'
import { GRACE } from './people/leave-store.ts'
import { insertRelative } from './people/relatives-store.ts'
import { newId } from './platform/ids.ts'
import { ERASE, privacyJobs } from './privacy/jobs.ts'
import { findSeat } from './residency/seat-store.ts'
import { residenciesOf } from './residency/store.ts'
import { family } from './residency/testing/seats.ts'
import { retained } from './retained.ts'
import { openHouse, type TestHouse } from './testing/house.ts'
import { newPhone, type Somebody, somebody } from './testing/somebody.ts'
import { everythingIn } from './testing/everything.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Somebody of whom every feature stores something, with a mark in all that is in their own words. */
async function everywhere(mark: string) {
  const { store, clock } = house
  clock.now += HOUR
  const { people, seat } = await family(house, 2)
  const me = people[0]!
  const as = { token: me.token }
  await signedUpFor(house, me)
  const helper = await somebody(house, [], `帮手${mark}`)
  await helpOf(house, helper, me)
  const message = {
    ...telling(house),
    template: 'opinionAnswered' as const,
    params: { answer: `消息${mark}` },
  }
  await tellSomething(house, me.id, message)
  await house.ask(setWants, { kind: 'residency', subscribe: false, sms: true }, as)
  await putCheck(house, {
    authorId: me.id,
    excerpt: `内容${mark}`,
    appealText: `申诉${mark}`,
    appealedAt: clock.now,
  })
  const subjectId = await post(house)
  await putCheck(house, { subjectId })
  const reported = { kind: 'activity', subjectId, reason: 'fraud', note: `举报${mark}` } as const
  expect((await house.ask(reportContent, reported, as)).status).toBe(200)
  expect((await house.ask(sendOpinion, { ...opinionFacts, text: `意见${mark}` }, as)).status).toBe(200)
  const card = await addCard(house, { name: `机构${mark}` })
  expect((await house.ask(reportOrganization, { id: card }, as)).status).toBe(200)
  const file = newId(clock.now)
  await store.write(async (tx) => {
    const row = { id: file, personId: me.id, hash: mark, width: 640, height: mark.length, at: clock.now }
    await insertFile(tx, row)
    await insertRelative(
      tx,
      house.secrets,
      { personId: me.id, relation: 'parent', phone: newPhone() },
      clock.now,
    )
  })
  return { me, seat, file, other: people[1]! }
}
const exported = async ({ id, token }: Somebody) => {
  const { body } = await house.ask(exportMine, { id }, { token })
  return Object.fromEntries(body.sections.map((part) => [part.id, JSON.stringify(part.rows)]))
}

test('the export of one holds all that is theirs and nothing of another', async () => {
  const [a, b] = [await everywhere('甲甲甲'), await everywhere('乙乙乙')]
  for (const [{ me }, mine, others] of [
    [a, '甲甲甲', '乙乙乙'],
    [b, '乙乙乙', '甲甲甲'],
  ] as const) {
    const parts = await exported(me)
    expect(Object.keys(parts)).toEqual(aboutMe.map(({ id }) => id))
    for (const [id, says] of [
      ['organizationReports', `机构${mine}`],
      ['messages', `消息${mine}`],
      ['written', `内容${mine}（等人看），您的申诉：申诉${mine}`],
      ['reports', `诈骗：举报${mine}`],
      ['opinions', `意见${mine}`],
      ['homes', '已核验'],
      ['seats', '成员'],
      ['messageChoices', '不要'],
      ['files', '没用上'],
      ['relatives', '父母'],
      ['helps', '别人帮我'],
    ] as const)
      expect([id, parts[id]]).toEqual([id, expect.stringContaining(says)])
    expect(JSON.parse(parts.homes!)).toHaveLength(1)
    expect(JSON.parse(parts.files!)).toHaveLength(1)
    const all = JSON.stringify(parts)
    expect(all).not.toContain(others)
    expect(all).not.toMatch(/sm4:|1[3-9]\d{9}/)
  }
  const nobody = await exported(await somebody(house))
  for (const id of [
    'homes',
    'seats',
    'messages',
    'written',
    'reports',
    'opinions',
    'files',
    'helps',
    'relatives',
  ])
    expect([id, nobody[id]]).toEqual([id, '[]'])
})

test('nobody exports another’s, and nobody without a session their own', async () => {
  const [me, other] = [await somebody(house), await somebody(house)]
  expect((await house.ask(exportMine, { id: me.id }, { token: other.token })).status).toBe(404)
  expect((await house.ask(listStored, {})).status).toBe(401)
})

test('erased, nothing is left in their own words or of their homes; others keep what is theirs', async () => {
  const [gone, stays] = [await everywhere('丙丙丙'), await everywhere('丁丁丁')]
  await house.ask(leave, {}, { token: gone.me.token })
  house.clock.now += GRACE + MINUTE
  const { handlers } = privacyJobs({ store: house.store, now: () => house.clock.now, aboutMe, retained })
  await handlers[ERASE].run({ id: 'j', kind: ERASE, data: {}, tries: 1 })
  const { read } = house.store
  const { id } = gone.me
  expect(await residenciesOf(read, id)).toEqual([])
  expect(await read.$count(messages, eq(messages.personId, id))).toBe(0)
  expect(await findFile(read, gone.file)).toBeUndefined()
  // The household goes on with whoever is left.
  const seat = (await findSeat(read, gone.seat))!
  expect([seat.representativeId, seat.headId]).not.toContain(id)
  expect(await residenciesOf(read, gone.other.id)).toHaveLength(1)
  const left = await everythingIn(house, [
    'sayings',
    'moderation_reports',
    'relatives',
    'message_wants',
    'deliveries',
  ])
  expect(left.text).not.toContain('丙丙丙')
  expect(left.text).not.toContain(`"person_id":"${id}"`)
  expect(left.text).toContain('丁丁丁')
  const [opinion] = await read.select().from(opinions).where(eq(opinions.text, '意见丙丙丙'))
  expect(opinion).toMatchObject({ personId: null })
  const kept = await everythingIn(house, ['moderation_checks'])
  expect([kept.text.includes('申诉丙丙丙'), kept.text.includes('申诉丁丁丁')]).toEqual([false, true])
  expect(await read.$count(messages, eq(messages.personId, stays.me.id))).toBeGreaterThan(0)
})
