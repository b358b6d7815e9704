import { isoDay } from '@tmt/shared/time.ts'
import type { AboutMe } from '../people/about-me.ts'
import { forgetReportsOf, reportsOf } from './about-me-store.ts'

const reports: AboutMe = {
  id: 'organizationReports',
  title: '您说打不通的电话',
  purpose: '让社区去核对，同一个人不重复计',
  basis: '提供您要的服务所必需（《个人信息保护法》第十三条第二项）',
  retention: '到社区核对过这个电话，或到您注销，随即删除',
  async read(db, personId) {
    const rows = await reportsOf(db, personId)
    return rows.map(({ at, name }) => ({ label: isoDay(at), value: name }))
  },
  erase: forgetReportsOf,
}
export const organizationsAboutMe: readonly AboutMe[] = [reports]
