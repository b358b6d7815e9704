import { answerByHelper, cancelOfSignupByHelper, signupByHelper } from './activities/helped.ts'
import type { HelpedActs } from './helping/acts.ts'

/** All that one person may do in another's place, by the contract's name: how it is told, and undone. */
export const helpedActs: HelpedActs = {
  'activities.signUp': signupByHelper,
  'activities.cancelSignup': cancelOfSignupByHelper,
  'activities.withdraw': cancelOfSignupByHelper,
  'activities.answerOffer': answerByHelper,
}
