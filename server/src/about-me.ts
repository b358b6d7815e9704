import { activitiesAboutMe } from './activities/about-me.ts'
import { helpingAboutMe } from './helping/about-me.ts'
import { identityAboutMe } from './identity/about-me.ts'
import { type AboutMe, peopleAboutMe } from './people/about-me.ts'

/** All that is stored about a person, by feature: what they can read and take along, and what is erased with them. */
export const aboutMe: readonly AboutMe[] = [
  ...peopleAboutMe,
  ...identityAboutMe,
  ...activitiesAboutMe,
  ...helpingAboutMe,
]
