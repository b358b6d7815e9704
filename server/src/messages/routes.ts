import { listAskable, recordSubscriptions, Template, unreadMessages } from '@tmt/shared/messages/contract.ts'
import {
  getPreferences,
  listMessages,
  readAllMessages,
  readMessage,
  setQuiet,
  setWants,
} from '@tmt/shared/messages/inbox-contract.ts'
import { specOf } from '@tmt/shared/messages/templates.ts'
import type { Person } from '../platform/actor.ts'
import type { WechatTemplates } from '../platform/config.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import { addSubscription, findPreferences, saveQuiet, saveWants } from './preference-store.ts'
import { countUnread, findMessage, listMine, markAllRead, markRead, PAGE } from './store.ts'
import { messageView } from './views.ts'

const everyone = () => true
/** What is mine needs no reading first: it is found by who asks. */
const myself = async (_db: unknown, _input: unknown, actor: Person) => actor

const inbox = [
  answer(listMessages, {
    load: myself,
    sees: everyone,
    async view({ db, actor, input }) {
      const rows = await listMine(db, actor.personId, input.cursor)
      const shown = rows.slice(0, PAGE)
      const next = rows.length > PAGE ? shown.at(-1)!.saying.id : null
      return { items: shown.map(messageView), next }
    },
  }),
  answer(unreadMessages, {
    load: myself,
    sees: everyone,
    view: async ({ db, actor }) => ({ unread: await countUnread(db, actor.personId) }),
  }),
  perform(readMessage, {
    load: (tx, { id }) => findMessage(tx, id),
    sees: (actor, message) => message.personId === actor.personId,
    may: everyone,
    async run({ tx, actor, subject, now }) {
      await markRead(tx, subject.id, now)
      return { unread: await countUnread(tx, actor.personId) }
    },
    audit: ({ id }) => ({ subject: id }),
  }),
  perform(readAllMessages, {
    load: myself,
    sees: everyone,
    may: everyone,
    async run({ tx, actor, input, now }) {
      await markAllRead(tx, actor.personId, input.upTo, now)
      return { unread: await countUnread(tx, actor.personId) }
    },
    audit: ({ upTo }, { personId }) => ({ subject: personId, details: { upTo } }),
  }),
]

const preferences = [
  answer(getPreferences, {
    load: myself,
    sees: everyone,
    view: ({ db, actor }) => findPreferences(db, actor.personId),
  }),
  perform(setWants, {
    load: myself,
    sees: everyone,
    may: everyone,
    async run({ tx, actor, input: { kind, ...wants } }) {
      await saveWants(tx, actor.personId, kind, wants)
      return findPreferences(tx, actor.personId)
    },
    audit: ({ kind, subscribe, sms }, { personId }) => ({
      subject: personId,
      details: { kind, subscribe, sms },
    }),
  }),
  perform(setQuiet, {
    load: myself,
    sees: everyone,
    may: everyone,
    async run({ tx, actor, input, refuse }) {
      if (input.on && input.from === input.to) return refuse('wholeDay')
      await saveQuiet(tx, actor.personId, input)
      return findPreferences(tx, actor.personId)
    },
    audit: ({ on, from, to }, { personId }) => ({ subject: personId, details: { on, from, to } }),
  }),
  perform(recordSubscriptions, {
    load: myself,
    sees: everyone,
    may: everyone,
    async run({ tx, actor, input, now }) {
      for (const template of new Set(input.accepted)) await addSubscription(tx, actor.personId, template, now)
      return { ok: true } as const
    },
    audit: ({ accepted }, { personId }) => ({ subject: personId, details: { accepted } }),
  }),
]

/** What WeChat may be asked for: what a template is offered for and the operator has entered. */
function askable(configured: WechatTemplates) {
  return Template.options.flatMap((template) => {
    const act = specOf(template).asksAt
    const wechatId = configured[template]?.id
    return act !== null && wechatId !== undefined ? [{ template, act, wechatId }] : []
  })
}

export function messageRoutes({ wechatTemplates }: { wechatTemplates: WechatTemplates }): Route[] {
  const items = askable(wechatTemplates)
  const ask = answer(listAskable, {
    load: async () => ({ items }),
    sees: everyone,
    view: async ({ subject }) => subject,
    cache: { keys: () => [] },
  })
  return [...inbox, ...preferences, ask]
}
