import { getSettings } from '@tmt/shared/settings/contract.ts'
import { aboutMe } from './about-me.ts'
import { activityRoutes } from './activities/routes.ts'
import { divisionRoutes } from './divisions/routes.ts'
import type { RealNameGateway } from './gateways/real-name/gateway.ts'
import { identityRoutes } from './identity/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import type { SignInParts } from './people/sign-in.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { answer, type Route } from './platform/endpoint.ts'

export type RouteParts = SignInParts & {
  realName: RealNameGateway | null
  demo: boolean
  filingNumber: string | null
}

/** Every route of the product; the contract table in shared names the same ones (a test compares them). */
export function createRoutes(parts: RouteParts): Route[] {
  const { demo, filingNumber } = parts
  const settings = answer(getSettings, {
    load: async () => ({ demo, filingNumber }),
    sees: () => true,
    view: async ({ subject }) => subject,
    cache: { keys: () => [] },
  })
  return [
    settings,
    ...divisionRoutes,
    ...peopleRoutes(parts),
    ...activityRoutes(parts),
    ...identityRoutes(parts),
    ...privacyRoutes(aboutMe),
  ]
}
