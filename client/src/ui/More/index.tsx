import { Button } from '../Button'

type Props = { query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown } }

/** The rest of a list: on demand, so that the phone numbers at the page's end stay within reach. */
export function More({ query }: Props) {
  if (!query.hasNextPage) return null
  return (
    <Button kind="secondary" block busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      再看一些
    </Button>
  )
}
