import { channelLabels, kinds } from '@tmt/shared/messages/labels.ts'
import { fill } from '@tmt/shared/messages/rules.ts'
import { specOf } from '@tmt/shared/messages/templates.ts'
import { isoDay } from '@tmt/shared/time.ts'
import type { AboutMe } from '../people/about-me.ts'
import { allMessagesOf, forgetMessages } from './about-me-store.ts'
import { findPreferences } from './preference-store.ts'

const inbox: AboutMe = {
  id: 'messages',
  title: '我的消息',
  purpose: '把和您有关的事告诉您，让您查得到',
  basis: '提供您要的服务所必需（《个人信息保护法》第十三条第二项）',
  retention: '到您注销，随即删除',
  async read(db, personId) {
    const rows = await allMessagesOf(db, personId)
    return rows.map(({ at, saying }) => {
      const { title, body } = specOf(saying.template)
      return { label: `${isoDay(at)} ${title}`, value: fill(body, saying.params, saying.at) }
    })
  },
  erase: forgetMessages,
}
const choices: AboutMe = {
  id: 'messageChoices',
  title: '怎样提醒我',
  purpose: '照您选的方式提醒您，别的时候不打扰',
  basis: '提供您要的服务所必需（《个人信息保护法》第十三条第二项）',
  retention: '到您注销，随即删除',
  async read(db, personId) {
    const chosen = await findPreferences(db, personId)
    return chosen.kinds.flatMap(({ kind, ...wants }) =>
      kinds[kind].may.map((channel) => ({
        label: `${kinds[kind].title}：${channelLabels[channel]}`,
        value: wants[channel] ? '要' : '不要',
      })),
    )
  },
}
export const messagesAboutMe: readonly AboutMe[] = [inbox, choices]
