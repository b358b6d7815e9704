import {
  appealHiding,
  moderationQueue,
  myModeration,
  reportContent,
  type SubjectKind,
} from '@tmt/shared/moderation/contract.ts'
import { isShown, obstacleToAppeal, obstacleToReason } from '@tmt/shared/moderation/rules.ts'
import { findDivision } from '../divisions/store.ts'
import { isStaffOf } from '../people/policy.ts'
import type { Person } from '../platform/actor.ts'
import { answer, perform } from '../platform/endpoint.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read, Write } from '../platform/store.ts'
import { deciding } from './deciding.ts'
import { pageOf, readCursor } from './paging.ts'
import {
  type Check,
  decide,
  findCheck,
  insertCheck,
  insertReport,
  listHidden,
  listMine,
  listReports,
  listWaiting,
  partsOf,
  saveAppeal,
} from './store.ts'
import { contentOf, excerptOf } from './taking-up.ts'
import { myView, queueView } from './views.ts'

/** What a feature tells of a thing that everybody can see; undefined when it is not to be seen. */
export type Subject = { communityId: string; authorId: string; official: boolean; text: string }
export type Subjects = Record<SubjectKind, (db: Read, id: string) => Promise<Subject | undefined>>

const everyone = () => true
const isAuthor = (actor: Person, { authorId }: Check) => actor.personId === authorId

/** The row of a thing's words; made for what is older than moderation itself. */
async function textCheck(tx: Write, kind: SubjectKind, subjectId: string, subject: Subject, now: number) {
  const found = (await partsOf(tx, { kind, subjectId })).find(({ part }) => part === 'text')
  if (found) return found
  const { text, ...rest } = subject
  const row = { ...rest, kind, subjectId, part: 'text', content: contentOf(text), excerpt: excerptOf(text) }
  return insertCheck(tx, { ...row, part: 'text', shown: true, state: 'passed' }, now)
}

export const moderationRoutes = ({ secrets, subjects }: { secrets: Secrets; subjects: Subjects }) => [
  answer(moderationQueue, {
    async load(db, { communityId }) {
      const division = await findDivision(db, communityId)
      return division?.level === 'community' ? { communityId } : undefined
    },
    sees: isStaffOf,
    async view({ db, actor, input, now }) {
      const { communityId, list = 'waiting' } = input
      const after = readCursor(input.cursor)
      const rows = await (list === 'waiting' ? listWaiting : listHidden)(db, communityId, after)
      const { items, next } = pageOf(rows, ({ check: { id, waitsSince, changedAt } }) => ({
        at: list === 'waiting' ? waitsSince! : changedAt,
        id,
      }))
      const reports = await listReports(
        db,
        items.map(({ check }) => check.id),
      )
      const context = { personId: actor.personId, secrets, now }
      return { items: items.map((row) => queueView(row, reports.get(row.check.id) ?? [], context)), next }
    },
  }),
  ...deciding,
  perform(reportContent, {
    load: (tx, { kind, subjectId }) => subjects[kind](tx, subjectId),
    sees: everyone,
    may: everyone,
    async run({ tx, actor, input, subject, now, refuse }) {
      const obstacle = obstacleToReason(input)
      if (obstacle) return refuse(obstacle)
      const check = await textCheck(tx, input.kind, input.subjectId, subject, now)
      const { reason, note } = input
      await insertReport(tx, {
        checkId: check.id,
        reporterId: actor.personId,
        reason,
        note: note.trim(),
        at: now,
      })
      // It stays to be seen until a person has looked: a report alone silences nobody.
      if (check.state === 'passed' || check.state === 'kept') {
        const shown = isShown('review', { official: check.official, was: check.shown })
        await decide(tx, check, { state: 'review', cause: 'reported', shown, waitsSince: now }, now)
      }
      return { ok: true } as const
    },
    audit: ({ kind, subjectId }) => ({ subject: subjectId, details: { kind } }),
    unique: { moderation_reports_once: 'alreadyReported' },
  }),
  answer(myModeration, {
    load: async (_db, input) => input,
    sees: everyone,
    async view({ db, actor, input }) {
      const rows = await listMine(db, actor.personId, readCursor(input.cursor))
      const { items, next } = pageOf(rows, ({ changedAt, id }) => ({ at: changedAt, id }))
      return { items: items.map(myView), next }
    },
  }),
  perform(appealHiding, {
    load: (tx, { id }) => findCheck(tx, id),
    sees: isAuthor,
    may: everyone,
    async run({ tx, input, subject, now, refuse }) {
      const obstacle = obstacleToAppeal(subject)
      if (obstacle) return refuse(obstacle)
      if (!(await saveAppeal(tx, subject, input.text.trim(), now))) return refuse('alreadyAppealed')
      return { ok: true } as const
    },
    audit: ({ id }) => ({ subject: id }),
  }),
]
