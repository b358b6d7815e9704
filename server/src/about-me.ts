import { activitiesAboutMe } from './activities/about-me.ts'
import { feedbackAboutMe } from './feedback/about-me.ts'
import { filesAboutMe } from './files/about-me.ts'
import { helpingAboutMe } from './helping/about-me.ts'
import { identityAboutMe } from './identity/about-me.ts'
import { messagesAboutMe } from './messages/about-me.ts'
import { moderationAboutMe } from './moderation/about-me.ts'
import { organizationsAboutMe } from './organizations/about-me.ts'
import { type AboutMe, peopleAboutMe } from './people/about-me.ts'
import { residencyAboutMe } from './residency/about-me.ts'

/** All that is stored about a person, by feature: what they can read and take along, and what is erased with them. */
export const aboutMe: readonly AboutMe[] = [
  ...peopleAboutMe,
  ...identityAboutMe,
  ...residencyAboutMe,
  ...activitiesAboutMe,
  ...messagesAboutMe,
  ...moderationAboutMe,
  ...feedbackAboutMe,
  ...organizationsAboutMe,
  ...filesAboutMe,
  ...helpingAboutMe,
]
