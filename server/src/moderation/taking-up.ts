import { createHash } from 'node:crypto'
import type { Part, SubjectKind } from '@tmt/shared/moderation/contract.ts'
import { isShown } from '@tmt/shared/moderation/rules.ts'
import { enqueue } from '../platform/jobs.ts'
import type { Write } from '../platform/store.ts'
import { beginAnew, type Check, dropCheck, insertCheck, partsOf } from './store.ts'

export const CHECK_TEXT = 'moderation.checkText'
export const CHECK_PICTURE = 'moderation.checkPicture'
/** What is kept of a text, to be read in the queue. */
const EXCERPT = 200

/**
 * Something that others can read was written or changed. `official`: by staff, in the community's name.
 * `text` is all its words, `picture` null when it has none.
 */
export type Written = {
  kind: SubjectKind
  subjectId: string
  communityId: string
  authorId: string
  official: boolean
  text: string
  picture: { file: string; alt: string } | null
}
export const excerptOf = (text: string) => Array.from(text).slice(0, EXCERPT).join('')
/** Tells one text from another. */
export const contentOf = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * Takes up what was written, in the unit that wrote it: a row for each part that is new or other than before, and
 * a job that asks the gateway once this is durable. `standingOf` tells then whether it may be shown meanwhile.
 */
export async function takeUp(tx: Write, written: Written, now: number) {
  const before = await partsOf(tx, written)
  const { text, picture } = written
  const old = (part: Part) => before.find((row) => row.part === part)

  const taken = await takePart(
    tx,
    old('text'),
    written,
    {
      part: 'text',
      excerpt: excerptOf(text),
      content: contentOf(text),
    },
    now,
  )
  if (taken) await ask(tx, CHECK_TEXT, taken, { text }, now)

  const shown = old('picture')
  if (!picture) {
    if (shown) await dropCheck(tx, shown)
    return
  }
  const part = { part: 'picture', excerpt: picture.alt, content: picture.file } as const
  const looked = await takePart(tx, shown, written, part, now)
  if (looked) await ask(tx, CHECK_PICTURE, looked, {}, now)
}

/** The row as it begins, or undefined when the same was looked at before. */
async function takePart(
  tx: Write,
  old: Check | undefined,
  { kind, subjectId, communityId, authorId, official }: Written,
  part: Pick<Check, 'part' | 'excerpt' | 'content'>,
  now: number,
) {
  if (old?.content === part.content) return undefined
  // A resident's new words are not vouched for by those before.
  const was = official ? (old?.shown ?? null) : null
  const shown = isShown('checking', { official, was })
  const check = { kind, subjectId, communityId, authorId, official, ...part, shown }
  return old ? beginAnew(tx, old, check, now) : insertCheck(tx, check, now)
}
async function ask(tx: Write, kind: string, { id, round }: Check, more: { text?: string }, now: number) {
  await enqueue(tx, { kind, data: { checkId: id, round, ...more }, runAt: now })
}
