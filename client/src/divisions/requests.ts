import { getDivision, type Division } from '@tmt/shared/divisions/contract.ts'
import { listChildren, searchDivisions } from '@tmt/shared/divisions/search-contract.ts'
import {
  addPlace,
  changePlace,
  closePlace,
  listPlaces,
  managedPlaces,
} from '@tmt/shared/divisions/place-contract.ts'
import { chooseCommunity } from '@tmt/shared/people/contract.ts'
import { keepCommunity } from '../platform/community.ts'
import { useKeepMe } from '../platform/me.ts'
import { askForNews } from '../platform/news.ts'
import { keyOf, useAsk, useCommand } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

/** A unit with the units above it and its counter's telephone. */
export function useDivision(code: string | undefined) {
  return useAsk(getDivision, { code: code ?? '' }, { enabled: code !== undefined })
}
export function useChildren(code: string) {
  return useAsk(listChildren, { code }, { hold: false })
}
/** Asked from one character on; the old hits stay while the next are asked for. */
export function useDivisionSearch(q: string) {
  return useAsk(searchDivisions, { q }, { enabled: q !== '', hold: true })
}

/** Keeps the choice with the account of whoever is signed in, and on this device for a guest. */
export function useChooseCommunity(onChosen: (community: Division) => void) {
  const signedIn = useSession((s) => s.token !== null)
  const keepMe = useKeepMe()
  const command = useCommand(chooseCommunity, {
    onDone: (me) => {
      keepMe(me)
      if (me.community) chosen(me.community)
    },
  })
  const chosen = (community: Division) => {
    keepCommunity(community)
    onChosen(community)
  }
  return {
    choose: (community: Division) => {
      if (!signedIn) return chosen(community)
      // At this tap: WeChat shows its question to a tap alone.
      void askForNews('people.chooseCommunity')
      command.mutate({ communityId: community.code })
    },
    busy: command.isPending,
    error: command.error,
  }
}

/** 小区, grids, buildings and groups of one community for its staff, those that are closed too. */
export function useManagedPlaces(communityId: string) {
  return useAsk(managedPlaces, { communityId })
}
const placeLists = [keyOf(managedPlaces), keyOf(listPlaces)]
export function useAddPlace(onDone: () => void) {
  return useCommand(addPlace, { changes: placeLists, onDone })
}
export function useChangePlace(onDone: () => void) {
  return useCommand(changePlace, { changes: placeLists, onDone })
}
export function useClosePlace(onDone: () => void) {
  return useCommand(closePlace, { changes: placeLists, onDone })
}
