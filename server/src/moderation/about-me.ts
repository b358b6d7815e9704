import { kindLabels, partLabels, reasonLabels, stateLabels } from '@tmt/shared/moderation/labels.ts'
import { isoDay } from '@tmt/shared/time.ts'
import type { AboutMe } from '../people/about-me.ts'
import { allReportsOf, allWrittenBy, forgetWords } from './about-me-store.ts'

const basis = '履行法定义务（《网络安全法》第四十七条）'

const written: AboutMe = {
  id: 'written',
  title: '我发布的内容和检查结果',
  purpose: '不让违法有害的内容传播，让您知道原因、可以申诉',
  basis,
  retention: '内容在，检查结果就在；申诉的话在您注销时删除',
  async read(db, personId) {
    const rows = await allWrittenBy(db, personId)
    return rows.map(({ kind, part, changedAt, excerpt, state, appealText }) => ({
      label: `${isoDay(changedAt)} ${kindLabels[kind]}的${partLabels[part]}`,
      value: `${excerpt}（${stateLabels[state]}）${appealText ? `，您的申诉：${appealText}` : ''}`,
    }))
  },
  erase: forgetWords,
}
const reported: AboutMe = {
  id: 'reports',
  title: '我的举报',
  purpose: '让工作人员看您举报的内容；谁举报的不告诉任何人',
  basis,
  retention: '您写的话到您注销，随即删除；有过一次举报留着，不再对得上是谁',
  async read(db, personId) {
    const rows = await allReportsOf(db, personId)
    return rows.map(({ at, kind, reason, note }) => ({
      label: `${isoDay(at)} 举报${kindLabels[kind]}`,
      value: note === '' ? reasonLabels[reason] : `${reasonLabels[reason]}：${note}`,
    }))
  },
}
export const moderationAboutMe: readonly AboutMe[] = [written, reported]
