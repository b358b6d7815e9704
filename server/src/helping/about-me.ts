import { api } from '@tmt/shared/api.ts'
import { kinshipLabels } from '@tmt/shared/helping/labels.ts'
import { retention } from '@tmt/shared/people/retention.ts'
import { isoDay } from '@tmt/shared/time.ts'
import type { AboutMe } from '../people/about-me.ts'
import { allActsFor, allHelpsOf, forgetWard } from './store.ts'

/** An act by the words of its contract. */
const summaryOf = (action: string) => api.find(({ name }) => name === action)?.summary ?? action

const mine: AboutMe = {
  id: 'helps',
  title: '帮家人办',
  purpose: '让家人或工作人员能替您办，也让您查得到、能撤销',
  basis: '您的同意（《个人信息保护法》第十三条第一项）',
  retention: `随时可以结束；替办的记录 ${retention.helpedActs.years} 年，注销后不再对得上是谁`,
  async read(db, personId) {
    const rows = await allHelpsOf(db, personId)
    return rows.map(({ helperId, kinship, beganAt, endedAt, adultAt, guardianAgreedAt }) => ({
      label: helperId === personId ? '我帮别人' : '别人帮我',
      value: [
        kinshipLabels[kinship],
        `${isoDay(beganAt)} 开始`,
        endedAt === null ? '' : `${isoDay(endedAt)} 结束`,
        // To the ward alone: the day is theirs.
        adultAt === null || helperId === personId
          ? ''
          : `${isoDay(adultAt)} 满 18 周岁（照出生日期算，加密保存）`,
        guardianAgreedAt === null ? '' : `${isoDay(guardianAgreedAt)} 监护人单独同意`,
      ]
        .filter(Boolean)
        .join('，'),
    }))
  },
  erase: forgetWard,
}
const acts: AboutMe = {
  id: 'helpedActs',
  title: '别人替我办过的事',
  purpose: '让您查得到谁替您办了什么，能撤销',
  basis: '您的同意（《个人信息保护法》第十三条第一项）',
  retention: `${retention.helpedActs.years} 年，注销后不再对得上是谁`,
  async read(db, personId) {
    const rows = await allActsFor(db, personId)
    return rows.map(({ action, at, undoneAt }) => ({
      label: isoDay(at),
      value: `${summaryOf(action)}${undoneAt === null ? '' : `，${isoDay(undoneAt)} 撤销`}`,
    }))
  },
}
export const helpingAboutMe: readonly AboutMe[] = [mine, acts]
