import { type NoticeFacts } from '@tmt/shared/notices/contract.ts'
import {
  correctNotice,
  createNotice,
  discardNotice,
  editNotice,
  publishNotice,
  withdrawNotice,
} from '@tmt/shared/notices/staff-contract.ts'
import {
  factsOf,
  obstacleToCorrect,
  obstacleToDraft,
  obstacleToPublish,
  obstacleToWithdraw,
} from '@tmt/shared/notices/staff-rules.ts'
import { openPlaces } from '../divisions/place-store.ts'
import { isStaffAt, mayPublishNoticeFor, mayWithdrawNoticeFor, mayWriteNoticeFor } from '../people/policy.ts'
import { perform } from '../platform/endpoint.ts'
import type { Write } from '../platform/store.ts'
import { raiseNotice } from './caching.ts'
import { noticeCorrected, noticePublished, noticeWithdrawn } from './events.ts'
import { loadPlace } from './read-routes.ts'
import { correct, discard, findNotice, insertNotice, publish, updateDraft, withdraw } from './store.ts'
import { reread } from './views.ts'

const load = (tx: Write, { id }: { id: string }) => findNotice(tx, id)

/** As they are kept: without the spaces at the ends. */
function trimmed(input: NoticeFacts): NoticeFacts {
  const { kind, startsAt, endsAt, validUntil, urgent, pinned, phone, places, ageFrom, ageTo } = input
  const words = { title: input.title.trim(), body: input.body.trim() }
  const audience = { places, ageFrom, ageTo }
  return { kind, ...words, startsAt, endsAt, validUntil, urgent, pinned, phone, ...audience }
}
/** Whether a notice of this unit names a place that is not one of its 小区 and grids in use. */
async function namesWrongPlace(tx: Write, division: string, { places = [] }: NoticeFacts) {
  if (places.length === 0) return false
  const open = new Set((await openPlaces(tx, division)).map(({ code }) => code))
  return places.some((code) => !open.has(code))
}

export const staffRoutes = [
  perform(createNotice, {
    async load(tx, input) {
      const place = await loadPlace(tx, input)
      return place && { ...place, publish: input.publish }
    },
    sees: isStaffAt,
    may: (actor, place) =>
      place.publish ? mayPublishNoticeFor(actor, place) : mayWriteNoticeFor(actor, place),
    async run({ tx, actor, input, now, refuse, raise, tell }) {
      const facts = trimmed(input)
      const obstacle = input.publish ? obstacleToPublish(facts, now) : obstacleToDraft(facts)
      if (obstacle) return refuse(obstacle)
      const { division, publish: published } = input
      if (await namesWrongPlace(tx, division, facts)) return refuse('wrongPlace')
      const notice = { ...facts, division, createdBy: actor.personId, publish: published }
      const id = await insertNotice(tx, notice, now)
      if (published) {
        raiseNotice(raise, { id, division })
        tell(noticePublished({ id, division, urgent: facts.urgent }))
      }
      return reread(tx, id)
    },
    audit: ({ division, publish: published }, _subject, made) => ({
      subject: made?.id ?? division,
      details: { division, publish: published },
    }),
  }),
  perform(editNotice, {
    load,
    sees: isStaffAt,
    may: mayWriteNoticeFor,
    async run({ tx, input, subject, now, refuse }) {
      const facts = trimmed(input)
      if (subject.status !== 'draft') return refuse('notADraft')
      if (input.version !== subject.version) return refuse('stale')
      const obstacle = obstacleToDraft(facts)
      if (obstacle) return refuse(obstacle)
      if (await namesWrongPlace(tx, subject.division, facts)) return refuse('wrongPlace')
      if (!(await updateDraft(tx, subject.id, input.version, facts, now))) return refuse('stale')
      return reread(tx, subject.id)
    },
    audit: ({ id, version }) => ({ subject: id, details: { version } }),
  }),
  perform(publishNotice, {
    load,
    sees: isStaffAt,
    may: mayPublishNoticeFor,
    async run({ tx, input, subject, now, refuse, raise, tell }) {
      if (subject.status !== 'draft') return refuse('notADraft')
      if (input.version !== subject.version) return refuse('stale')
      const facts = factsOf(subject)
      const obstacle = obstacleToPublish(facts, now)
      if (obstacle) return refuse(obstacle)
      if (await namesWrongPlace(tx, subject.division, facts)) return refuse('wrongPlace')
      if (!(await publish(tx, subject.id, input.version, now))) return refuse('stale')
      const { id, division, urgent } = subject
      raiseNotice(raise, subject)
      tell(noticePublished({ id, division, urgent }))
      return reread(tx, id)
    },
    audit: ({ id, version }) => ({ subject: id, details: { version } }),
  }),
  perform(correctNotice, {
    load,
    sees: isStaffAt,
    may: mayPublishNoticeFor,
    async run({ tx, input, subject, now, refuse, raise, tell }) {
      const facts = trimmed(input)
      if (input.version !== subject.version) return refuse('stale')
      const obstacle = obstacleToCorrect(subject, facts, input.note, now)
      if (obstacle) return refuse(obstacle)
      if (await namesWrongPlace(tx, subject.division, facts)) return refuse('wrongPlace')
      const { id, division, version } = subject
      const note = input.note.trim()
      if (!(await correct(tx, subject, facts, note, now))) return refuse('stale')
      raiseNotice(raise, subject)
      const urgent = subject.urgent || facts.urgent
      tell(noticeCorrected({ id, division, urgent, version: version + 1, note }))
      return reread(tx, subject.id)
    },
    audit: ({ id, version }) => ({ subject: id, details: { version } }),
  }),
  perform(withdrawNotice, {
    load,
    sees: isStaffAt,
    may: mayWithdrawNoticeFor,
    async run({ tx, input, subject, now, refuse, raise, tell }) {
      const obstacle = obstacleToWithdraw(subject, input.reason)
      if (obstacle) return refuse(obstacle)
      const { id, division, urgent } = subject
      const reason = input.reason.trim()
      if (!(await withdraw(tx, subject, reason, now))) return refuse('withdrawn')
      raiseNotice(raise, subject)
      tell(noticeWithdrawn({ id, division, urgent, reason }))
      return reread(tx, subject.id)
    },
    audit: ({ id }) => ({ subject: id }),
  }),
  perform(discardNotice, {
    load,
    sees: isStaffAt,
    may: mayWriteNoticeFor,
    async run({ tx, subject, refuse }) {
      if (!(await discard(tx, subject.id))) return refuse('notADraft')
      return { ok: true } as const
    },
    audit: ({ id }, { division }) => ({ subject: id, details: { division } }),
  }),
]
