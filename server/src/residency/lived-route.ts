import type { Status } from '@tmt/shared/residency/contract.ts'
import { livedIn } from '@tmt/shared/residency/lived-contract.ts'
import { findPlace } from '../divisions/place-store.ts'
import { answer } from '../platform/endpoint.ts'
import { residenciesOf } from './store.ts'

/** As long as somebody says to live there and nobody has denied it. */
const lived: readonly Status[] = ['pending', 'needMore', 'verified']

export const livedRoute = answer(livedIn, {
  load: async (_db, input) => input,
  sees: () => true,
  async view({ db, actor }) {
    const homes = (await residenciesOf(db, actor.personId)).filter(({ status }) => lived.includes(status))
    const places = await Promise.all(homes.map(({ placeCode }) => findPlace(db, placeCode)))
    const items = places.flatMap((place) =>
      place ? [{ communityId: place.communityId, area: place.areaCode, grid: place.gridCode }] : [],
    )
    return { items }
  },
})
