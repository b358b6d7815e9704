import type { Secrets } from '../platform/secrets.ts'
import { lifeRoutes } from './life-routes.ts'
import { proposalRoutes } from './proposal-routes.ts'
import { seriesRoutes } from './series-routes.ts'
import { phoneRoute, readRoutes } from './read-routes.ts'
import { signupRoutes } from './signup-routes.ts'
import { staffRoutes } from './staff-routes.ts'

export const activityRoutes = ({ secrets }: { secrets: Secrets }) => [
  ...readRoutes(secrets),
  phoneRoute(secrets),
  ...signupRoutes,
  ...staffRoutes(secrets),
  ...lifeRoutes(secrets),
  ...seriesRoutes,
  ...proposalRoutes(secrets),
]
