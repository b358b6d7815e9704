import type { QueryClient } from '@tanstack/react-query'
import { DAY } from '@tmt/shared/time.ts'
import { forget, recall, remember } from './storage.ts'

const KEY = 'answers'
/** WeChat holds 1 MB a key and 10 MB in all; a browser about 5 MB. */
const MAX_CHARS = 200_000
const MAX_AGE = 14 * DAY
const PAUSE = 1_000

type Kept = { contracts: string; answers: { key: readonly unknown[]; data: unknown; at: number }[] }

/** Puts back what was read before, so that it stays readable offline; it is asked after again at once. */
export function restoreAnswers(client: QueryClient) {
  const kept = recall<Kept>(KEY)
  if (!kept) return
  if (kept.contracts !== CONTRACTS) return forget(KEY)
  const oldest = Date.now() - MAX_AGE
  for (const { key, data, at } of kept.answers)
    if (at > oldest) client.setQueryData(key, data, { updatedAt: at })
  // However young: what was kept is shown, never taken for what is.
  void client.invalidateQueries({ queryKey: ['public'], refetchType: 'none' })
}

/** Keeps public answers on this device, the newest first, up to a bound. What is mine or the staff's is never kept. */
export function keepAnswers(client: QueryClient) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return client.getQueryCache().subscribe((event) => {
    if (event.query.queryKey[0] !== 'public') return
    if (event.type !== 'updated' || event.action.type !== 'success') return
    clearTimeout(timer)
    timer = setTimeout(() => writeAnswers(client), PAUSE)
  })
}

export function writeAnswers(client: QueryClient) {
  const queries = client
    .getQueryCache()
    .findAll({ queryKey: ['public'], predicate: (q) => q.state.data !== undefined })
  queries.sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  const answers: Kept['answers'] = []
  let chars = 0
  for (const { queryKey, state } of queries) {
    const answer = { key: queryKey, data: state.data, at: state.dataUpdatedAt }
    chars += JSON.stringify(answer).length
    if (chars > MAX_CHARS) break
    answers.push(answer)
  }
  remember(KEY, { contracts: CONTRACTS, answers } satisfies Kept)
}
