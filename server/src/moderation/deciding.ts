import { decideAppeal, hideContent, keepContent } from '@tmt/shared/moderation/contract.ts'
import { obstacleToDecideAppeal, obstacleToHide, obstacleToKeep } from '@tmt/shared/moderation/rules.ts'
import { isStaffOf, mayModerateFor } from '../people/policy.ts'
import { perform } from '../platform/endpoint.ts'
import type { Write } from '../platform/store.ts'
import { appealAnswered } from './events.ts'
import { tellShown } from './judging.ts'
import { answerAppeal, decide, findCheck } from './store.ts'

const load = (tx: Write, { id }: { id: string }) => findCheck(tx, id)
const done = { ok: true } as const

/** What staff decide about one thing of their community. */
export const deciding = [
  perform(keepContent, {
    load,
    sees: isStaffOf,
    may: mayModerateFor,
    async run({ tx, actor, subject, now, refuse, tell }) {
      const obstacle = obstacleToKeep(subject, actor.personId)
      if (obstacle) return refuse(obstacle)
      const change = { state: 'kept', shown: true, decidedBy: actor.personId, waitsSince: null } as const
      const kept = await decide(tx, subject, change, now)
      if (!kept) return refuse('decided')
      await tellShown(tx, subject, kept, tell)
      return done
    },
    audit: ({ id }) => ({ subject: id }),
  }),
  perform(hideContent, {
    load,
    sees: isStaffOf,
    may: mayModerateFor,
    async run({ tx, actor, input, subject, now, refuse, tell }) {
      const obstacle = obstacleToHide(subject, actor.personId, input)
      if (obstacle) return refuse(obstacle)
      const who = { decidedBy: actor.personId, hiddenBy: actor.personId }
      // Each hiding may be appealed against once.
      const appeal = { appealText: null, appealedAt: null, appealOutcome: null, appealAnswer: null }
      const why = { reason: input.reason, note: input.note.trim() || null }
      const change = { state: 'hidden', shown: false, waitsSince: null, ...who, ...why, ...appeal } as const
      const hidden = await decide(tx, subject, change, now)
      if (!hidden) return refuse('decided')
      await tellShown(tx, subject, hidden, tell)
      return done
    },
    audit: ({ id, reason }) => ({ subject: id, details: { reason } }),
  }),
  perform(decideAppeal, {
    load,
    sees: isStaffOf,
    may: mayModerateFor,
    async run({ tx, actor, input, subject, now, refuse, tell }) {
      const obstacle = obstacleToDecideAppeal(subject, actor.personId)
      if (obstacle) return refuse(obstacle)
      const { outcome } = input
      const answer = input.answer.trim()
      const shown = outcome === 'granted' ? ({ state: 'kept', shown: true } as const) : {}
      const change = { appealOutcome: outcome, appealAnswer: answer, decidedBy: actor.personId, ...shown }
      const answered = await answerAppeal(tx, subject, change, now)
      if (!answered) return refuse('noAppeal')
      await tellShown(tx, subject, answered, tell)
      const { id: checkId, kind, authorId } = subject
      tell(appealAnswered({ checkId, kind, authorId, outcome, answer }))
      return done
    },
    audit: ({ id, outcome }) => ({ subject: id, details: { outcome } }),
  }),
]
