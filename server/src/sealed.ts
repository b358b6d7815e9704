import { sealedChildren } from './activities/children-store.ts'
import { sealedUndoCodes, sealedWards } from './helping/reseal-store.ts'
import { sealedIdentities } from './identity/reseal-store.ts'
import { sealedPhones, sealedRelatives } from './people/reseal-store.ts'
import type { Sealed } from './platform/reseal.ts'
import { sealedDoors } from './residency/reseal-store.ts'

/** All columns that hold sealed text for longer than a day: `npm run rotate-keys` goes through them. */
export const sealed: readonly Sealed[] = [
  sealedPhones,
  sealedRelatives,
  sealedIdentities,
  sealedDoors,
  sealedChildren,
  sealedWards,
  sealedUndoCodes,
]
