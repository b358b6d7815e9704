import { inventedPerson } from '../gateways/real-name/sandbox/people.ts'
import { insertReveal, listRevealsBy, saveReview } from '../identity/reveal-store.ts'
import { findIdentity, insertIdentity } from '../identity/store.ts'
import { saveConsent } from '../people/consent-store.ts'
import { personOfPhone } from '../people/store.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import { DAY, HOUR, startOfDay } from '@tmt/shared/time.ts'
import { DONGAN } from './city.ts'
import { neighbours, people } from './people.ts'

const phoneOf = (persona: string) => people.find((one) => one.persona === persona)!.phone
const REGISTERED = 5

/** 演示数据: some neighbours whom 东安's counter has registered, with numbers that nobody is issued. */
export async function seedVerified(tx: Write, secrets: Secrets, now: number) {
  const worker = await personOfPhone(tx, secrets, phoneOf('worker'), now)
  const ids: string[] = []
  for (const [i, { name, phone }] of neighbours.slice(0, REGISTERED).entries()) {
    const person = await personOfPhone(tx, secrets, phone, now, { name, demo: true })
    ids.push(person.id)
    if (await findIdentity(tx, person.id)) continue
    const at = startOfDay(now) - (i + 2) * DAY + 10 * HOUR
    const { idNumber } = inventedPerson(`neighbour ${i}`)
    const by = { provider: 'counter', subject: null, verifiedBy: worker.id, communityId: DONGAN } as const
    await saveConsent(tx, { personId: person.id, purpose: 'realName', channel: 'counter' }, at)
    await insertIdentity(
      tx,
      secrets,
      { personId: person.id, name: `演${'甲乙丙丁戊'[i]}示`, idNumber, ...by, demo: true },
      at,
    )
  }
  const dpo = await personOfPhone(tx, secrets, phoneOf('dpo'), now)
  await seedReveals(tx, { actorId: worker.id, reviewerId: dpo.id }, ids, now)
}

/** What the worker looked at in the last days: two to be reviewed, one that was. */
async function seedReveals(
  tx: Write,
  { actorId, reviewerId }: { actorId: string; reviewerId: string },
  ids: readonly string[],
  now: number,
) {
  if ((await listRevealsBy(tx, actorId, null)).length > 0) return
  const day = startOfDay(now)
  const looks = [
    { field: 'phone', reason: '活动改了时间，短信没有送达，打电话通知本人', at: day - 15 * HOUR },
    { field: 'idNumber', reason: '本人来窗口办老年卡，核对登记的号码', at: day - 9 * HOUR },
    { field: 'name', reason: '核对志愿者保险名单', at: day - 3 * DAY + 10 * HOUR },
  ] as const
  for (const [i, { at, ...look }] of looks.entries())
    await insertReveal(tx, { personId: ids[i]!, actorId, communityId: DONGAN, ...look }, at)
  const [, , reviewed] = await listRevealsBy(tx, actorId, null)
  const review = { outcome: 'fine', note: null, reviewerId } as const
  await saveReview(tx, reviewed!.id, review, day - 2 * DAY + 9 * HOUR)
}
