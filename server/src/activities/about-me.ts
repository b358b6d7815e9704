import { relationLabels } from '@tmt/shared/activities/children.ts'
import { signupLabels } from '@tmt/shared/activities/labels.ts'
import { isoDay } from '@tmt/shared/time.ts'
import type { AboutMe } from '../people/about-me.ts'
import { childrenOf, forgetChildren } from './children-store.ts'
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
const myChildren: AboutMe = {
  id: 'children',
  title: '登记的孩子',
  purpose: '替没有账号的孩子报名，核对年龄',
  basis: '监护人的同意，未满 14 周岁的单独同意（《个人信息保护法》第三十一条）',
  retention: '到您删去或注销，随即删除；姓名和生日加密保存',
  async read(db, personId) {
    const rows = await childrenOf(db, personId)
    // Name and birthday are sealed here as everywhere; the guardian reads them on the page of signing up.
    return rows.map(({ relation, consentAt, consentVersion }) => ({
      label: `和您的关系：${relationLabels[relation]}`,
      value: `${isoDay(consentAt)} 同意（${consentVersion} 版）`,
    }))
  },
  erase: forgetChildren,
}
export const activitiesAboutMe: readonly AboutMe[] = [mySignups, myChildren]
