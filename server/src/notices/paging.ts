import { problem } from '../platform/problem.ts'

/** Rows on a page of a list. */
export const PAGE = 20
/** The last row that was shown, by what its list is ordered by: rank where there is one, then time. */
export type Cursor = { rank: number; at: number; id: string }
/** Before the first row of a list that comes down from the highest. */
export const TOP: Cursor = { rank: 9, at: Number.MAX_SAFE_INTEGER, id: '' }

/** Cuts the extra row off and makes the cursor of the next page from the last one that stays. */
export function pageOf<T>(rows: T[], cursorOf: (row: T) => Cursor) {
  const items = rows.slice(0, PAGE)
  const last = items.at(-1)
  if (rows.length <= PAGE || !last) return { items, next: null }
  const { rank, at, id } = cursorOf(last)
  return { items, next: `${rank}.${at}.${id}` }
}

/** Where a list begins without one. Throws a 422 when it is not one of ours. */
export function readCursor(text: string | undefined): Cursor {
  if (text === undefined) return TOP
  const [, rank, at, id] = /^(\d)\.(\d{1,15})\.([0-9a-f-]{36})$/.exec(text) ?? []
  if (!rank || !at || !id)
    throw problem('invalidInput', { fields: [{ path: 'cursor', message: '页码不对，请从头看起' }] })
  return { rank: Number(rank), at: Number(at), id }
}
