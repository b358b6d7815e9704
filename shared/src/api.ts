import { activityEndpoints } from './activities/contract.ts'
import { activityDetailEndpoints } from './activities/detail-contract.ts'
import { childEndpoints } from './activities/children-contract.ts'
import { activityLifeEndpoints } from './activities/life-contract.ts'
import { proposalEndpoints } from './activities/proposal-contract.ts'
import { seriesEndpoints } from './activities/series-contract.ts'
import { afterEndpoints } from './activities/after-contract.ts'
import { afterStaffEndpoints } from './activities/after-staff-contract.ts'
import { checkinEndpoints } from './activities/checkin-contract.ts'
import { checkinStaffEndpoints } from './activities/checkin-staff-contract.ts'
import { signupEndpoints } from './activities/signup-contract.ts'
import { activityStaffEndpoints } from './activities/staff-contract.ts'
import { calendarEndpoints } from './calendar/contract.ts'
import { divisionEndpoints } from './divisions/contract.ts'
import { searchEndpoints } from './divisions/search-contract.ts'
import { messageEndpoints } from './messages/contract.ts'
import { inboxEndpoints } from './messages/inbox-contract.ts'
import { noticeEndpoints } from './notices/contract.ts'
import { noticeStaffEndpoints } from './notices/staff-contract.ts'
import { activityDownloads } from './activities/calendar-contract.ts'
import { fileDownloads, fileEndpoints } from './files/contract.ts'
import { moderationEndpoints } from './moderation/contract.ts'
import { helpingEndpoints } from './helping/contract.ts'
import { helpingCounterEndpoints } from './helping/counter-contract.ts'
import { feedbackEndpoints } from './feedback/contract.ts'
import { organizationEndpoints } from './organizations/contract.ts'
import { accountEndpoints } from './people/account-contract.ts'
import { peopleEndpoints } from './people/contract.ts'
import { signInEndpoints } from './people/sign-in-contract.ts'
import { homeEndpoints } from './home/contract.ts'
import { placeEndpoints } from './divisions/place-contract.ts'
import { relativeEndpoints } from './people/relatives.ts'
import { residentEndpoints } from './residency/contract.ts'
import { livedEndpoints } from './residency/lived-contract.ts'
import { seatEndpoints } from './residency/seat-contract.ts'
import { claimEndpoints } from './residency/staff-contract.ts'
import { identityEndpoints } from './identity/contract.ts'
import { privacyEndpoints } from './privacy/contract.ts'
import { getSettings } from './settings/contract.ts'
import { workbenchEndpoints } from './workbench/contract.ts'

/** The whole API, in one table. Routes, the OpenAPI document and the clients' types come from it. */
export const api = [
  getSettings,
  ...divisionEndpoints,
  ...searchEndpoints,
  ...signInEndpoints,
  ...peopleEndpoints,
  ...accountEndpoints,
  ...activityEndpoints,
  ...activityDetailEndpoints,
  ...signupEndpoints,
  ...childEndpoints,
  ...activityStaffEndpoints,
  ...activityLifeEndpoints,
  ...seriesEndpoints,
  ...proposalEndpoints,
  ...checkinEndpoints,
  ...checkinStaffEndpoints,
  ...afterEndpoints,
  ...afterStaffEndpoints,
  ...messageEndpoints,
  ...inboxEndpoints,
  ...homeEndpoints,
  ...workbenchEndpoints,
  ...noticeEndpoints,
  ...noticeStaffEndpoints,
  ...placeEndpoints,
  ...relativeEndpoints,
  ...residentEndpoints,
  ...livedEndpoints,
  ...claimEndpoints,
  ...identityEndpoints,
  ...privacyEndpoints,
  ...calendarEndpoints,
  ...fileEndpoints,
  ...moderationEndpoints,
  ...seatEndpoints,
  ...helpingEndpoints,
  ...helpingCounterEndpoints,
  ...organizationEndpoints,
  ...feedbackEndpoints,
] as const
/** What is sent as bytes. */
export const downloads = [...fileDownloads, ...activityDownloads] as const
