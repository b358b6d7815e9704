import type { Route } from '../platform/endpoint.ts'
import { counterRoutes } from './counter-routes.ts'
import { onlineRoutes, type OnlineParts } from './online-routes.ts'
import { revealRoutes } from './reveal-routes.ts'

export function identityRoutes(parts: OnlineParts): Route[] {
  return [...onlineRoutes(parts), ...counterRoutes(parts), ...revealRoutes(parts)]
}
