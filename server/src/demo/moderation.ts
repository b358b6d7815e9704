import type { ActivityFacts } from '@tmt/shared/activities/detail-contract.ts'
import { whyHidden } from '@tmt/shared/moderation/labels.ts'
import { HOUR } from '@tmt/shared/time.ts'
import { setHidden } from '../activities/store.ts'
import { decide, insertCheck, insertReport, saveAppeal } from '../moderation/store.ts'
import { contentOf, excerptOf } from '../moderation/taking-up.ts'
import type { Write } from '../platform/store.ts'
import { posterAlt } from './poster.ts'

type Made = { id: string; authorId: string; poster: string | null }

/**
 * 演示数据: what waits for a person. A report about the legal adviser's day, a picture that the program was not
 * sure of, and an appeal against its hiding of a talk that sells. Each is known by its activity's category.
 */
export async function seedModeration(
  tx: Write,
  activity: ActivityFacts & { communityId: string },
  { id: subjectId, authorId, poster }: Made,
  crowd: readonly string[],
  now: number,
) {
  const { communityId, category, title, body } = activity
  const text = [title, body].join('\n')
  const common = { kind: 'activity', subjectId, communityId, authorId, official: true } as const
  const words = { part: 'text', excerpt: excerptOf(text), content: contentOf(text) } as const
  const put = (part: { part: 'text' | 'picture'; excerpt: string; content: string }) =>
    insertCheck(tx, { ...common, ...part, shown: true, state: 'review' }, now - 2 * HOUR)

  if (category === 'legal') {
    const check = await put(words)
    const [first, second] = crowd
    const report = { checkId: check.id, reason: 'false', at: now - 2 * HOUR } as const
    await insertReport(tx, { ...report, reporterId: first!, note: '上次去了没有人' })
    await insertReport(tx, { ...report, reporterId: second!, note: '' })
    await decide(tx, check, { cause: 'reported', waitsSince: now - 2 * HOUR }, now - 2 * HOUR)
  }
  if (poster !== null) {
    const check = await put({ part: 'picture', excerpt: posterAlt, content: poster })
    const found = { cause: 'doubtful', label: 20_013, waitsSince: now - HOUR } as const
    await decide(tx, check, found, now - HOUR)
  }
  if (title.startsWith('保健品')) {
    const check = await put(words)
    const why = { reason: 'advertising', note: null } as const
    const hidden = { state: 'hidden', shown: false, cause: 'risky', label: 10_001, ...why } as const
    await decide(tx, check, hidden, now - HOUR)
    await setHidden(tx, subjectId, whyHidden(why))
    await saveAppeal(tx, check, '只是讲座，不卖东西，请再看一看。', now - HOUR)
  }
}
