import { bundle } from '../bundle.ts'
import { readProject } from '../compile/project.ts'
import { compileTemplates } from '../compile/templates.ts'
import { Realm } from '../realm.ts'
import type { FromService, ToView } from '../wire.ts'

export type Seen = {
  realm: Realm
  /** What a client would be told: exceptions and logs. */
  exceptions: string[]
  /** The client's request, answered. */
  ask: (method: string, params?: Record<string, unknown>) => Promise<unknown>
}

/** The app's realm with a view that draws nothing and answers at once: enough for what goes wrong in the app. */
export async function startRealm(project: string): Promise<Seen> {
  const read = readProject(project)
  const exceptions: string[] = []
  const replies = new Map<number, (message: Extract<FromService, { to: 'reply' }>) => void>()
  const answerView = (message: ToView) => {
    if (message.kind !== 'ask') return
    const reply = { from: 'view', message: { kind: 'answer', id: message.id, value: null } }
    setImmediate(() => realm.receive(JSON.stringify(reply)))
  }
  const post = (text: string) => {
    const message = JSON.parse(text) as FromService
    if (message.to === 'view') answerView(message.message)
    if (message.to === 'reply') replies.get(message.id)?.(message)
    if (message.to === 'client' && message.method === 'App.exceptionThrown')
      exceptions.push((message.params as { message: string }).message)
  }
  const realm = new Realm({
    project: read,
    templates: compileTemplates(read).source,
    service: await bundle('service'),
    post,
    print: () => undefined,
  })
  let asked = 0
  const ask = (method: string, params: Record<string, unknown> = {}) =>
    new Promise((resolve, reject) => {
      const id = (asked += 1)
      replies.set(id, ({ result, error }) =>
        error === undefined ? resolve(result) : reject(new Error(error)),
      )
      realm.receive(JSON.stringify({ from: 'client', id, method, params }))
    })
  return { realm, exceptions, ask }
}
