import { listPersonas, requestCode, signInAsPersona } from '@tmt/shared/people/sign-in-contract.ts'
import { getSettings } from '@tmt/shared/settings/contract.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ demo: false, revealCode: false })
})
afterAll(() => house.close())
const document = async () => (await house.app.request('/api/openapi.json')).text()

test('a deployment has no personas: neither to list nor to sign in as, nor in its description', async () => {
  expect((await house.ask(listPersonas, {})).status).toBe(404)
  expect((await house.ask(signInAsPersona, { persona: 'city' })).status).toBe(404)
  const said = await document()
  expect(said).toContain('people.signInByCode')
  expect(said).not.toMatch(/persona|demo\/|sessions\/demo/i)
})

test('a deployment says that it is none of a demonstration, and tells no codes', async () => {
  expect((await house.ask(getSettings, {})).body).toEqual({
    demo: false,
    operatorName: null,
    filingNumber: null,
  })
  const { status, body } = await house.ask(requestCode, { phone: '19900010001' })
  expect([status, body.demoCode]).toEqual([200, null])
})

test('a demonstration has both', async () => {
  const demo = await openHouse()
  try {
    expect((await demo.ask(getSettings, {})).body.demo).toBe(true)
    expect((await demo.ask(listPersonas, {})).body.items.length).toBeGreaterThan(4)
    const said = await (await demo.app.request('/api/openapi.json')).text()
    expect(said).toContain('people.signInAsPersona')
  } finally {
    await demo.close()
  }
})
