import { claimResidency, type ResidencyFacts } from '@tmt/shared/residency/contract.ts'
import { decideClaim, openDoorCode } from '@tmt/shared/residency/staff-contract.ts'
import { DAY, startOfDay } from '@tmt/shared/time.ts'
import { DONGAN } from '../../demo/city.ts'
import { saveDeclaration } from '../../people/relatives-store.ts'
import type { TestHouse } from '../../testing/house.ts'
import { type Somebody, somebody } from '../../testing/somebody.ts'
import { insertResidency } from '../store.ts'

/** 东安花园 1号楼 and 银杏苑 1号楼 of the demonstration, the first looked after by grid 001, the second by 002. */
export const BUILDING = `${DONGAN}-B0001`
export const OTHER_BUILDING = `${DONGAN}-B0007`

export function homeFrom(now: number, changes: Partial<ResidencyFacts> = {}): ResidencyFacts {
  return {
    place: BUILDING,
    door: '1单元101室',
    kind: 'hukouAndLive',
    since: startOfDay(now - 400 * DAY),
    evidence: 'hukouBook',
    certTail: null,
    ...changes,
  }
}
/** Says that the worker has no relatives here. */
export async function declare(house: TestHouse, who: { id: string }) {
  await house.store.write((tx) => saveDeclaration(tx, who.id, house.clock.now))
}
export async function verifier(house: TestHouse, division = DONGAN) {
  const worker = await somebody(house, [{ role: 'worker', division }])
  await declare(house, worker)
  return worker
}
export async function gridWorker(house: TestHouse, place?: string) {
  const worker = await somebody(house, [{ role: 'grid', division: DONGAN, ...(place && { place }) }])
  await declare(house, worker)
  return worker
}
/** A residency of theirs, made without the API so that no rate limit counts it; handed in unless it says otherwise. */
export async function home(
  house: TestHouse,
  who: { id: string },
  changes: Partial<ResidencyFacts> & { submit?: boolean } = {},
) {
  const { submit = true, ...facts } = changes
  const { now } = house.clock
  const one = { personId: who.id, facts: homeFrom(now, facts), submit, dueAt: now + 3 * DAY }
  return house.store.write((tx) => insertResidency(tx, house.secrets, one, now))
}
export async function claim(
  house: TestHouse,
  who: Somebody,
  changes: Partial<ResidencyFacts> & { submit?: boolean } = {},
) {
  const { submit = true, ...facts } = changes
  return house.ask(claimResidency, { ...homeFrom(house.clock.now, facts), submit }, { token: who.token })
}
export async function verify(house: TestHouse, id: string, worker?: Somebody, version = 1) {
  const { token } = worker ?? (await verifier(house))
  return house.ask(decideClaim, { id, outcome: 'verified', evidence: 'hukouBook', version }, { token })
}
/** A verified residency of theirs. */
export async function verifiedHome(
  house: TestHouse,
  who: { id: string },
  changes: Partial<ResidencyFacts> = {},
) {
  const id = await home(house, who, changes)
  const { status, problem } = await verify(house, id)
  if (status !== 200) throw new Error(problem.code)
  return id
}
export async function doorCode(house: TestHouse, worker?: Somebody, communityId = DONGAN) {
  const { token } = worker ?? (await verifier(house, communityId))
  return (await house.ask(openDoorCode, { communityId }, { token })).body
}
