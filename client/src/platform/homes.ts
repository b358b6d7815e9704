import { useQuery } from '@tanstack/react-query'
import { useSession } from './session.ts'

/** A home by the 小区 and the grid that it lies in; of several communities perhaps. */
export type LivedIn = { communityId: string; area: string | null; grid: string | null }

let source = (): Promise<readonly LivedIn[]> => Promise.resolve([])
/** Called once by app.tsx: who knows the homes tells them, without the platform or another feature knowing whom to ask. */
export function homesFrom(told: typeof source) {
  source = told
}
/** The homes of whoever is signed in; nobody's for a guest, and as long as they are not known. Kept by no device. */
export function useLivedIn(enabled: boolean): readonly LivedIn[] {
  const signedIn = useSession((s) => s.token !== null)
  const { data } = useQuery({
    queryKey: ['me', 'homes'],
    queryFn: () => source(),
    enabled: enabled && signedIn,
  })
  return (signedIn ? data : undefined) ?? []
}
