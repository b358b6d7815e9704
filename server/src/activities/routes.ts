import { readRoutes } from './read-routes.ts'
import { signupRoutes } from './signup-routes.ts'
import { staffRoutes } from './staff-routes.ts'

export const activityRoutes = [...readRoutes, ...signupRoutes, ...staffRoutes]
