import { MINUTE } from '@tmt/shared/time.ts'
import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { activities } from './activities/tables.ts'
import { post } from './activities/testing/activity.ts'
import { CHENGDONG, DONGAN, HUAYUAN } from './demo/city.ts'
import { notices } from './notices/tables.ts'
import { auditEntries } from './platform/tables.ts'
import { openHouse, type TestHouse } from './testing/house.ts'
import { contracts, goodInput, send } from './testing/requests.ts'
import { type Somebody, somebody } from './testing/somebody.ts'

/** Another street of the same district, and one of its communities. */
const ELSEWHERE = '321202002001'
const OTHER_TOWN = '321202002000'
const CITY = '321200000000'

/** Who comes; everything below is about a thing of 东安, or an account of one's own. */
const who = {
  guest: null,
  signedIn: [],
  resident: [{ role: 'resident', division: DONGAN }],
  worker: [{ role: 'worker', division: DONGAN }],
  committee: [{ role: 'committee', division: DONGAN }],
  town: [{ role: 'town', division: CHENGDONG }],
  city: [{ role: 'city', division: CITY }],
  grid: [{ role: 'grid', division: DONGAN }],
  /** Another grid of the same community. */
  otherGrid: [{ role: 'grid', division: DONGAN, place: `${DONGAN}-002` }],
  /** The next community, under the same street. */
  neighbourWorker: [{ role: 'worker', division: HUAYUAN }],
  neighbourCommittee: [{ role: 'committee', division: HUAYUAN }],
  farWorker: [{ role: 'worker', division: ELSEWHERE }],
  otherTown: [{ role: 'town', division: OTHER_TOWN }],
  /** Staff elsewhere who live here: being a resident opens no staff's door. */
  residentHereWorkerThere: [
    { role: 'resident', division: DONGAN },
    { role: 'worker', division: ELSEWHERE },
  ],
} as const
type Who = keyof typeof who
const everybody = Object.keys(who) as Who[]

type Statuses = Partial<Record<Who, number>>
/** 404 for staff of another place: it does not exist for them. 403 for who sees it and may not, and for no staff at all. */
const strangers: Statuses = {
  guest: 401,
  signedIn: 403,
  resident: 403,
  grid: 404,
  otherGrid: 404,
  neighbourWorker: 404,
  neighbourCommittee: 404,
  farWorker: 404,
  otherTown: 404,
  residentHereWorkerThere: 404,
}
const forAll: Statuses = {}
const forSignedIn: Statuses = { guest: 401 }
const toRead: Statuses = { ...strangers }
const toWrite: Statuses = { ...strangers, committee: 403, town: 403, city: 403 }
const toPublish: Statuses = { ...strangers, town: 403, city: 403 }
/** Of a community's notices (《领域规格》 §2.3): its worker drafts, its committee lets out, its town may take back. */
const toWriteNotice: Statuses = { ...strangers, town: 403, city: 403 }
const toPublishNotice: Statuses = { ...toWriteNotice, worker: 403 }
const toWithdrawNotice: Statuses = { ...strangers, worker: 403, city: 403 }
/** Town and city see totals, no persons: for them there is no roster. */
const toSeePersons: Statuses = { ...strangers, town: 404, city: 404 }

/** Whoever works for anybody has relatives to declare. */
const forStaff: Statuses = { guest: 401, signedIn: 403, resident: 403 }
/** Grid workers too; the committee sees and does not verify. */
const toSeeClaims: Statuses = { ...toSeePersons, grid: 200, otherGrid: 200 }
const toVerify: Statuses = { ...toSeePersons, grid: 200, committee: 403 }

/** Whoever is not named gets 200. */
const table: Record<string, Statuses> = {
  'settings.get': forAll,
  'divisions.get': forAll,
  'divisions.children': forAll,
  'divisions.search': forAll,
  'people.requestCode': forAll,
  'people.signInByCode': forAll,
  'people.signInByWechat': forAll,
  'people.personas': forAll,
  'people.signInAsPersona': forAll,
  'people.me': forSignedIn,
  'people.chooseCommunity': forSignedIn,
  'people.setName': forSignedIn,
  'people.sessions': forSignedIn,
  'people.revokeSession': forSignedIn,
  'people.signOut': forSignedIn,
  'activities.list': forAll,
  'activities.get': forAll,
  'activities.mySignup': forSignedIn,
  'activities.mySignups': forSignedIn,
  'activities.signUp': forSignedIn,
  'activities.cancelSignup': forSignedIn,
  'activities.create': toWrite,
  'activities.edit': toWrite,
  'activities.publish': toPublish,
  'activities.cancel': toPublish,
  'activities.discard': toWrite,
  'activities.managed': toRead,
  'activities.managedOne': toRead,
  'notices.list': forAll,
  'notices.get': forAll,
  'notices.countRead': forAll,
  'notices.create': toWriteNotice,
  'notices.edit': toWriteNotice,
  'notices.publish': toPublishNotice,
  'notices.correct': toPublishNotice,
  'notices.withdraw': toWithdrawNotice,
  'notices.discard': toWriteNotice,
  'notices.managed': toRead,
  'notices.managedOne': toRead,
  'activities.roster': toSeePersons,
  'activities.signupPhone': toSeePersons,
  'messages.list': forSignedIn,
  'messages.unread': forSignedIn,
  'messages.read': forSignedIn,
  'messages.readAll': forSignedIn,
  'messages.preferences': forSignedIn,
  'messages.setWants': forSignedIn,
  'messages.setQuiet': forSignedIn,
  'messages.askable': forAll,
  'messages.subscribed': forSignedIn,
  'home.open': forAll,
  'home.mine': forSignedIn,
  'workbench.due': toRead,
  'workbench.scope': toRead,
  'divisions.places': forAll,
  'divisions.managedPlaces': toRead,
  'divisions.addPlace': toWrite,
  'divisions.changePlace': toWrite,
  'divisions.closePlace': toWrite,
  'people.relatives': forStaff,
  'people.addRelative': forStaff,
  'people.removeRelative': forStaff,
  'people.declareRelatives': forStaff,
  'residency.mine': forSignedIn,
  'residency.claim': forSignedIn,
  'residency.change': forSignedIn,
  'residency.withdraw': forSignedIn,
  'residency.discard': forSignedIn,
  'residency.confirm': forSignedIn,
  'residency.moveOut': forSignedIn,
  'residency.choosePrimary': forSignedIn,
  'residency.present': forSignedIn,
  'residency.claims': toSeeClaims,
  'residency.claimed': { ...toSeeClaims, otherGrid: 404 },
  'residency.waiting': { ...toRead, grid: 200, otherGrid: 200 },
  'residency.decide': toVerify,
  'residency.revoke': toVerify,
  'residency.openDoorCode': { ...toVerify, otherGrid: 200 },
  // One's own, whoever one is: there is none without having opened it.
  'residency.doorCode': forStaff,
}

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += MINUTE
})
const nobody: Somebody = { id: '', phone: '', token: '' }
async function come(name: Who): Promise<Somebody> {
  const held = who[name]
  return held ? somebody(house, [...held]) : nobody
}
const auditsOf = (actor: Somebody, outcomes: string[]) =>
  house.store.read
    .select({ action: auditEntries.action, outcome: auditEntries.outcome })
    .from(auditEntries)
    .where(and(eq(auditEntries.actorId, actor.id), inArray(auditEntries.outcome, outcomes)))
const thingOf = async (id: string) => {
  const [activity] = await house.store.read.select().from(activities).where(eq(activities.id, id))
  const [notice] = await house.store.read.select().from(notices).where(eq(notices.id, id))
  return activity ?? notice
}

test('the table names every endpoint', () => {
  expect(Object.keys(table).toSorted()).toEqual(contracts.map(({ name }) => name).toSorted())
})

describe.each(contracts.map((contract) => [contract.name, contract] as const))('%s', (name, contract) => {
  test.each(everybody)('%s', async (visitor) => {
    const person = await come(visitor)
    const input = await goodInput(house, name, person.id ? person : await somebody(house))
    const { id } = input as { id?: string }
    const before = id ? await thingOf(id) : undefined
    const { status, problem } = await send(
      house,
      contract,
      input,
      person.token ? { token: person.token } : {},
    )
    const expected = table[name]![visitor] ?? 200
    // What was done may have a code of its own.
    expect([status, status === 200 ? undefined : problem.code]).toEqual([
      expected,
      { 200: undefined, 401: 'notSignedIn', 403: 'forbidden', 404: 'notFound' }[expected],
    ])
    // A refused visitor has changed nothing, and who reached across the border is written down.
    const unchanged = expected === 200 || !id || JSON.stringify(await thingOf(id)) === JSON.stringify(before)
    expect(unchanged).toBe(true)
    const noted = await auditsOf(person, ['hidden', 'forbidden'])
    const outcome = { 403: 'forbidden', 404: 'hidden' }[expected]
    expect(noted).toEqual(outcome ? [{ action: name, outcome }] : [])
  })
})

test.each(everybody)('a draft does not exist at the public door, for %s either', async (visitor) => {
  const { token } = await come(visitor)
  const id = await post(house, { publish: false })
  const how = token ? { token } : {}
  for (const name of [
    'activities.get',
    'activities.signUp',
    'activities.mySignup',
    'activities.cancelSignup',
  ]) {
    const contract = contracts.find((one) => one.name === name)!
    const { status } = await send(house, contract, { id }, how)
    expect([name, status]).toEqual([name, token || contract.by === 'guest' ? 404 : 401])
  }
})

test('a 404 for what is hidden and one for what is not there are the same words', async () => {
  const stranger = await come('farWorker')
  const hidden = await post(house)
  for (const name of [
    'activities.managedOne',
    'activities.roster',
    'activities.discard',
    'activities.cancel',
  ]) {
    const contract = contracts.find((one) => one.name === name)!
    const answers = await Promise.all(
      [hidden, '01890a5d-ac96-774b-bcce-b302099a8057'].map(async (id) => {
        const input = name === 'activities.cancel' ? { id, reason: '原因' } : { id }
        const { status, problem } = await send(house, contract, input, { token: stranger.token })
        return [status, { ...problem, requestId: '' }]
      }),
    )
    expect(answers[0]).toEqual(answers[1])
  }
})

test('what is mine and what is for staff is kept by no cache', async () => {
  const worker = await come('worker')
  for (const contract of contracts) {
    const input = await goodInput(house, contract.name, worker)
    const { headers } = await send(house, contract, input, { token: worker.token })
    const shared = contract.kind === 'query' && contract.audience === 'public'
    const kept = shared ? 'public, max-age=0, must-revalidate' : 'no-store'
    expect([contract.name, headers.get('cache-control')]).toEqual([contract.name, kept])
    if (contract.name === 'people.signOut' || contract.name === 'people.revokeSession') {
      const again = await come('worker')
      worker.token = again.token
      worker.id = again.id
    }
  }
})

test('a shared answer is the same for everybody, signed in or not', async () => {
  for (const contract of contracts.filter((one) => one.kind === 'query' && one.audience === 'public')) {
    const input = await goodInput(house, contract.name, nobody)
    const bodies = []
    for (const visitor of ['guest', 'resident', 'worker', 'farWorker'] as const) {
      const { token } = await come(visitor)
      bodies.push((await send(house, contract, input, token ? { token } : {})).body)
    }
    expect(bodies.slice(1)).toEqual(bodies.slice(0, -1))
  }
})
