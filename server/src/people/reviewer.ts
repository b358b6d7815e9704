import { timingSafeEqual } from 'node:crypto'
import { kindOf, levelOf } from '@tmt/shared/divisions/rules.ts'
import { DAY, isoDay } from '@tmt/shared/time.ts'
import { saveCounter, saveRegister } from '../divisions/store.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import { countWrongTry, grantRole, type Person, personOfPhone } from './store.ts'

/** How whoever reviews the mini-program for WeChat signs in: no message is sent to this number. Off when absent. */
export type Reviewer = { phone: string; code: string }

/** The community that was made up for the review, and its street; neither stands in the register, nor in a list. */
export const REVIEW_COMMUNITY = '321200999001'
const REVIEW_TOWN = '321200999000'
/** Marks those who may do nothing outside of it; no persona of a demonstration is named like this. */
export const REVIEWER_MARK = 'reviewer:'
/** Wrong codes a day; the code has at least ten digits. */
const WRONG_A_DAY = 10

/** Makes the community and the person. Changes nothing when both are there. */
export async function prepareReviewer(tx: Write, secrets: Secrets, { phone }: Reviewer, now: number) {
  const unit = (code: string, name: string, parent: string | null) => ({
    code,
    name,
    level: levelOf(code),
    kind: kindOf(code),
    parent,
  })
  // Without a parent the street is listed nowhere.
  await saveRegister(tx, [
    unit(REVIEW_TOWN, '演示街道（供审核体验）', null),
    unit(REVIEW_COMMUNITY, '演示社区（供审核体验）', REVIEW_TOWN),
  ])
  const counter = { phone: '0523-00000199', counter: '演示窗口（演示地址）', demo: true }
  await saveCounter(tx, REVIEW_COMMUNITY, counter)
  const persona = `${REVIEWER_MARK}${secrets.index('phone', phone).slice(0, 12)}`
  const more = { name: '审核体验（演示）', persona, communityId: REVIEW_COMMUNITY, demo: true }
  const person = await personOfPhone(tx, secrets, phone, now, more)
  if (isReviewer(person)) {
    const grant = { personId: person.id, role: 'resident' as const, division: REVIEW_COMMUNITY, demo: true }
    await grantRole(tx, { ...grant, until: null }, now)
  }
  return person
}

export function isReviewer(person: Pick<Person, 'persona'>) {
  return person.persona?.startsWith(REVIEWER_MARK) ?? false
}

/**
 * Tries the reviewer's code. Wrong ones are counted by the day in the database, so that neither another address nor
 * another process gets more; once they are used up the right one is refused as well. `null`: none is left.
 */
export async function tryReviewer(
  tx: Write,
  secrets: Secrets,
  reviewer: Reviewer,
  typed: string,
  now: number,
): Promise<boolean | null> {
  const hash = (code: string) => secrets.index('code', `${reviewer.phone}:${code}`)
  const right = timingSafeEqual(Buffer.from(hash(typed)), Buffer.from(hash(reviewer.code)))
  const row = {
    phoneIndex: `${REVIEWER_MARK}${secrets.index('phone', reviewer.phone)}`,
    codeHash: hash(reviewer.code),
    sentAt: now,
    expiresAt: now + DAY,
    day: isoDay(now),
  }
  return (await countWrongTry(tx, row, right, WRONG_A_DAY)) ? right : null
}
