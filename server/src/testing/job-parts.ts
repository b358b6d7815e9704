import type { JobParts } from '../jobs.ts'
import type { TestHouse } from './house.ts'

/** What jobs take, with nobody outside: no gateway is configured. */
export function jobParts({ store, secrets, storage, ownUnit, clock }: TestHouse): JobParts {
  const outside = { sms: null, wechat: null, wechatTemplates: {}, publicUrl: null }
  return { store, secrets, storage, ownUnit, ...outside, now: () => clock.now }
}
