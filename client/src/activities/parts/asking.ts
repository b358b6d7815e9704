import type { Phase } from '@tmt/shared/activities/phase.ts'
import { answerOffer, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { askForNews } from '../../platform/news.ts'

/** Who begins to wait wants to hear of a place; who has one, of what becomes of it. */
export function askForSignup(phase: Phase) {
  return askForNews(phase === 'waitlist' ? answerOffer.name : signUp.name)
}
