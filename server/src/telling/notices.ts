import { tellAll } from '../messages/tell.ts'
import { noticeCorrected, noticePublished, noticeWithdrawn } from '../notices/events.ts'
import { findNotice } from '../notices/store.ts'
import { type Reaction, when } from '../platform/events.ts'
import type { Write } from '../platform/store.ts'

async function wordsOf(tx: Write, id: string) {
  const { title, divisionName: unit } = (await findNotice(tx, id))!
  return { unit, title }
}
const notice = (id: string) => ({ kind: 'notice', id }) as const
const residents = (division: string) => ({ name: 'people.residentsOf', of: division }) as const

/** Everybody in its unit hears of an urgent notice and of what becomes of it; of others nobody is told. */
export const noticeTellings: readonly Reaction[] = [
  when(noticePublished, async (tx, { id, division, urgent }, now) => {
    if (!urgent) return
    const params = await wordsOf(tx, id)
    const key = `notices.published/${id}`
    const telling = { template: 'noticeUrgent', params, about: notice(id), key } as const
    await tellAll(tx, residents(division), telling, now)
  }),
  when(noticeCorrected, async (tx, { id, division, urgent, version, note }, now) => {
    if (!urgent) return
    const params = { ...(await wordsOf(tx, id)), note }
    const key = `notices.corrected/${id}/${version}`
    const telling = { template: 'noticeCorrected', params, about: notice(id), key } as const
    await tellAll(tx, residents(division), telling, now)
  }),
  when(noticeWithdrawn, async (tx, { id, division, urgent, reason }, now) => {
    if (!urgent) return
    const params = { ...(await wordsOf(tx, id)), reason }
    const key = `notices.withdrawn/${id}`
    const telling = { template: 'noticeWithdrawn', params, about: notice(id), key } as const
    await tellAll(tx, residents(division), telling, now)
  }),
]
