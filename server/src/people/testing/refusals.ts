import { chooseCommunity } from '@tmt/shared/people/contract.ts'
import {
  requestCode,
  signInAsPersona,
  signInByCode,
  signInByWechat,
} from '@tmt/shared/people/sign-in-contract.ts'
import { DAY, MINUTE } from '@tmt/shared/time.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { newPhone, somebody } from '../../testing/somebody.ts'
import { prepareReviewer } from '../reviewer.ts'
import { openSession } from '../sessions.ts'
import { openWechatUser, tellWechat } from './wechat-user.ts'

async function silently(house: TestHouse, user: Awaited<ReturnType<typeof openWechatUser>>) {
  return house.ask(signInByWechat, { loginCode: await user.login() })
}
async function knownUser(house: TestHouse) {
  const user = await openWechatUser(house)
  await house.ask(signInByWechat, { loginCode: await user.login(), phoneCode: await user.phone(newPhone()) })
  return user
}

export const peopleRefusals: Provocations = {
  'people.requestCode': {
    async tooSoon(house) {
      const phone = newPhone()
      await house.ask(requestCode, { phone })
      return house.ask(requestCode, { phone })
    },
    async tooMany(house) {
      const phone = newPhone()
      house.clock.now += DAY
      for (let i = 0; i < 10; i += 1) {
        await house.ask(requestCode, { phone })
        house.clock.now += MINUTE
      }
      return house.ask(requestCode, { phone })
    },
  },
  'people.signInByCode': {
    async wrongCode(house) {
      const phone = newPhone()
      const { body } = await house.ask(requestCode, { phone })
      return house.ask(signInByCode, { phone, code: body.demoCode === '000000' ? '000001' : '000000' })
    },
    codeExpired: (house) => house.ask(signInByCode, { phone: newPhone(), code: '000000' }),
  },
  'people.signInByWechat': {
    phoneNeeded: async (house) => silently(house, await openWechatUser(house)),
    loginExpired: (house) => house.ask(signInByWechat, { loginCode: 'never-issued' }),
    async tooOften(house) {
      house.clock.now += MINUTE
      const user = await knownUser(house)
      for (let i = 0; i < 99; i += 1) await silently(house, user)
      return silently(house, user)
    },
    async useCounter(house) {
      house.clock.now += MINUTE
      const user = await knownUser(house)
      await tellWechat(house, 'faults', { kind: 'highRisk', openid: user.openid })
      return silently(house, user)
    },
    async wechatUnavailable(house) {
      const user = await knownUser(house)
      await tellWechat(house, 'faults', { kind: 'down' })
      return silently(house, user)
    },
  },
  'people.signInAsPersona': {
    unknownPersona: (house) => house.ask(signInAsPersona, { persona: 'nobody' }),
  },
  'people.chooseCommunity': {
    async notACommunity(house) {
      const { token } = await somebody(house)
      return house.ask(chooseCommunity, { communityId: '321202001000' }, { token })
    },
    async confined(house) {
      const reviewer = { phone: newPhone(), code: '0'.repeat(10) }
      const token = await house.store.write(async (tx) => {
        const { id } = await prepareReviewer(tx, house.secrets, reviewer, house.clock.now)
        return openSession(tx, id, '测试', house.clock.now)
      })
      return house.ask(chooseCommunity, { communityId: '321202001002' }, { token })
    },
  },
  'people.setName': {},
  'people.revokeSession': {},
  'people.signOut': {},
}
