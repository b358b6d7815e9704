import { getSettings } from '@tmt/shared/settings/contract.ts'
import { aboutMe } from './about-me.ts'
import { activityServing } from './activities/downloads.ts'
import { activityRoutes } from './activities/routes.ts'
import { standingOf } from './activities/standing-store.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { helpingRoutes } from './helping/routes.ts'
import { helpedActs } from './helped.ts'
import { knownOf } from './identity/known.ts'
import { bornOn, registeredAt } from './identity/store.ts'
import { divisionRoutes } from './divisions/routes.ts'
import { fileRoutes, fileServing, type FileParts } from './files/routes.ts'
import { messageRoutes } from './messages/routes.ts'
import { homeRoutes } from './home/routes.ts'
import { noticeRoutes } from './notices/routes.ts'
import type { RealNameGateway } from './gateways/real-name/gateway.ts'
import { identityRoutes } from './identity/routes.ts'
import { moderationRoutes } from './moderation/routes.ts'
import { feedbackRoutes } from './feedback/routes.ts'
import { organizationRoutes } from './organizations/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import type { SignInParts } from './people/sign-in.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { answer, type DownloadRoute, type Route } from './platform/endpoint.ts'
import type { Read } from './platform/store.ts'
import { workbenchRoutes } from './workbench/routes.ts'
import { placeRoutes } from './divisions/place-routes.ts'
import { relativeRoutes } from './people/relatives-routes.ts'
import { householdIdOf, householdMembersOf } from './residency/household-store.ts'
import { residencyRoutes } from './residency/routes.ts'
import { subjects } from './reactions.ts'

export type RouteParts = SignInParts &
  FileParts &
  Parameters<typeof messageRoutes>[0] & {
    realName: RealNameGateway | null
    demo: boolean
    operatorName: string | null
    filingNumber: string | null
  }

/** What signing up asks of residency and identity. */
const activityPorts = ({ secrets }: RouteParts) => ({
  householdIdOf,
  membersOf: householdMembersOf,
  knownOf: (db: Read, personId: string) => knownOf(db, secrets, personId),
  standingOf,
})

/** Every route of the product; the contract table in shared names the same ones (a test compares them). */
export function createRoutes(parts: RouteParts): Route[] {
  const { demo, operatorName, filingNumber } = parts
  const settings = answer(getSettings, {
    load: async () => ({ demo, operatorName, filingNumber }),
    sees: () => true,
    view: async ({ subject }) => subject,
    cache: { keys: () => [] },
  })
  return [
    settings,
    ...divisionRoutes,
    ...peopleRoutes(parts),
    ...activityRoutes({ ...parts, ...activityPorts(parts) }),
    ...messageRoutes(parts),
    ...homeRoutes,
    ...workbenchRoutes,
    ...noticeRoutes(parts),
    ...placeRoutes,
    ...relativeRoutes(parts),
    ...residencyRoutes(parts),
    ...identityRoutes(parts),
    ...privacyRoutes(aboutMe),
    ...calendarRoutes,
    ...fileRoutes(parts),
    ...moderationRoutes({ secrets: parts.secrets, subjects }),
    ...helpingRoutes({ ...parts, acts: helpedActs, registeredAt, bornOn }),
    ...organizationRoutes,
    ...feedbackRoutes(),
  ]
}

/** What is sent as bytes. */
export function createDownloads(parts: RouteParts): DownloadRoute[] {
  return [...fileServing(parts), ...activityServing]
}
