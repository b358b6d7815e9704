import { activityEndpoints } from './activities/contract.ts'
import { divisionEndpoints } from './divisions/contract.ts'
import { placeEndpoints } from './divisions/place-contract.ts'
import { peopleEndpoints } from './people/contract.ts'
import { relativeEndpoints } from './people/relatives.ts'
import { residentEndpoints } from './residency/contract.ts'
import { claimEndpoints } from './residency/staff-contract.ts'
import { getSettings } from './settings/contract.ts'

/** The whole API, in one table. Routes, the OpenAPI document and the clients' types come from it. */
export const api = [
  getSettings,
  ...divisionEndpoints,
  ...peopleEndpoints,
  ...activityEndpoints,
  ...placeEndpoints,
  ...relativeEndpoints,
  ...residentEndpoints,
  ...claimEndpoints,
] as const
