import { getDivision } from '@tmt/shared/divisions/contract.ts'
import { useCommunity } from './community.ts'
import { useAsk } from './queries.ts'

/** The counter that helps in person: whose it is, its telephone, where it is; null as long as nobody entered them. */
export type Desk = { answeredBy: string | null; phone: string | null; counter: string | null }

/** The counter of a community; of the one that this person looks at when none is named. */
export function useDesk(code?: string): Desk {
  const community = useCommunity()
  const of = code ?? community?.code
  const { data } = useAsk(getDivision, { code: of ?? '' }, { enabled: of !== undefined })
  return {
    answeredBy: data?.answeredBy?.name ?? null,
    phone: data?.phone ?? null,
    counter: data?.counter ?? null,
  }
}
