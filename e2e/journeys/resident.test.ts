import { afterAll, beforeAll, expect, test } from 'vitest'
import { type City, startCity } from '../rooms/city.ts'
import { newcomersStory } from '../rooms/newcomer.ts'
import { Phone } from '../rooms/phone.ts'

let city: City
let phone: Phone
beforeAll(async () => {
  const starting = startCity()
  ;[city, phone] = await Promise.all([
    starting,
    Phone.open({ city: starting, owner: { openid: 'newcomer', phone: '19900009001' } }),
  ])
})
afterAll(async () => {
  await phone?.close()
  await city?.stop()
})

test('a guest picks a community, signs in by WeChat, signs up, finds it again and cancels', async () => {
  await newcomersStory(phone)
  expect(phone.exceptions).toEqual([])
})
