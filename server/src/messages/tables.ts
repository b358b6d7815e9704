import {
  bool,
  choice,
  index,
  instant,
  int,
  json,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '../platform/dialect.ts'
import { About, Channel, MessageKind, Template } from '@tmt/shared/messages/contract.ts'
import type { Params } from '@tmt/shared/messages/templates.ts'
import { persons } from '../people/tables.ts'

/** What is told, once, to however many people: a template and what stands in its blanks. */
export const sayings = table(
  'sayings',
  {
    id: text().primaryKey(),
    /** The same thing is told once, however often it is reported. */
    key: text().notNull(),
    template: choice(Template.options).notNull(),
    params: json<Params>().notNull(),
    aboutKind: choice(About.shape.kind.options),
    aboutId: text(),
    urgent: bool().notNull(),
    at: instant().notNull(),
    /** To whom, where a job spreads it: the name of an audience, and of what. */
    audience: text(),
    audienceOf: text(),
    /** The last person whom the spreading has come to. */
    spreadTo: text().notNull().default(''),
  },
  (t) => [uniqueIndex('sayings_key').on(t.key)],
)

/**
 * One person's copy: the inbox, which is the record. Without references to persons and sayings: what is told to a
 * city would lock and look up two rows for each copy, and every statement that writes or reads joins them anyway.
 */
export const messages = table(
  'messages',
  {
    id: text().primaryKey(),
    personId: text().notNull(),
    sayingId: text().notNull(),
    at: instant().notNull(),
    readAt: instant(),
  },
  // The ids of sayings grow with time: by this one index each is told once, and the inbox is in order.
  (t) => [uniqueIndex('messages_inbox').on(t.personId, t.sayingId)],
)

/** How a message fared on one of the ways beside the inbox. */
export const deliveries = table(
  'deliveries',
  {
    messageId: text()
      .notNull()
      .references(() => messages.id),
    channel: choice(Channel.options).notNull(),
    /** `sending` was handed over, and nobody has written down yet how that ended. */
    state: choice(['queued', 'sending', 'sent', 'failed', 'skipped']).notNull(),
    /** Why it failed, was skipped or waits: one word. */
    why: text(),
    tries: int().notNull().default(0),
    at: instant().notNull(),
    providerId: text(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.channel] }), index('deliveries_at').on(t.at)],
)

/** How many messages of a template WeChat still takes for a person: one for each time that they agreed. */
export const subscriptions = table(
  'subscriptions',
  {
    personId: text()
      .notNull()
      .references(() => persons.id),
    template: choice(Template.options).notNull(),
    left: int().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.template] })],
)

/** What somebody chose for a kind of message; without a row everything is wanted. */
export const messageWants = table(
  'message_wants',
  {
    personId: text()
      .notNull()
      .references(() => persons.id),
    kind: choice(MessageKind.options).notNull(),
    subscribe: bool().notNull(),
    sms: bool().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind] })],
)

/** Hours that somebody chose instead of everybody's; minutes of the day. */
export const quietHours = table('quiet_hours', {
  personId: text()
    .primaryKey()
    .references(() => persons.id),
  isOn: bool().notNull(),
  fromMinute: int().notNull(),
  toMinute: int().notNull(),
})
