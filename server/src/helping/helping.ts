import { findPerson, type Person } from '../people/store.ts'
import { validRoles } from '../people/session-store.ts'
import type { Helping } from '../platform/helping.ts'
import { enqueue } from '../platform/jobs.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import { undoCode } from '@tmt/shared/helping/rules.ts'
import type { SmsText } from '../gateways/sms/templates.ts'
import type { HelpedActs } from './acts.ts'
import { endOfAge, findHelp, insertAct, markUsed } from './store.ts'
import { issueUndoCode } from './undo-code.ts'

export const SEND = 'helping.send'
/** Number and text are sealed: a text may hold a code and names. */
export type Send = { phone: string; text: string; until: number | null }

/** `sends` is false in a demonstration, where no message goes out. */
export type TellParts = { secrets: Secrets; sends: boolean }

/** As the other one knows them: by name, with the ends of the number beside. */
export function calledBy({ name, phoneMask }: Pick<Person, 'name' | 'phoneMask'>) {
  return name === null ? phoneMask : `${name}（尾号 ${phoneMask.slice(-4)}）`
}

/** Queues a message to a person; `until` is the instant after which it is of no use any more. */
export async function tell(
  tx: Write,
  { secrets, sends }: TellParts,
  to: { phoneSealed: string },
  text: SmsText,
  now: number,
  until: number | null = null,
) {
  if (!sends) return
  const data: Send = { phone: to.phoneSealed, text: secrets.seal(JSON.stringify(text)), until }
  await enqueue(tx, { kind: SEND, data, runAt: now })
}

/** A blank of a message holds forty characters. */
export const short = (text: string) => (text.length <= 40 ? text : `${text.slice(0, 39)}…`)

/** Tells both sides; an account that is closed or erased is told nothing. */
export async function tellBoth(
  tx: Write,
  parts: TellParts,
  both: readonly Person[],
  text: SmsText,
  now: number,
) {
  for (const one of both) if (one.leftAt === null) await tell(tx, parts, one, text, now)
}
/** Ends what is over since the ward came of age, and tells both. Returns how many. */
export async function settleAges(
  tx: Write,
  parts: TellParts,
  now: number,
  { limit, helperId }: { limit: number; helperId?: string },
) {
  const over = await endOfAge(tx, now, limit, helperId)
  for (const help of over) {
    const helper = (await findPerson(tx, help.helperId))!
    const person = (await findPerson(tx, help.personId))!
    const params = { helper: short(calledBy(helper)), person: short(calledBy(person)) }
    await tellBoth(tx, parts, [person, helper], { template: 'helpOfAge', params }, now)
  }
  return over.length
}

/** The platform's door for those who act in somebody's place. */
export function createHelping(parts: TellParts, acts: HelpedActs): Helping {
  return {
    async find(db, { helpId, helperId }, now) {
      const help = await findHelp(db, helpId)
      if (help?.helperId !== helperId || help.endedAt !== null) return undefined
      if (help.adultAt !== null && help.adultAt <= now) return undefined
      return { personId: help.personId, roles: await validRoles(db, help.personId, now) }
    },
    async note(tx, { helpId, helperId, personId, action, subject }, now) {
      if (!(await markUsed(tx, helpId, now))) return false
      const actId = await insertAct(tx, { helpId, personId, action, subject }, now)
      const helper = await findPerson(tx, helperId)
      const person = await findPerson(tx, personId)
      const act = acts[action]
      if (!act) throw new Error(`say in server/src/helped.ts how ${action} is told and undone`)
      if (!parts.sends) return true
      const params = {
        helper: short(calledBy(helper!)),
        code: await issueUndoCode(tx, parts.secrets, actId, now),
        hours: undoCode.hours,
        act: short(`${act.did}：${await act.title(tx, subject)}`),
      }
      await tell(tx, parts, person!, { template: 'helped', params }, now)
      return true
    },
  }
}
