import { signupLabels } from '@tmt/shared/activities/labels.ts'
import { isoDay } from '@tmt/shared/time.ts'
import type { AboutMe } from '../people/about-me.ts'
import { allSignupsOf } from './signup-store.ts'

const mySignups: AboutMe = {
  id: 'signups',
  title: '活动报名',
  purpose: '给您留名额，让主办方知道谁来',
  basis: '提供您要的服务所必需（《个人信息保护法》第十三条第二项）',
  retention: '到您注销；注销后只剩人数，不再对得上是谁',
  async read(db, personId) {
    const rows = await allSignupsOf(db, personId)
    return rows.map(({ title, at, status }) => ({
      label: title,
      value: `${isoDay(at)} ${signupLabels[status]}`,
    }))
  },
}
export const activitiesAboutMe: readonly AboutMe[] = [mySignups]
