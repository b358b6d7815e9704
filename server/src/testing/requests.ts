import { api } from '@tmt/shared/api.ts'
import type { Command, Query } from '@tmt/shared/contract.ts'
import { eq } from 'drizzle-orm'
import type { z } from 'zod/mini'
import { HOUR } from '@tmt/shared/time.ts'
import { factsFrom, ORGANIZATION, post } from '../activities/testing/activity.ts'
import { newId } from '../platform/ids.ts'
import { checkinInputs } from '../activities/testing/checkin-inputs.ts'
import { DONGAN } from '../demo/city.ts'
import { signupInputs } from '../activities/testing/signup-inputs.ts'
import { tellSomething } from '../messages/testing/tell.ts'
import { noticeInputs } from '../notices/testing/inputs.ts'
import { helpingInputs } from '../helping/testing/inputs.ts'
import { identityInputs } from '../identity/testing/inputs.ts'
import { privacyInputs } from '../privacy/testing/inputs.ts'
import { pictureBytes } from '../files/testing/pictures.ts'
import { putCheck } from '../moderation/testing/check.ts'
import { addOpinion, cityStaff, opinionFacts } from '../feedback/testing/refusals.ts'
import { addCard, cardFacts, clearCards } from '../organizations/testing/card.ts'
import { openWechatUser } from '../people/testing/wechat-user.ts'
import { sessions } from '../people/tables.ts'
import { residencyInputs } from '../residency/testing/inputs.ts'
import type { TestHouse } from './house.ts'
import { newPhone, type Somebody } from './somebody.ts'

/** Every contract, with the parts of its input in sight. */
export type AnyContract = (Query | Command) & {
  param?: z.ZodMiniType
  query?: z.ZodMiniType
  body?: z.ZodMiniType
}
export const contracts: readonly AnyContract[] = api
export function contractOf(name: string): AnyContract {
  const found = contracts.find((contract) => contract.name === name)
  if (!found) throw new Error(`no contract ${name}`)
  return found
}

/** Asks any contract with any input, as a client that knows no types. */
export function send(
  house: TestHouse,
  contract: AnyContract,
  input: object,
  how: Parameters<TestHouse['ask']>[2] = {},
) {
  return house.ask(contract, input, how)
}

/** For each contract, by its name, an input that succeeds for `who` when who may; each call makes what it needs anew. */
export function goodInput(house: TestHouse, name: string, who: Somebody): Promise<object> {
  const { now } = house.clock
  const facts = () => factsFrom(now)
  const published = async () => ({ id: await post(house) })
  const draft = async () => ({ id: await post(house, { publish: false }) })
  const inSeries = async () => ({ id: await post(house, { seriesId: newId(now) }) })
  const proposal = async () => ({ id: await post(house, { publish: false, host: ORGANIZATION }) })
  const card = async (changes = {}) => {
    await clearCards(house)
    return { id: await addCard(house, changes) }
  }
  const inputs: Record<string, () => Promise<object>> = {
    ...residencyInputs(house, who),
    ...checkinInputs(house, who),
    'settings.get': async () => ({}),
    'divisions.get': async () => ({ code: DONGAN }),
    'divisions.children': async () => ({ code: '321202001000' }),
    'divisions.search': async () => ({ q: '东安' }),
    'people.requestCode': async () => ({ phone: newPhone() }),
    'people.signInByCode': async () => {
      const phone = newPhone()
      const reply = await send(house, contractOf('people.requestCode'), { phone })
      return { phone, code: (reply.body as { demoCode: string }).demoCode }
    },
    'people.signInByWechat': async () => {
      const user = await openWechatUser(house)
      return { loginCode: await user.login(), phoneCode: await user.phone(newPhone()) }
    },
    'people.personas': async () => ({}),
    'people.signInAsPersona': async () => ({ persona: 'resident' }),
    'people.me': async () => ({}),
    'people.chooseCommunity': async () => ({ communityId: DONGAN }),
    'people.setName': async () => ({ name: '演示居民戊' }),
    'people.sessions': async () => ({}),
    'people.revokeSession': async () => {
      const own = eq(sessions.personId, who.id)
      const [session] = await house.store.read.select({ id: sessions.id }).from(sessions).where(own)
      return { id: session!.id }
    },
    'people.signOut': async () => ({}),
    'activities.list': async () => ({ division: DONGAN }),
    'activities.get': published,
    'activities.mySignup': published,
    'activities.mySignups': async () => ({}),
    'activities.signUp': published,
    'activities.cancelSignup': async () => {
      const { id } = await published()
      await send(house, contractOf('activities.signUp'), { id }, { token: who.token })
      return { id }
    },
    'activities.create': async () => ({ communityId: DONGAN, ...facts(), publish: false }),
    'activities.edit': async () => ({ ...(await published()), ...facts(), version: 1 }),
    'activities.publish': async () => ({ ...(await draft()), version: 1 }),
    'activities.cancel': async () => ({ ...(await published()), reason: '有大雨' }),
    'activities.discard': draft,
    'activities.postpone': async () => ({ ...(await published()), reason: '老师病了' }),
    'activities.archive': async () => {
      const id = await post(house, { startsAt: now - 3 * HOUR, endsAt: now - HOUR })
      return { id, closing: '来了不少人' }
    },
    'activities.review': async () => ({
      id: await post(house, { publish: false, host: ORGANIZATION, reviewDueAt: now + HOUR }),
      version: 1,
      outcome: 'publish',
    }),
    'activities.overlaps': async () => ({
      communityId: DONGAN,
      place: '活动室',
      startsAt: String(now),
      endsAt: String(now + HOUR),
    }),
    'activities.createSeries': async () => ({
      communityId: DONGAN,
      ...facts(),
      every: 'week',
      times: 2,
      skipHolidays: false,
      publish: false,
    }),
    'activities.editFollowing': async () => ({ ...(await inSeries()), ...facts(), version: 1 }),
    'activities.cancelFollowing': async () => ({ ...(await inSeries()), reason: '老师病了' }),
    'activities.propose': async () => ({ communityId: DONGAN, ...facts(), submit: false }),
    'activities.editProposal': async () => ({ ...(await proposal()), ...facts(), submit: true, version: 1 }),
    'activities.discardProposal': async () => proposal(),
    'activities.proposals': async () => ({ communityId: DONGAN }),
    'activities.proposal': async () => proposal(),
    'activities.managed': async () => ({ communityId: DONGAN }),
    'activities.managedOne': draft,
    ...noticeInputs(house),
    'activities.roster': published,
    'files.upload': async () => ({ file: await pictureBytes() }),
    'moderation.queue': async () => ({ communityId: DONGAN }),
    'moderation.keep': async () => ({ id: (await putCheck(house, { state: 'review' })).id }),
    'moderation.hide': async () => ({
      id: (await putCheck(house, { state: 'review' })).id,
      reason: 'fraud',
      note: '',
    }),
    'moderation.decideAppeal': async () => ({
      id: (await putCheck(house, { state: 'hidden', appealText: '请再看', appealedAt: now })).id,
      outcome: 'granted',
      answer: '可以显示',
    }),
    'moderation.report': async () => ({
      kind: 'activity',
      subjectId: (await published()).id,
      reason: 'fraud',
      note: '',
    }),
    'moderation.mine': async () => ({}),
    'moderation.appeal': async () => ({
      id: (await putCheck(house, { state: 'hidden', authorId: who.id })).id,
      text: '请再看一看',
    }),
    'calendar.years': async () => ({}),
    'calendar.today': async () => ({}),
    ...signupInputs(house, who),
    'messages.list': async () => ({}),
    'messages.unread': async () => ({}),
    'messages.read': async () => ({ id: await tellSomething(house, who.id) }),
    'messages.readAll': async () => ({ upTo: now }),
    'messages.preferences': async () => ({}),
    'messages.setWants': async () => ({ kind: 'activities', subscribe: true, sms: false }),
    'messages.setQuiet': async () => ({ on: true, from: 22 * 60, to: 7 * 60 }),
    'messages.askable': async () => ({}),
    'messages.subscribed': async () => ({ accepted: ['activityReminder'] }),
    'home.open': async () => ({ communityId: DONGAN }),
    'home.mine': async () => ({}),
    'workbench.due': async () => ({ communityId: DONGAN }),
    'workbench.scope': async () => ({ code: DONGAN }),
    ...identityInputs(house, who),
    ...privacyInputs(house, who),
    ...helpingInputs(house, who),
    'organizations.list': async () => ({ communityId: DONGAN }),
    'organizations.managed': async () => ({ communityId: DONGAN }),
    'organizations.create': async () => {
      await clearCards(house)
      return { communityId: DONGAN, ...cardFacts }
    },
    'organizations.edit': async () => ({ ...(await card()), ...cardFacts, version: 1 }),
    'organizations.move': async () => ({ ...(await card()), direction: 'up' }),
    'organizations.confirm': async () => ({ ...(await card()), version: 1 }),
    'organizations.remove': card,
    'organizations.report': card,
    'feedback.send': async () => opinionFacts,
    'feedback.mine': async () => ({}),
    'feedback.all': async () => ({}),
    'feedback.answer': async () => ({ id: await addOpinion(house), text: '已经改好' }),
    'feedback.correct': async () => {
      const id = await addOpinion(house)
      const { token } = await cityStaff(house)
      await send(house, contractOf('feedback.answer'), { id, text: '已经改好' }, { token })
      return { id, text: '更正' }
    },
    'feedback.statistic': async () => ({}),
  }
  const make = inputs[name]
  if (!make) throw new Error(`say in testing/requests.ts what ${name} is asked with`)
  return make()
}
