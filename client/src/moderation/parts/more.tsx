import { Button } from '../../ui/Button'

type Props = { query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown } }

/** The rest of a list, on demand. */
export function More({ query }: Props) {
  if (!query.hasNextPage) return null
  return (
    <Button kind="secondary" block busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      再看一些
    </Button>
  )
}
