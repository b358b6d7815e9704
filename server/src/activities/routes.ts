import type { Secrets } from '../platform/secrets.ts'
import { afterRoutes } from './after-routes.ts'
import { checkinRoutes } from './checkin-routes.ts'
import { checkinStaffRoutes } from './checkin-staff-routes.ts'
import { phoneRoute, readRoutes } from './read-routes.ts'
import { signupRoutes } from './signup-routes.ts'
import { staffRoutes } from './staff-routes.ts'

export const activityRoutes = ({ secrets }: { secrets: Secrets }) => [
  ...readRoutes(secrets),
  phoneRoute(secrets),
  ...signupRoutes,
  ...staffRoutes(secrets),
  ...checkinRoutes(secrets),
  ...checkinStaffRoutes(secrets),
  ...afterRoutes,
]
