import type { Message } from '@tmt/shared/messages/inbox-contract.ts'
import { fill } from '@tmt/shared/messages/rules.ts'
import { specOf } from '@tmt/shared/messages/templates.ts'
import type { Mine } from './store.ts'

/** A message in words. */
export function messageView({ message, saying }: Mine): Message {
  const { template, aboutKind, aboutId } = saying
  const { title, body } = specOf(template)
  return {
    id: message.id,
    template,
    title,
    body: fill(body, saying.params, saying.at),
    urgent: saying.urgent,
    about: aboutKind && aboutId ? { kind: aboutKind, id: aboutId } : null,
    at: message.at,
    readAt: message.readAt,
  }
}
