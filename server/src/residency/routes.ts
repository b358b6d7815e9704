import type { Route } from '../platform/endpoint.ts'
import { claimRoutes } from './claim-routes.ts'
import { doorRoutes } from './door-routes.ts'
import { seatRoutes } from './seat-routes.ts'
import { seatStaffRoutes } from './seat-staff-routes.ts'
import { residentRoutes, type ResidencyParts } from './resident-routes.ts'

export function residencyRoutes(parts: ResidencyParts): Route[] {
  return [
    ...residentRoutes(parts),
    ...claimRoutes(parts),
    ...doorRoutes(parts),
    ...seatRoutes(parts),
    ...seatStaffRoutes(parts),
  ]
}
