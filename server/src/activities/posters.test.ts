import { listActivities } from '@tmt/shared/activities/contract.ts'
import { type ActivityFacts, getActivity } from '@tmt/shared/activities/detail-contract.ts'
import {
  createActivity,
  discardDraft,
  editActivity,
  managedActivity,
  publishActivity,
} from '@tmt/shared/activities/staff-contract.ts'
import { uploadFile } from '@tmt/shared/files/contract.ts'
import { MINUTE } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN } from '../demo/city.ts'
import { files } from '../files/tables.ts'
import { pictureBytes } from '../files/testing/pictures.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { factsFrom } from './testing/activity.ts'

let house: TestHouse
let worker: Somebody
beforeAll(async () => {
  house = await openHouse()
  worker = await somebody(house, [{ role: 'worker', division: DONGAN }])
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += MINUTE
})
const how = () => ({ token: worker.token })
const alt = '老师在活动室教剪纸'
async function upload() {
  const { body } = await house.ask(uploadFile, { file: await pictureBytes() }, how())
  return body.id
}
const create = (publish: boolean, more: Partial<ActivityFacts> = {}) =>
  house.ask(createActivity, { communityId: DONGAN, publish, ...factsFrom(house.clock.now, more) }, how())
const edit = (id: string, version: number, more: Partial<ActivityFacts> = {}) =>
  house.ask(editActivity, { id, version, ...factsFrom(house.clock.now, more) }, how())
const shown = async (link: string) => (await house.app.request(`/api${link}`)).status
const kept = async (id: string) =>
  (await house.store.read.select().from(files).where(eq(files.id, id))).length === 1

test('a picture stands with a published activity, in the list and in the details, for everybody', async () => {
  const poster = await upload()
  const { status, body } = await create(true, { poster, posterAlt: ` ${alt} ` })
  const plain = { picture: `/files/${poster}/picture`, thumbnail: `/files/${poster}/thumbnail` }
  expect([status, body.poster]).toEqual([200, { file: poster, alt, ...plain }])
  const list = await house.ask(listActivities, { division: DONGAN })
  expect(list.body.items.find(({ id }) => id === body.id)?.poster).toEqual(body.poster)
  const { body: detail } = await house.ask(getActivity, { id: body.id })
  expect(detail.poster).toEqual(body.poster)
  expect([await shown(plain.picture), await shown(plain.thumbnail)]).toEqual([200, 200])
})

test('a draft’s picture is for its staff, by a signed address, until the draft is let out', async () => {
  const poster = await upload()
  const { body } = await create(false, { poster, posterAlt: alt })
  expect(await shown(`/files/${poster}/picture`)).toBe(404)
  expect(await shown(body.poster!.picture)).toBe(200)
  const managed = await house.ask(managedActivity, { id: body.id }, how())
  expect(await shown(managed.body.poster!.thumbnail)).toBe(200)
  await house.ask(publishActivity, { id: body.id, version: 1 }, how())
  expect(await shown(`/files/${poster}/picture`)).toBe(200)
})

test('another picture takes its place, and the old one goes; none at all is an answer too', async () => {
  const [first, second] = [await upload(), await upload()]
  const { body } = await create(true, { poster: first, posterAlt: alt })
  const again = await edit(body.id, 1, { poster: first, posterAlt: '换了说法' })
  expect(again.body.poster).toMatchObject({ file: first, alt: '换了说法' })
  const other = await edit(body.id, 2, { poster: second, posterAlt: alt })
  expect([other.body.poster?.file, await kept(first), await kept(second)]).toEqual([second, false, true])
  const none = await edit(body.id, 3)
  expect([none.body.poster, await kept(second)]).toEqual([null, false])
})

test('what was refused has claimed nothing', async () => {
  const poster = await upload()
  const { body } = await create(true)
  const stale = await edit(body.id, 7, { poster, posterAlt: alt })
  expect(stale.problem.code).toBe('stale')
  const [row] = await house.store.read.select().from(files).where(eq(files.id, poster))
  expect(row?.about).toBeNull()
})

test('nobody shows a picture that somebody else has sent, or that another activity has', async () => {
  const poster = await upload()
  const neighbour = await somebody(house, [{ role: 'worker', division: DONGAN }])
  const input = {
    communityId: DONGAN,
    publish: true,
    ...factsFrom(house.clock.now, { poster, posterAlt: alt }),
  }
  const theirs = await house.ask(createActivity, input, { token: neighbour.token })
  expect([theirs.status, theirs.problem.code]).toEqual([409, 'posterGone'])
  expect((await create(true, { poster, posterAlt: alt })).status).toBe(200)
  expect((await create(true, { poster, posterAlt: alt })).problem.code).toBe('posterGone')
})

test('a draft that is thrown away takes its picture along', async () => {
  const poster = await upload()
  const { body } = await create(false, { poster, posterAlt: alt })
  expect((await house.ask(discardDraft, { id: body.id }, how())).status).toBe(200)
  expect(await kept(poster)).toBe(false)
})
