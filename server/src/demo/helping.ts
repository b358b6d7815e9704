import { confirm } from '../activities/signup-store.ts'
import { insertAct, insertHelp, isHelping } from '../helping/store.ts'
import { personOfPhone } from '../people/store.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import { people } from './people.ts'

export type Made = { id: string; title: string }
const phoneOf = (persona: string) => people.find((one) => one.persona === persona)!.phone
/** For whoever may come, so that the person's home does not matter. */
const SIGNED_UP = '农家书屋读书会'

/** 演示数据: the resident helps the villager, and has signed him up for something. */
export async function seedHelping(tx: Write, secrets: Secrets, activities: readonly Made[], now: number) {
  const helper = await personOfPhone(tx, secrets, phoneOf('resident'), now)
  const person = await personOfPhone(tx, secrets, phoneOf('villager'), now)
  if (await isHelping(tx, helper.id, person.id)) return
  const relation = { helperId: helper.id, personId: person.id, kinship: 'relative', channel: 'code' } as const
  const help = await insertHelp(tx, relation, now)
  const activity = activities.find(({ title }) => title === SIGNED_UP)
  if (typeof help === 'string' || !activity) return
  if (!(await confirm(tx, activity.id, person.id, now))) return
  const act = { helpId: help.id, personId: person.id, action: 'activities.signUp', subject: activity.id }
  await insertAct(tx, act, now)
}
