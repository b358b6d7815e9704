import { tellAll } from '../messages/tell.ts'
import { noticeCorrected, noticePublished, noticeWithdrawn } from '../notices/events.ts'
import { findNotice } from '../notices/store.ts'
import { type Reaction, when } from '../platform/events.ts'
import type { Write } from '../platform/store.ts'

async function toldOf(tx: Write, id: string) {
  const { title, divisionName: unit, division, places } = (await findNotice(tx, id))!
  const codes = places.map(({ code }) => code).join(',')
  const to =
    codes === ''
      ? ({ name: 'people.residentsOf', of: division } as const)
      : ({ name: 'residency.livingIn', of: codes } as const)
  return { words: { unit, title }, to }
}
const notice = (id: string) => ({ kind: 'notice', id }) as const

/** Everybody in its unit, or in the 小区 and grids that it names, hears of an urgent notice and of what becomes of it; of others nobody is told. */
export const noticeTellings: readonly Reaction[] = [
  when(noticePublished, async (tx, { id, urgent }, now) => {
    if (!urgent) return
    const { words: params, to } = await toldOf(tx, id)
    const key = `notices.published/${id}`
    const telling = { template: 'noticeUrgent', params, about: notice(id), key } as const
    await tellAll(tx, to, telling, now)
  }),
  when(noticeCorrected, async (tx, { id, urgent, version, note }, now) => {
    if (!urgent) return
    const { words, to } = await toldOf(tx, id)
    const params = { ...words, note }
    const key = `notices.corrected/${id}/${version}`
    const telling = { template: 'noticeCorrected', params, about: notice(id), key } as const
    await tellAll(tx, to, telling, now)
  }),
  when(noticeWithdrawn, async (tx, { id, urgent, reason }, now) => {
    if (!urgent) return
    const { words, to } = await toldOf(tx, id)
    const params = { ...words, reason }
    const key = `notices.withdrawn/${id}`
    const telling = { template: 'noticeWithdrawn', params, about: notice(id), key } as const
    await tellAll(tx, to, telling, now)
  }),
]
