import { sayTime } from '@tmt/shared/time.ts'
import type { ReactNode } from 'react'
import { useNow } from '../../platform/clock.ts'
import { Refused, sayError, Unreachable } from '../../platform/errors.ts'
import { useOnline } from '../../platform/network'
import { Box } from '../Box'
import { Button } from '../Button'
import { Icon } from '../Icon'
import { Skeleton, type SkeletonProps } from '../Skeleton'
import { StateView, type StateViewProps } from '../StateView'
import styles from './index.module.scss'

/** What it reads off a result of react-query, paged or not. */
export type Answer<T> = {
  data: T | undefined
  error: Error | null
  isFetching: boolean
  /** Epoch milliseconds; 0 before the first answer. */
  dataUpdatedAt: number
  refetch: () => unknown
}
export type LoadedProps<T> = {
  query: Answer<T>
  skeleton?: SkeletonProps
  /** What to say when the answer holds nothing; null when it holds something. */
  empty?: (data: T) => Pick<StateViewProps, 'title' | 'text' | 'action'> | null
  /** The next step after a refusal, e.g. to sign in. Without it the refusal stands alone. */
  refused?: (error: Refused) => StateViewProps['action']
  children: (data: T) => ReactNode
}

/** One answer of the API in all of its five states. What was read before stays readable when a renewal fails. */
export function Loaded<T>({ query, skeleton, empty, refused, children }: LoadedProps<T>) {
  const { data, error, isFetching } = query
  const online = useOnline()
  const retry = () => void query.refetch()
  if (error instanceof Refused && error.status < 500 && error.status !== 429) {
    return (
      <StateView
        kind="refused"
        title={error.title}
        text={error.detail ?? undefined}
        action={refused?.(error)}
      />
    )
  }
  if (data === undefined) {
    if (error === null || isFetching) return <Skeleton {...skeleton} />
    const offline = error instanceof Unreachable
    return (
      <StateView
        kind={offline ? 'offline' : 'failed'}
        title={offline && !online ? '现在没有网络' : offline ? '没有连上网络' : '没能打开'}
        text={offline ? '连上网络后请再试一次，也可以打电话问。' : sayError(error)}
        action={{ label: '再试一次', onClick: retry }}
        phone
      />
    )
  }
  const nothing = empty?.(data) ?? null
  return (
    <>
      {(error !== null || !online) && (
        <Stale at={query.dataUpdatedAt} failed={error} busy={isFetching} onRetry={retry} />
      )}
      {nothing === null ? children(data) : <StateView kind="empty" {...nothing} />}
    </>
  )
}

type StaleProps = { at: number; failed: Error | null; busy: boolean; onRetry: () => void }
function Stale({ at, failed, busy, onRetry }: StaleProps) {
  const now = useNow()
  const why = failed === null || failed instanceof Unreachable ? '没有连上网络' : '没能更新'
  return (
    <Box className={styles.stale} role="status">
      <Icon name="offline" size={20} />
      <Box className={styles.words}>{`${why}，下面是 ${sayTime(at, now)} 读到的内容`}</Box>
      <Button kind="text" busy={busy} onClick={onRetry}>
        再试一次
      </Button>
    </Box>
  )
}
