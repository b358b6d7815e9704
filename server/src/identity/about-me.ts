import { fieldLabels, outcomeLabels, providerLabels } from '@tmt/shared/identity/labels.ts'
import { retention } from '@tmt/shared/people/retention.ts'
import { isoDay } from '@tmt/shared/time.ts'
import type { AboutMe } from '../people/about-me.ts'
import { revealsOf } from './reveal-store.ts'
import { dropAttempts, findIdentity, forgetIdentity } from './store.ts'

const verified: AboutMe = {
  id: 'identity',
  title: '实名',
  purpose: '确认是您本人，一人只登记一次',
  basis: '您的单独同意（《个人信息保护法》第十三条第一项、第二十九条）',
  retention: '到您撤回同意或注销，随即删除',
  async read(db, personId) {
    const identity = await findIdentity(db, personId)
    if (!identity) return []
    return [
      { label: '姓名', value: identity.nameMask ?? '核验平台没有提供' },
      { label: '身份证号', value: identity.numberMask ?? '没有收集' },
      { label: '怎样核验的', value: providerLabels[identity.provider] },
      { label: '哪天核验的', value: isoDay(identity.verifiedAt) },
    ]
  },
  async erase(tx, personId) {
    await forgetIdentity(tx, personId)
    await dropAttempts(tx, personId)
  },
}
const looks: AboutMe = {
  id: 'reveals',
  title: '谁看过我的完整信息',
  purpose: '让您知道谁、为什么看过，也供复核',
  basis: '履行法定义务（《个人信息保护法》第五十一条）',
  retention: `${retention.reveals.years} 年；注销后不再对得上是谁`,
  async read(db, personId) {
    const rows = await revealsOf(db, personId)
    return rows.map(({ at, communityName, by, field, reason, outcome }) => ({
      label: `${isoDay(at)} ${communityName}`,
      value: `${by}看了${fieldLabels[field]}，理由：${reason}（${outcome === null ? '等复核' : `复核：${outcomeLabels[outcome]}`}）`,
    }))
  },
}
export const identityAboutMe: readonly AboutMe[] = [verified, looks]
