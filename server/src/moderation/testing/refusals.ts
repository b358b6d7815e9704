import {
  appealHiding,
  decideAppeal,
  hideContent,
  keepContent,
  reportContent,
} from '@tmt/shared/moderation/contract.ts'
import { post } from '../../activities/testing/activity.ts'
import { DONGAN } from '../../demo/city.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { somebody } from '../../testing/somebody.ts'
import { putCheck } from './check.ts'

const worker = (house: TestHouse) => somebody(house, [{ role: 'worker', division: DONGAN }])
type Put = NonNullable<Parameters<typeof putCheck>[1]>

async function keep(house: TestHouse, put: Put, own = false) {
  const who = await worker(house)
  const { id } = await putCheck(house, { ...put, ...(own && { authorId: who.id }) })
  return house.ask(keepContent, { id }, { token: who.token })
}
async function hide(house: TestHouse, put: Put, { own = false, other = false } = {}) {
  const who = await worker(house)
  const { id } = await putCheck(house, { ...put, ...(own && { authorId: who.id }) })
  const reason = other ? 'other' : 'fraud'
  return house.ask(hideContent, { id, reason, note: '' }, { token: who.token })
}
async function answer(house: TestHouse, put: (me: string) => Put) {
  const who = await worker(house)
  const { id } = await putCheck(house, { state: 'hidden', ...put(who.id) })
  return house.ask(decideAppeal, { id, outcome: 'refused', answer: '仍不合适' }, { token: who.token })
}
const appealed = { appealText: '请再看', appealedAt: 1 }
async function report(
  house: TestHouse,
  subjectId: string,
  token: string,
  reason: 'fraud' | 'other' = 'fraud',
) {
  return house.ask(reportContent, { kind: 'activity', subjectId, reason, note: '' }, { token })
}
async function appeal(house: TestHouse, put: Put) {
  const author = await somebody(house)
  const { id } = await putCheck(house, { ...put, authorId: author.id })
  return house.ask(appealHiding, { id, text: '请再看一看' }, { token: author.token })
}

export const moderationRefusals: Provocations = {
  'moderation.keep': {
    decided: (house) => keep(house, { state: 'kept' }),
    ownWords: (house) => keep(house, { state: 'review' }, true),
  },
  'moderation.hide': {
    decided: (house) => hide(house, { state: 'hidden' }),
    ownWords: (house) => hide(house, { state: 'review' }, { own: true }),
    noteMissing: (house) => hide(house, { state: 'review' }, { other: true }),
  },
  'moderation.decideAppeal': {
    noAppeal: (house) => answer(house, () => ({})),
    hiddenByYou: (house) => answer(house, (me) => ({ ...appealed, hiddenBy: me })),
    ownWords: (house) => answer(house, (me) => ({ ...appealed, authorId: me })),
  },
  'moderation.report': {
    async alreadyReported(house) {
      const [id, { token }] = [await post(house), await somebody(house)]
      await report(house, id, token)
      return report(house, id, token)
    },
    async noteMissing(house) {
      return report(house, await post(house), (await somebody(house)).token, 'other')
    },
  },
  'moderation.appeal': {
    notHidden: (house) => appeal(house, { state: 'review' }),
    alreadyAppealed: (house) => appeal(house, { state: 'hidden', ...appealed }),
  },
}
