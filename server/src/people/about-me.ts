import { consentChannels, purposes } from '@tmt/shared/people/consent.ts'
import { roleLabels } from '@tmt/shared/people/labels.ts'
import { relationLabels } from '@tmt/shared/people/relatives.ts'
import { retention } from '@tmt/shared/people/retention.ts'
import { isoDay } from '@tmt/shared/time.ts'
import { findDivision } from '../divisions/store.ts'
import type { Read, Write } from '../platform/store.ts'
import { consentsOf } from './consent-store.ts'
import { sessionsOf } from './session-store.ts'
import { forgetRelatives, relativesOf } from './relatives-store.ts'
import { findPerson, grantsOf } from './store.ts'

type Rows = { label: string; value: string }[]
/**
 * One part of what a feature stores about a person: why, on what basis, how long (《个人信息保护法》第十七条), how it is
 * read to that person, and what becomes of it when the account is erased. All of them are in server/src/about-me.ts.
 */
export type AboutMe = {
  id: string
  title: string
  purpose: string
  basis: string
  retention: string
  /** Numbers masked, here as everywhere. */
  read: (db: Read, personId: string, now: number) => Promise<Rows>
  /** Runs in the unit in which the person is erased. */
  erase?: (tx: Write, personId: string, now: number) => Promise<void>
}

const account: AboutMe = {
  id: 'account',
  title: '账号',
  purpose: '登录，和您联系',
  basis: '提供您要的服务所必需（《个人信息保护法》第十三条第二项）',
  retention: '到您注销；注销后 15 天内删除',
  async read(db, personId, now) {
    const person = (await findPerson(db, personId))!
    const community = person.communityId ? await findDivision(db, person.communityId) : undefined
    const roles = await grantsOf(db, personId, now)
    return [
      { label: '手机号', value: person.phoneMask },
      { label: '称呼', value: person.name ?? '没有填' },
      { label: '我的村（社区）', value: community?.name ?? '没有选' },
      { label: '从哪天开始', value: isoDay(person.createdAt) },
      ...roles.map(({ role, division, until }) => ({
        label: '身份',
        value: `${division.name}${roleLabels[role]}${until === null ? '' : `，到 ${isoDay(until)}`}`,
      })),
    ]
  },
}
const devices: AboutMe = {
  id: 'devices',
  title: '登录着的设备',
  purpose: '保持登录，让您看得出是不是本人',
  basis: '账号安全（《网络安全法》）',
  retention: '30 天不用，或退出登录，就删除',
  async read(db, personId, now) {
    const rows = await sessionsOf(db, personId, now)
    return rows.map(({ device, createdAt, usedAt }) => ({
      label: device,
      value: `${isoDay(createdAt)} 登录，最近用 ${isoDay(usedAt)}`,
    }))
  },
}
const agreements: AboutMe = {
  id: 'consents',
  title: '同意的记录',
  purpose: '证明您同意过什么、什么时候撤回的',
  basis: '履行法定义务（《个人信息保护法》第十四条、第十五条）',
  retention: `结束以后 ${retention.consents.years} 年；注销后不再对得上是谁`,
  async read(db, personId) {
    const rows = await consentsOf(db, personId)
    return rows.map(({ purpose, at, channel, version, revokedAt }) => ({
      label: purposes[purpose].title,
      value: `${isoDay(at)} ${consentChannels[channel]}同意（${version} 版）${revokedAt === null ? '' : `，到 ${isoDay(revokedAt)} 为止`}`,
    }))
  },
}
const kin: AboutMe = {
  id: 'relatives',
  title: '申报的亲属',
  purpose: '工作人员不经手亲属的事',
  basis: '履行法定职责所必需（《个人信息保护法》第十三条第三项）',
  retention: '到您删去或注销，随即删除；手机号加密保存',
  async read(db, personId) {
    const { items } = await relativesOf(db, personId)
    return items.map(({ relation, phone }) => ({ label: relationLabels[relation], value: phone }))
  },
  erase: forgetRelatives,
}
const audit: AboutMe = {
  id: 'audit',
  title: '操作审计',
  purpose: '查得清谁办了什么，防止冒用',
  basis: '法律要求留存（《网络安全法》第二十三条）',
  retention: `${retention.audit.years} 年，注销后也保留；里面没有您的姓名、手机号和身份证号`,
  read: async () => [{ label: '记什么', value: '办了哪一件事、什么时候、办成没有' }],
}
export const peopleAboutMe: readonly AboutMe[] = [account, devices, agreements, kin, audit]
