import type { MessageKind } from './contract.ts'

export type Spec = {
  kind: MessageKind
  title: string
  /** `{place}` is a text, `{startsAt}` an instant said as a time, `{startsAt~endsAt}` a span. */
  body: string
  /** What the blanks are filled from: texts, and instants in epoch milliseconds. Never a name or a number. */
  params: Readonly<Record<string, 'text' | 'instant'>>
  /**
   * `always`, or `soon`: when one of these instants is less than a day away. Urgent ones pass quiet hours, and go out
   * by SMS to people with WeChat, too.
   */
  urgent: 'always' | { soon: readonly string[] } | null
  /** Offered as a WeChat subscribe message: asked for at the tap of this act (a command's name), of three at most. */
  asksAt: string | null
  /** The text that an operator has approved; null where no SMS is ever sent. */
  sms: string | null
  /** The mini-program's page, up to the id of what it is about. */
  page: string
}
