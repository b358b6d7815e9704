import { confirmByAfter } from '@tmt/shared/residency/rules.ts'
import { atShanghai, DAY, HOUR, shanghai, startOfDay } from '@tmt/shared/time.ts'
import { insertPlace, openPlaces } from '../divisions/place-store.ts'
import { insertRelative, relativesOf, saveDeclaration } from '../people/relatives-store.ts'
import { type Calendar, isWorkday } from '@tmt/shared/calendar/rules.ts'
import { loadCalendar } from '../calendar/store.ts'
import { dueAtOf } from '../residency/due-at-store.ts'
import { personOfPhone } from '../people/store.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import { makePrimary } from '../residency/standing-store.ts'
import { insertResidency, residenciesOf, step } from '../residency/store.ts'
import { neighbours } from './people.ts'
import { communities, declared, type DemoCommunity, type DemoHome, homes, relative } from './homes.ts'
import { seedSeats } from './seed-seats.ts'

/** Buildings, grids, and who lives where: once, into communities that have entered nothing. */
export async function seedResidency(tx: Write, secrets: Secrets, now: number) {
  const codes = new Map<string, string[]>()
  for (const community of communities) {
    if ((await openPlaces(tx, community.communityId)).length > 0) return
    codes.set(community.communityId, await seedPlaces(tx, community))
  }
  const worker = await personOfPhone(tx, secrets, relative.of, now)
  for (const phone of declared) {
    const { id } = await personOfPhone(tx, secrets, phone, now)
    if ((await relativesOf(tx, id)).declaredAt === null) await saveDeclaration(tx, id, now)
  }
  const { phone, relation } = relative
  await insertRelative(tx, secrets, { personId: worker.id, phone, relation }, now)
  for (const home of homes) await seedHome(tx, secrets, home, codes, worker.id, now)
  await seedSeats(tx, secrets, worker.id, now)
}

/** Returns the codes of the buildings and groups, in their order. */
async function seedPlaces(tx: Write, { communityId, areas, grids, homes: places }: DemoCommunity) {
  const nowhere = { communityId, gridCode: null, areaCode: null, demo: true }
  const areaCodes: string[] = []
  for (const name of areas) areaCodes.push((await insertPlace(tx, { ...nowhere, kind: 'area', name }))!)
  const gridCodes: string[] = []
  const microCodes: string[][] = []
  for (const { name, micro } of grids) {
    const gridCode = (await insertPlace(tx, { ...nowhere, kind: 'grid', name }))!
    gridCodes.push(gridCode)
    const below: string[] = []
    for (const one of micro)
      below.push((await insertPlace(tx, { ...nowhere, gridCode, kind: 'microGrid', name: one }))!)
    microCodes.push(below)
  }
  const made: string[] = []
  for (const { kind, place } of places) {
    const { name, grid = 1, micro, area } = place
    const gridCode = (micro && microCodes[grid - 1]?.[micro - 1]) || gridCodes[grid - 1]!
    const areaCode = (area && areaCodes[area - 1]) || null
    made.push((await insertPlace(tx, { communityId, kind, name, gridCode, areaCode, demo: true }))!)
  }
  return made
}

/** The instant, ten in the morning, so many working days before. */
function workdaysBefore(now: number, days: number, calendar: Calendar) {
  let day = startOfDay(now)
  for (let left = days; left > 0;) {
    day -= DAY
    if (isWorkday(day, calendar)) left -= 1
  }
  return Math.min(now, day + 10 * HOUR)
}

async function seedHome(
  tx: Write,
  secrets: Secrets,
  home: DemoHome,
  codes: Map<string, string[]>,
  verifier: string,
  now: number,
) {
  const { kind, evidence, door, status, years, waited = 0, reason = null, note = '' } = home
  const name = neighbours.find(({ phone }) => phone === home.phone)?.name
  const { id: personId } = await personOfPhone(tx, secrets, home.phone, now, {
    ...(name !== undefined && { name }),
    demo: true,
  })
  const place = codes.get(home.communityId)![home.home - 1]!
  const since = atShanghai(shanghai(now).year - years, 3, 1)
  const at = workdaysBefore(now, waited, await loadCalendar(tx))
  const certTail = kind === 'ownerOnly' && evidence === 'propertyCert' ? '0000' : null
  const facts = { place, door, kind, since, evidence, certTail }
  const sending = { submit: true, dueAt: await dueAtOf(tx, at) }
  const id = await insertResidency(tx, secrets, { personId, facts, ...sending, demo: true }, at)
  const decided = { decidedAt: now, decidedBy: verifier }
  if (status === 'verified') {
    const confirmBy = home.daysLeft ? startOfDay(now) + home.daysLeft * DAY : confirmByAfter(now)
    await step(tx, id, 'verify', now, { ...decided, confirmBy })
    if ((await residenciesOf(tx, personId)).length === 1) await makePrimary(tx, personId, id)
  }
  if (status === 'needMore') await step(tx, id, 'needMore', now, { ...decided, reason, note })
}
