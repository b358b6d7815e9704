import { listMessages } from '@tmt/shared/messages/inbox-contract.ts'
import type { TestHouse } from './house.ts'
import type { Somebody } from './somebody.ts'

/** What this person was told, the latest first. */
export async function toldTo(house: TestHouse, { token }: Pick<Somebody, 'token'>) {
  return (await house.ask(listMessages, {}, { token })).body.items
}
export async function titlesOf(house: TestHouse, who: Pick<Somebody, 'token'>) {
  return (await toldTo(house, who)).map(({ title }) => title)
}
