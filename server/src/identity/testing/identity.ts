import { finishVerification, recordAtCounter, startVerification } from '@tmt/shared/identity/contract.ts'
import { giveConsent } from '@tmt/shared/privacy/contract.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { checkOf } from '@tmt/shared/people/id-number.ts'
import { DONGAN } from '../../demo/city.ts'
import type { TestHouse } from '../../testing/house.ts'
import { newPhone, type Somebody, somebody } from '../../testing/somebody.ts'

let count = 0
/** A number that nobody had yet in this process, of somebody born in that year. */
export function newIdNumber(year = 1960) {
  count += 1
  const first = `321200${year}${String(1 + (count % 12)).padStart(2, '0')}${String(1 + (Math.floor(count / 12) % 28)).padStart(2, '0')}${String(1 + (Math.floor(count / 336) % 999)).padStart(3, '0')}`
  return first + checkOf(first)
}
export const consent = (house: TestHouse, { token }: Somebody) =>
  house.ask(giveConsent, { purpose: 'realName', version: PRIVACY_VERSION }, { token })

export async function begin(
  house: TestHouse,
  person: Somebody,
  provider: 'taizhouTong' | 'netId' = 'taizhouTong',
) {
  await consent(house, person)
  return house.ask(startVerification, { provider }, { token: person.token })
}
/** Somebody whom the sandbox has verified. */
export async function verified(
  house: TestHouse,
  provider: 'taizhouTong' | 'netId' = 'taizhouTong',
  held: Parameters<typeof somebody>[1] = [],
) {
  const person = await somebody(house, held)
  const { body } = await begin(house, person, provider)
  await house.ask(finishVerification, { id: body.id }, { token: person.token })
  return person
}
export const workerOf = (house: TestHouse, division: string = DONGAN) =>
  somebody(house, [{ role: 'worker', division }])
export const dpoOf = (house: TestHouse) => somebody(house, [{ role: 'dpo', division: '321200000000' }])

type Entry = Partial<{
  phone: string
  name: string
  idNumber: string
  agreed: boolean
  guardian: boolean
}>
export const entry = (changes: Entry = {}) => ({
  communityId: DONGAN,
  phone: newPhone(),
  name: '演示人',
  idNumber: newIdNumber(),
  agreed: true,
  guardian: false,
  ...changes,
})
/** A worker of 东安 registers somebody at the counter. */
export async function register(house: TestHouse, changes: Entry = {}, by?: Somebody) {
  const { token } = by ?? (await workerOf(house))
  return house.ask(recordAtCounter, entry(changes), { token })
}
export async function tellProvider(house: TestHouse, kind: string, times = 1) {
  const body = JSON.stringify({ kind, times })
  const { status } = await house.realNames.app.request('/sandbox/faults', { method: 'POST', body })
  if (status !== 201) throw new Error(`the sandbox does not know ${kind}`)
}
