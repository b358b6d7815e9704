import { listPlaces, type Place } from '@tmt/shared/divisions/place-contract.ts'
import { levelOf } from '@tmt/shared/divisions/rules.ts'
import { useAsk } from '../../platform/queries.ts'

/** What a notice of this unit may name: the 小区 and the grids of a community, nothing of a unit above. */
export function useAudiencePlaces(division: string) {
  return useAsk(listPlaces, { communityId: division }, { enabled: levelOf(division) === 'community' })
}
export const namable = (places: readonly Place[]) =>
  places.filter(({ kind }) => kind === 'area' || kind === 'grid')
