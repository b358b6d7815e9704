import { OPENS_BEFORE } from '@tmt/shared/activities/checkin-rules.ts'
import {
  checkinDesk,
  checkinRoster,
  excuse,
  recordCheckins,
  setCheckin,
  undoCheckin,
} from '@tmt/shared/activities/checkin-staff-contract.ts'
import { maySeePersonsOf } from '../people/policy.ts'
import { answer, perform } from '../platform/endpoint.ts'
import { pageOf, readCursor } from '../platform/paging.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read } from '../platform/store.ts'
import { countAttended, findPlaces, listPlaces, saveExcuse, saveModes, undo } from './attendance-store.ts'
import { takeIn } from './checkin-batch.ts'
import { activityCodes, tagOf } from './checkin-codes.ts'
import { findHeld } from './checkin-routes.ts'

const ROWS = 200
const everyone = () => true
const load = (db: Read, { id }: { id: string }) => findHeld(db, id)
/** One place of an activity; of others there is none. */
const placeIn =
  (secrets: Secrets) =>
  async (db: Read, { id, signupId }: { id: string; signupId: string }) => {
    const held = await findHeld(db, id)
    const place = (await findPlaces(db, secrets, id, [signupId])).get(signupId)
    return held && place ? { communityId: held.communityId, place } : undefined
  }

export const checkinStaffRoutes = (secrets: Secrets) => [
  answer(checkinDesk, {
    load,
    sees: maySeePersonsOf,
    view: async ({ db, subject, now }) => ({
      title: subject.title,
      modes: [...subject.modes],
      opensAt: subject.startsAt - OPENS_BEFORE,
      endsAt: subject.endsAt,
      confirmed: subject.confirmed,
      attended: await countAttended(db, subject.id),
      codes: activityCodes(secrets, subject.id, now),
    }),
  }),
  perform(setCheckin, {
    load,
    sees: maySeePersonsOf,
    may: everyone,
    async run({ tx, actor, input, subject, now, refuse }) {
      const modes = [...new Set(input.modes)]
      if (subject.status === 'cancelled') return refuse('cancelled')
      if (now >= subject.endsAt) return refuse('ended')
      if (modes.includes('geo') && subject.gcj02 === null) return refuse('noPlace')
      await saveModes(tx, subject.id, { modes, setBy: actor.personId }, now)
      return { ok: true } as const
    },
    audit: ({ id, modes }) => ({ subject: id, details: { modes } }),
  }),
  answer(checkinRoster, {
    load,
    sees: maySeePersonsOf,
    async view({ db, input, subject }) {
      const rows = await listPlaces(db, secrets, subject.id, readCursor(input.cursor), ROWS + 1)
      const { items, next } = pageOf(rows, ROWS, ({ at, signupId }) => ({ at, id: signupId }))
      return { items: items.map((row) => ({ ...row, tag: tagOf(secrets, row.signupId) })), next }
    },
    audit: ({ id }) => ({ subject: id }),
  }),
  perform(recordCheckins, {
    load,
    sees: maySeePersonsOf,
    may: everyone,
    async run({ tx, actor, input, subject, now }) {
      const asked = { held: subject, entries: input.entries, by: actor.personId, secrets, now }
      const answers = await takeIn(tx, asked)
      return { answers, attended: await countAttended(tx, subject.id) }
    },
    audit: ({ id, entries }, _subject, done) => ({
      subject: id,
      details: {
        entries: entries.length,
        done: done?.answers.filter(({ outcome }) => outcome === 'done').length,
      },
    }),
  }),
  perform(undoCheckin, {
    load: placeIn(secrets),
    sees: maySeePersonsOf,
    may: everyone,
    async run({ tx, actor, input, now, refuse }) {
      const { id: activityId, signupId, reason } = input
      const taken = await undo(tx, { activityId, signupId, by: actor.personId, why: reason.trim() }, now)
      return taken ? ({ ok: true } as const) : refuse('notCheckedIn')
    },
    audit: ({ id, signupId, reason }) => ({ subject: id, details: { signupId, reason: reason.trim() } }),
  }),
  perform(excuse, {
    load: placeIn(secrets),
    sees: maySeePersonsOf,
    may: everyone,
    async run({ tx, actor, input, subject, now, refuse }) {
      if (subject.place.attended) return refuse('came')
      const { signupId, reason } = input
      await saveExcuse(tx, { signupId, reason: reason.trim(), by: actor.personId }, now)
      return { ok: true } as const
    },
    audit: ({ id, signupId }) => ({ subject: id, details: { signupId } }),
  }),
]
