import { signUp } from '@tmt/shared/activities/signup-contract.ts'
import {
  beginHelp,
  helpedActs,
  type OnlineKinship,
  recordHelp,
  sendHelpCode,
  type Kinship,
} from '@tmt/shared/helping/contract.ts'
import { desc, eq } from 'drizzle-orm'
import { post } from '../../activities/testing/activity.ts'
import { DONGAN } from '../../demo/city.ts'
import { register, workerOf } from '../../identity/testing/identity.ts'
import { saveDeclaration } from '../../people/relatives-store.ts'
import type { TestHouse } from '../../testing/house.ts'
import { type Somebody, somebody } from '../../testing/somebody.ts'
import { insertHelp } from '../store.ts'
import { issueUndoCode } from '../undo-code.ts'
import { helpedActs as actRows, undoCodes } from '../tables.ts'

/** As a client asks that acts for somebody by this help. */
export const inPlace = (helper: Somebody, help: string) => ({
  token: helper.token,
  headers: { 'x-help': help },
})

/** The helper has the code that was sent to this number. In a house that reveals codes. */
export async function codeFor(house: TestHouse, helper: Somebody, phone: string) {
  const { body } = await house.ask(sendHelpCode, { phone }, { token: helper.token })
  return body.demoCode!
}
/** Begins by the code that the other one reads from the telephone. */
export async function begin(
  house: TestHouse,
  helper: Somebody,
  phone: string,
  more: { code?: string; kinship?: OnlineKinship } = {},
) {
  const { kinship = 'child' } = more
  const code = more.code ?? (await codeFor(house, helper, phone))
  return house.ask(beginHelp, { phone, code, kinship }, { token: helper.token })
}
/** A help that stands, made without the API, so that no rate limit counts it. */
export async function helpOf(
  house: TestHouse,
  helper: Somebody,
  person: Somebody,
  communityId: string | null = null,
) {
  const help = {
    helperId: helper.id,
    personId: person.id,
    kinship: 'child',
    channel: 'code',
    communityId,
  } as const
  const made = await house.store.write((tx) => insertHelp(tx, help, house.clock.now))
  if (typeof made === 'string') throw new Error(made)
  return made.id
}
type Recording = {
  personId?: string
  helperPhone?: string
  kinship?: Kinship
  agreed?: boolean
  birthDate?: string
  guardianAgreed?: boolean
}
/** A worker of 东安 writes down at the counter who helps somebody registered there. */
export async function recorded(house: TestHouse, changes: Recording = {}, by?: Somebody) {
  const worker = by ?? (await workerOf(house))
  const input = await recordInput(house, changes)
  return house.ask(recordHelp, input, { token: worker.token })
}
export async function recordInput(house: TestHouse, changes: Recording = {}) {
  const { birthDate, guardianAgreed } = changes
  return {
    communityId: DONGAN,
    personId: changes.personId ?? (await register(house)).body.personId,
    helperPhone: changes.helperPhone ?? (await somebody(house)).phone,
    kinship: changes.kinship ?? ('relative' as const),
    agreed: changes.agreed ?? true,
    ...(birthDate !== undefined && { birthDate }),
    ...(guardianAgreed !== undefined && { guardianAgreed }),
  }
}
/** The helper signed the person up for something; the activity and the act. */
export async function signedUpFor(house: TestHouse, person: Somebody, helper?: Somebody) {
  const by = helper ?? (await somebody(house, [], '演示女儿'))
  const help = await helpOf(house, by, person)
  const activityId = await post(house)
  const { status } = await house.ask(signUp, { id: activityId }, inPlace(by, help))
  if (status !== 200) throw new Error(`the helper could not sign up: ${status}`)
  const [act] = await house.store.read
    .select({ id: actRows.id })
    .from(actRows)
    .where(eq(actRows.helpId, help))
    .orderBy(desc(actRows.at))
  return { activityId, act: act!.id, help, helper: by }
}
/** What a message about such an act would say, and the number that it goes to. */
export async function codeOfAct(house: TestHouse, person: Somebody, helper?: Somebody) {
  const made = await signedUpFor(house, person, helper)
  const code = await house.store.write(async (tx) => {
    // Where messages are sent it has one, which only the message says.
    await tx.delete(undoCodes).where(eq(undoCodes.actId, made.act))
    return issueUndoCode(tx, house.secrets, made.act, house.clock.now)
  })
  return { ...made, code, phoneTail: person.phone.slice(-4) }
}
/** Whoever lives in 东安, verified. */
export const neighbour = (house: TestHouse, name: string | null = null) =>
  somebody(house, [{ role: 'resident', division: DONGAN }], name)
/** A worker who has said who their relatives are. */
export async function declaredWorker(house: TestHouse) {
  const worker = await workerOf(house)
  await house.store.write((tx) => saveDeclaration(tx, worker.id, house.clock.now))
  return worker
}
export const actsOf = async (house: TestHouse, { token }: Somebody) =>
  (await house.ask(helpedActs, {}, { token })).body.items
