import { dueAfter, isWeekday } from '@tmt/shared/residency/rules.ts'
import type { Route } from '../platform/endpoint.ts'
import type { Secrets } from '../platform/secrets.ts'
import { claimRoutes } from './claim-routes.ts'
import { doorRoutes } from './door-routes.ts'
import { residentRoutes, type ResidencyParts } from './resident-routes.ts'

type Given = { secrets: Secrets; dueAt?: ResidencyParts['dueAt'] }
/** Weekdays count as working days until a calendar of holidays is handed in as `dueAt`. */
export function residencyRoutes({ secrets, dueAt = (from) => dueAfter(from, isWeekday) }: Given): Route[] {
  const parts = { secrets, dueAt }
  return [...residentRoutes(parts), ...claimRoutes(parts), ...doorRoutes(parts)]
}
