import type { myCheckin } from '@tmt/shared/activities/checkin-contract.ts'
import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import type { Output } from '@tmt/shared/contract.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, signedIn } from '../h5/visitor.ts'
import { type City, startCity } from '../rooms/city.ts'
import { Phone } from '../rooms/phone.ts'
import { signInAs } from '../rooms/sign-in.ts'

let city: City
let worker: Phone
let colleague: Phone
beforeAll(async () => {
  const starting = startCity()
  ;[city, worker, colleague] = await Promise.all([
    starting,
    Phone.open({ city: starting, owner: { openid: 'atdoor', phone: '19900009012' } }),
    Phone.open({ city: starting, owner: { openid: 'atgate', phone: '19900009013' } }),
  ])
})
afterAll(async () => {
  await worker?.close()
  await colleague?.close()
  await city?.stop()
})

/** An activity that begins in ten minutes, with one resident on the list. */
async function soon() {
  const { session } = await signedIn(city.url, 'worker')
  const community = session.me.roles[0]!.division.code
  const startsAt = Date.now() + 10 * MINUTE
  const body = {
    title: '量血压',
    category: 'health',
    body: '坐一会儿再量。',
    place: '活动室',
    startsAt,
    endsAt: startsAt + HOUR,
    signupClosesAt: startsAt,
    capacity: 10,
    residencyRequired: 'none',
    riskNotice: '',
    publish: true,
  }
  const path = `/communities/${community}/activities`
  const { id } = await ask<ActivityDetail>(city.url, path, { body, token: session.token })
  const resident = await signedIn(city.url, 'resident')
  const { token } = resident.session
  const signed = await fetch(`${city.url}/api/activities/${id}/signups`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': `checkin-journey-${id}` },
  })
  expect(signed.status).toBe(200)
  return { id, token, name: resident.session.me.name! }
}

test('two phones without network tick the same person, and one attendance comes of it', async () => {
  const { id, token, name } = await soon()
  const phones = [worker, colleague]
  for (const phone of phones) {
    await phone.openPage('/people/pages/sign-in/index')
    await signInAs(phone, '演示社区工作者')
    await phone.openPage(`/activities/pages/desk/index?id=${id}`)
    await phone.screen.sees('已签到 0 / 报名 1')
    await phone.screen.press('下载名单到这部手机')
    await phone.screen.control(`代签：${name}`)
  }
  await worker.picture('desk')
  for (const phone of phones) {
    await phone.goOffline()
    await phone.screen.press(`代签：${name}`)
    await phone.screen.sees('还有 1 条没有上传')
  }
  await worker.picture('kept')
  for (const phone of phones) {
    await phone.comeBack(city)
    await phone.screen.press('现在上传')
    await phone.screen.sees('已签到 1 / 报名 1')
    expect(await phone.screen.showsNow('没有上传')).toBe(false)
  }
  await worker.picture('sent')
  const mine = await ask<Output<typeof myCheckin>>(city.url, `/activities/${id}/checkin/mine`, { token })
  expect(mine.places.map(({ attended }) => attended?.how)).toEqual(['hand'])
  expect([...worker.exceptions, ...colleague.exceptions]).toEqual([])
})
