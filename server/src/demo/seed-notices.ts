import { correct, findNotice, insertNotice, withdraw } from '../notices/store.ts'
import { countRead, digestOf } from '../notices/reads-store.ts'
import { personOfPhone } from '../people/store.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import { neighbours, people } from './people.ts'
import { noticesFrom } from './notices.ts'

/** As if each had been written, read, corrected and withdrawn at its own time. */
export async function seedNotices(tx: Write, secrets: Secrets, now: number) {
  const author = await personOfPhone(tx, secrets, people.find((p) => p.persona === 'worker')!.phone, now)
  const readers: string[] = []
  for (const { name, phone } of neighbours)
    readers.push((await personOfPhone(tx, secrets, phone, now, { name, demo: true })).id)
  for (const { at, reads, correction, withdrawal, ...notice } of noticesFrom(now)) {
    const { division: _division, publish: _publish, ...facts } = notice
    const id = await insertNotice(tx, { ...notice, createdBy: author.id, demo: true }, at)
    for (const personId of readers.slice(0, reads))
      await countRead(tx, { noticeId: id, digest: digestOf(secrets, id, { personId }), until: null }, at)
    const current = async () => (await findNotice(tx, id))!
    if (correction)
      await correct(tx, await current(), { ...facts, ...correction.facts }, correction.note, correction.at)
    if (withdrawal) await withdraw(tx, await current(), withdrawal.reason, withdrawal.at)
  }
}
