import type { Secrets } from '../platform/secrets.ts'
import { readingRoute, readRoutes } from './read-routes.ts'
import { staffRoutes } from './staff-routes.ts'

export const noticeRoutes = ({ secrets }: { secrets: Secrets }) => [
  ...readRoutes,
  readingRoute(secrets),
  ...staffRoutes,
]
