import { findPerson, type Person } from '../people/store.ts'
import { validRoles } from '../people/session-store.ts'
import type { Helping } from '../platform/helping.ts'
import { enqueue } from '../platform/jobs.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import type { SmsText } from '../gateways/sms/templates.ts'
import type { HelpedActs } from './acts.ts'
import { SEND, type Send } from './jobs.ts'
import { findHelp, insertAct, markUsed } from './store.ts'

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
const short = (text: string) => (text.length <= 40 ? text : `${text.slice(0, 39)}…`)

/** The platform's door for those who act in somebody's place. */
export function createHelping(parts: TellParts, acts: HelpedActs): Helping {
  return {
    async find(db, { helpId, helperId }, now) {
      const help = await findHelp(db, helpId)
      if (help?.helperId !== helperId || help.endedAt !== null) return undefined
      return { personId: help.personId, roles: await validRoles(db, help.personId, now) }
    },
    async note(tx, { helpId, helperId, personId, action, subject }, now) {
      if (!(await markUsed(tx, helpId, now))) return false
      await insertAct(tx, { helpId, personId, action, subject }, now)
      const helper = await findPerson(tx, helperId)
      const person = await findPerson(tx, personId)
      const act = acts[action]
      if (!act) throw new Error(`say in server/src/helped.ts how ${action} is told and undone`)
      const params = {
        helper: short(calledBy(helper!)),
        act: short(`${act.did}：${await act.title(tx, subject)}`),
      }
      await tell(tx, parts, person!, { template: 'helped', params }, now)
      return true
    },
  }
}
