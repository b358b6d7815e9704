import { isoDay } from '@tmt/shared/time.ts'
import type { AboutMe } from '../people/about-me.ts'
import { allFilesOf, forgetUnused } from './store.ts'

const pictures: AboutMe = {
  id: 'files',
  title: '上传的图片',
  purpose: '放在您发布的内容里',
  basis: '提供您要的服务所必需（《个人信息保护法》第十三条第二项）',
  retention: '没用上的一天内删除，您注销时也删除；用上的跟着那条内容，注销后不再对得上是谁',
  async read(db, personId) {
    const rows = await allFilesOf(db, personId)
    return rows.map(({ at, width, height, about }) => ({
      label: isoDay(at),
      value: `${width}×${height} 像素，${about === null ? '没用上' : '用在一条内容里'}`,
    }))
  },
  erase: forgetUnused,
}
export const filesAboutMe: readonly AboutMe[] = [pictures]
