import { problem } from '../platform/problem.ts'
import { type Cursor, PAGE } from './store.ts'

/** Cuts the extra row off and makes the cursor of the next page from the last one that stays. */
export function pageOf<T>(rows: T[], cursorOf: (row: T) => Cursor) {
  const items = rows.slice(0, PAGE)
  const last = items.at(-1)
  if (rows.length <= PAGE || !last) return { items, next: null }
  const { at, id } = cursorOf(last)
  return { items, next: `${at}.${id}` }
}
/** Null where a list begins. Throws a 422 when it is not one of ours. */
export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(text) ?? []
  if (!at || !id)
    throw problem('invalidInput', { fields: [{ path: 'cursor', message: '页码不对，请从头看起' }] })
  return { at: Number(at), id }
}
