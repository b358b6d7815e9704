import { DONGAN } from '../../demo/city.ts'
import type { TestHouse } from '../../testing/house.ts'
import { factsFrom, postNotice } from './notice.ts'

/** For each endpoint of notices, an input that succeeds for who may. */
export function noticeInputs(house: TestHouse): Record<string, () => Promise<object>> {
  const facts = () => factsFrom(house.clock.now)
  const published = async () => ({ id: await postNotice(house) })
  const draft = async () => ({ id: await postNotice(house, { publish: false }) })
  return {
    'notices.list': async () => ({ division: DONGAN }),
    'notices.get': published,
    'notices.countRead': async () => ({ ...(await published()), device: 'a-device-of-tests-1' }),
    'notices.create': async () => ({ division: DONGAN, ...facts(), publish: false }),
    'notices.edit': async () => ({ ...(await draft()), ...facts(), version: 1 }),
    'notices.publish': async () => ({ ...(await draft()), version: 1 }),
    'notices.correct': async () => ({
      ...(await published()),
      ...facts(),
      body: '改到明天。',
      note: '停水改到明天',
      version: 1,
    }),
    'notices.withdraw': async () => ({ ...(await published()), reason: '不停水了' }),
    'notices.discard': draft,
    'notices.managed': async () => ({ division: DONGAN }),
    'notices.managedOne': draft,
  }
}
