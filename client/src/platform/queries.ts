import {
  focusManager,
  keepPreviousData,
  onlineManager,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import type { Command, Input, Output, Query } from '@tmt/shared/contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { keepAnswers, restoreAnswers } from './answers.ts'
import { call } from './call.ts'
import { isUnsettled, Unreachable } from './errors.ts'
import { onHelping } from './helping.ts'
import { keyFor, settle } from './intentions.ts'
import { watchNetwork } from './network'
import { onLeave } from './session.ts'

/** Audience first: leaving drops everything personal by one prefix, and what may be kept on the device is plain. */
export function keyOf<E extends Query>(endpoint: E, input?: Input<E>) {
  const head = [endpoint.audience, endpoint.name] as const
  return input === undefined ? head : ([...head, input] as const)
}

export function makeQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A request without a network fails at once and says so, instead of waiting in silence.
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 20_000,
        gcTime: DAY,
        retry: (count, error) => error instanceof Unreachable && count < 1,
        retryDelay: 800,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
export const queryClient = makeQueryClient()

/** Called once by app.tsx. */
export function startQueries() {
  restoreAnswers(queryClient)
  keepAnswers(queryClient)
  onLeave(() => {
    queryClient.removeQueries({ queryKey: ['me'] })
    queryClient.removeQueries({ queryKey: ['staff'] })
  })
  // What is mine is somebody else's from here on.
  onHelping(() => void queryClient.resetQueries({ queryKey: ['me'] }))
  onlineManager.setEventListener(() => undefined)
  watchNetwork((online) => onlineManager.setOnline(online))
  // A browser tells by itself; in WeChat the app comes and goes.
  if (process.env.TARO_ENV !== 'h5') {
    Taro.onAppShow(() => focusManager.setFocused(true))
    Taro.onAppHide(() => focusManager.setFocused(false))
  }
}

type AskOptions = {
  enabled?: boolean
  /** The old answer stays while a changed question is asked. */ hold?: boolean
}

/** One answer of the API. */
export function useAsk<E extends Query>(
  endpoint: E,
  input: Input<E>,
  { enabled = true, hold = false }: AskOptions = {},
) {
  return useQuery<Output<E>>({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    enabled,
    ...(hold ? { placeholderData: keepPreviousData } : {}),
  })
}

type Page = { items: unknown[]; next: string | null }
type PagedInput<E extends Query> = Omit<Input<E>, 'cursor'>

/** A list that comes in pages. `data.pages` holds the answers, `fetchNextPage` asks for more. */
export function usePages<E extends Query>(
  endpoint: Output<E> extends Page ? E : never,
  input: PagedInput<E>,
  { enabled = true, hold = false }: AskOptions = {},
) {
  const query: Query = endpoint
  return useInfiniteQuery<Output<E>, Error, InfiniteData<Output<E>>, readonly unknown[], string | undefined>({
    queryKey: [query.audience, query.name, input, 'pages'],
    queryFn: async ({ signal, pageParam }) =>
      (await call(query, { ...input, cursor: pageParam }, { signal })) as Output<E>,
    initialPageParam: undefined,
    getNextPageParam: (last) => (last as Page).next ?? undefined,
    enabled,
    // Each reading of protected data is written down: it isn't repeated by the way.
    ...(query.audited ? { staleTime: Infinity, refetchOnReconnect: false } : {}),
    ...(hold ? { placeholderData: keepPreviousData } : {}),
  })
}

/** The rows of all pages read so far. */
export function rowsOf<T>(data: { pages: readonly { items: readonly T[] }[] }) {
  return data.pages.flatMap((page) => page.items)
}

/** Whatever is done may be what was waited for; features don't know of these lists, which stand above them. */
const waiting = [
  ['staff', 'workbench.due'],
  ['staff', 'workbench.scope'],
  ['me', 'home.mine'],
  ['me', 'homes'],
  ['public', 'home.open'],
] as const

type CommandOptions<E extends Command> = {
  onDone?: (output: Output<E>, input: Input<E>) => void
  /** Queries whose answers this changes: heads of keys, as keyOf gives them. */
  changes?: readonly (readonly unknown[])[]
}

/**
 * A change. Its idempotency key stays the same as long as its outcome is unknown, also when the page was left
 * meanwhile, so that pressing again after a lost answer does nothing twice. Another input is another intention.
 */
export function useCommand<E extends Command>(endpoint: E, { onDone, changes = [] }: CommandOptions<E> = {}) {
  const client = useQueryClient()
  const renew = () => {
    for (const queryKey of [...changes, ...waiting]) void client.invalidateQueries({ queryKey })
  }
  return useMutation<Output<E>, Error, Input<E>>({
    mutationKey: [endpoint.name],
    mutationFn: (input) => call(endpoint, input, { idempotencyKey: keyFor(endpoint, input) }),
    onSuccess: (output, input) => {
      settle(endpoint, input)
      renew()
      onDone?.(output, input)
    },
    onError: (error, input) => {
      if (isUnsettled(error)) return
      settle(endpoint, input)
      // What was on the screen did not fit any more: full meanwhile, changed by a colleague.
      renew()
    },
  })
}
