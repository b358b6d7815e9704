import { type Home, namesHome } from '@tmt/shared/notices/audience-rules.ts'
import { useLivedIn } from '../../platform/homes.ts'

type Narrowed = { places: readonly { code: string }[] }
/**
 * Where the reader lives in this community, and what is for there is found out on the reader's own device: the list
 * of notices is the same for everybody, and the server is asked for the reader's own homes only where one names a place.
 */
export function useHomesAt(division: string | undefined, notices: readonly Narrowed[]): readonly Home[] {
  const mine = useLivedIn(notices.some(({ places }) => places.length > 0))
  return mine.filter(({ communityId }) => communityId === division)
}
/** Whether it is said to the reader that it is for where they live. */
export const isForMe = (n: Narrowed, homes: readonly Home[]) => namesHome(n, homes) === true
