import { modeLabels, ratingLabels } from '@tmt/shared/activities/checkin-labels.ts'
import { relationLabels } from '@tmt/shared/activities/children.ts'
import { signupLabels } from '@tmt/shared/activities/labels.ts'
import { isoDay } from '@tmt/shared/time.ts'
import type { AboutMe } from '../people/about-me.ts'
import { allRatingsOf } from './after-store.ts'
import { allAttendancesOf, allExcusesOf, forgetExcuses } from './attendance-store.ts'
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
const myAttendances: AboutMe = {
  id: 'attendances',
  title: '活动签到',
  purpose: '核对谁来了，没来的先问清原因；用定位签到时只比一比远近，位置不保存',
  basis: '提供您要的服务所必需（《个人信息保护法》第十三条第二项）',
  retention: '到您注销；注销后只剩人数，不再对得上是谁',
  async read(db, personId) {
    const [came, excused] = [await allAttendancesOf(db, personId), await allExcusesOf(db, personId)]
    return [
      ...came.map(({ title, how, at }) => ({ label: title, value: `${isoDay(at)} ${modeLabels[how]}` })),
      ...excused.map(({ title, reason, at }) => ({
        label: title,
        value: `${isoDay(at)} 没来，说明过原因：${reason}`,
      })),
    ]
  },
  erase: forgetExcuses,
}
const myRatings: AboutMe = {
  id: 'ratings',
  title: '活动满意不满意',
  purpose: '让社区知道活动办得怎么样；工作人员只看到合计',
  basis: '您自愿填写（《个人信息保护法》第十三条第一项）',
  retention: '到您注销；注销后只剩合计',
  async read(db, personId) {
    const rows = await allRatingsOf(db, personId)
    return rows.map(({ title, rating, at }) => ({
      label: title,
      value: `${isoDay(at)} ${ratingLabels[rating]}`,
    }))
  },
}
export const activitiesAboutMe: readonly AboutMe[] = [mySignups, myChildren, myAttendances, myRatings]
