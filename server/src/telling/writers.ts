import { kindLabels, whyHidden } from '@tmt/shared/moderation/labels.ts'
import { opinionAnswered } from '../feedback/events.ts'
import { tellPerson } from '../messages/tell.ts'
import { appealAnswered, contentHidden } from '../moderation/events.ts'
import { type Reaction, when } from '../platform/events.ts'

const check = (id: string) => ({ kind: 'check', id }) as const
const outcomes = { granted: '成立，内容已经恢复显示', refused: '不成立，内容仍然隐藏' } as const

/** Whoever wrote something is told what was thought of it. */
export const writerTellings: readonly Reaction[] = [
  when(contentHidden, async (tx, { checkId, kind, authorId, reason, note }, now) => {
    const params = { what: kindLabels[kind], why: whyHidden({ reason, note }) }
    const key = `moderation.hidden/${checkId}/${now}`
    await tellPerson(tx, authorId, { template: 'contentHidden', params, about: check(checkId), key }, now)
  }),
  when(appealAnswered, async (tx, { checkId, kind, authorId, outcome, answer }, now) => {
    const params = { what: kindLabels[kind], outcome: outcomes[outcome], answer }
    const key = `moderation.appealAnswered/${checkId}/${now}`
    await tellPerson(tx, authorId, { template: 'appealAnswered', params, about: check(checkId), key }, now)
  }),
  when(opinionAnswered, async (tx, { id, personId, answer, corrected }, now) => {
    // A guest reads nothing here.
    if (personId === null) return
    const template = corrected ? 'opinionCorrected' : 'opinionAnswered'
    const about = { kind: 'opinion', id } as const
    const key = `feedback.${corrected ? 'corrected' : 'answered'}/${id}`
    await tellPerson(tx, personId, { template, params: { answer }, about, key }, now)
  }),
]
