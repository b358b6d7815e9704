import { isoDay } from '@tmt/shared/time.ts'
import type { AboutMe } from '../people/about-me.ts'
import { allOpinionsOf, forgetWriter } from './about-me-store.ts'

const mine: AboutMe = {
  id: 'opinions',
  title: '对泰民通的意见',
  purpose: '答复您，把泰民通改好',
  basis: '提供您要的服务所必需（《个人信息保护法》第十三条第二项）',
  retention: '意见留着；到您注销，和您的关联随即删除',
  async read(db, personId) {
    const rows = await allOpinionsOf(db, personId)
    return rows.map(({ at, text, answer, correction }) => ({
      label: isoDay(at),
      value: [text, answer && `答复：${answer}`, correction && `更正：${correction}`]
        .filter(Boolean)
        .join('；'),
    }))
  },
  erase: forgetWriter,
}
export const feedbackAboutMe: readonly AboutMe[] = [mine]
