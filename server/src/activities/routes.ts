import { admitRoute } from './admit-route.ts'
import { afterRoutes } from './after-routes.ts'
import { candidateRoute } from './candidate-routes.ts'
import { checkinRoutes } from './checkin-routes.ts'
import { checkinStaffRoutes } from './checkin-staff-routes.ts'
import { childrenRoutes } from './children-routes.ts'
import { lifeRoutes } from './life-routes.ts'
import type { Ports } from './participants.ts'
import { proposalRoutes } from './proposal-routes.ts'
import { seriesRoutes } from './series-routes.ts'
import { phoneRoute, readRoutes } from './read-routes.ts'
import { signupRoutes } from './signup-routes.ts'
import { staffRoutes } from './staff-routes.ts'

export const activityRoutes = (ports: Ports) => [
  ...readRoutes(ports.secrets),
  phoneRoute(ports.secrets),
  ...signupRoutes(ports),
  candidateRoute(ports),
  ...childrenRoutes(ports.secrets),
  admitRoute,
  ...staffRoutes(ports.secrets),
  ...lifeRoutes(ports.secrets),
  ...seriesRoutes,
  ...proposalRoutes(ports.secrets),
  ...checkinRoutes(ports.secrets),
  ...checkinStaffRoutes(ports.secrets),
  ...afterRoutes,
]
