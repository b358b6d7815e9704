import { ORGANIZATION } from '../activities/testing/activity.ts'
import { CHENGDONG, DONGAN, HUAYUAN } from '../demo/city.ts'

/** Another street of the same district, and one of its communities. */
const ELSEWHERE = '321202002001'
const OTHER_TOWN = '321202002000'
/** The district of 东安, and another one. */
const DISTRICT = '321202000000'
const OTHER_DISTRICT = '321203000000'
const CITY = '321200000000'

/** Who comes; everything below is about a thing of 东安, or an account of one's own. */
export const who = {
  guest: null,
  signedIn: [],
  resident: [{ role: 'resident', division: DONGAN }],
  worker: [{ role: 'worker', division: DONGAN }],
  committee: [{ role: 'committee', division: DONGAN }],
  town: [{ role: 'town', division: CHENGDONG }],
  district: [{ role: 'district', division: DISTRICT }],
  city: [{ role: 'city', division: CITY }],
  grid: [{ role: 'grid', division: DONGAN }],
  /** Another grid of the same community. */
  otherGrid: [{ role: 'grid', division: DONGAN, place: `${DONGAN}-002` }],
  /** Answers for personal data: reviews who looked at what, and nothing else. */
  dpo: [{ role: 'dpo', division: CITY }],
  /** Speaks for a society that may hand things in here, and works for nobody. */
  organization: [{ role: 'organization', division: DONGAN, organization: ORGANIZATION }],
  /** The next community, under the same street. */
  neighbourWorker: [{ role: 'worker', division: HUAYUAN }],
  neighbourCommittee: [{ role: 'committee', division: HUAYUAN }],
  farWorker: [{ role: 'worker', division: ELSEWHERE }],
  otherTown: [{ role: 'town', division: OTHER_TOWN }],
  otherDistrict: [{ role: 'district', division: OTHER_DISTRICT }],
  /** Staff elsewhere who live here: being a resident opens no staff's door. */
  residentHereWorkerThere: [
    { role: 'resident', division: DONGAN },
    { role: 'worker', division: ELSEWHERE },
  ],
} as const
export type Who = keyof typeof who
export const everybody = Object.keys(who) as Who[]

export type Statuses = Partial<Record<Who, number>>
/** 404 for staff of another place: it does not exist for them. 403 for who sees it and may not, and for no staff at all. */
const strangers: Statuses = {
  guest: 401,
  signedIn: 403,
  resident: 403,
  organization: 403,
  grid: 404,
  otherGrid: 404,
  neighbourWorker: 404,
  neighbourCommittee: 404,
  farWorker: 404,
  otherTown: 404,
  otherDistrict: 404,
  dpo: 404,
  residentHereWorkerThere: 404,
}
const forAll: Statuses = {}
const forSignedIn: Statuses = { guest: 401 }
const toRead: Statuses = { ...strangers }
const toWrite: Statuses = { ...strangers, committee: 403, town: 403, district: 403, city: 403 }
/** What concerns the whole city is shown to its own staff. */
const toSeeCity: Statuses = {
  ...strangers,
  worker: 404,
  committee: 404,
  town: 404,
  district: 404,
}
const toPublish: Statuses = { ...strangers, town: 403, district: 403, city: 403 }
/** Of a community's notices (《领域规格》 §2.3): its worker drafts, its committee lets out, its town may take back. */
const toWriteNotice: Statuses = { ...strangers, town: 403, district: 403, city: 403 }
const toPublishNotice: Statuses = { ...toWriteNotice, worker: 403 }
const toWithdrawNotice: Statuses = { ...strangers, worker: 403, district: 403, city: 403 }
/** The town helps the community that has nobody else to look. */
const toModerate: Statuses = { ...strangers, district: 403, city: 403 }
/** Town, district and city see totals, no persons: for them there is no roster. */
const toSeePersons: Statuses = { ...strangers, town: 404, district: 404, city: 404 }

/** A worker reads the roster and lets in; the committee reads. */
const toAdmit: Statuses = { ...toSeePersons, committee: 403 }

/** Whoever works for anybody has relatives to declare. */
const forStaff: Statuses = { guest: 401, signedIn: 403, resident: 403, organization: 403 }
/** Grid workers too; the committee sees and does not verify. */
const toSeeClaims: Statuses = { ...toSeePersons, grid: 200, otherGrid: 200 }
const toVerify: Statuses = { ...toSeePersons, grid: 200, committee: 403 }
/** The one who reviews, and nobody else of the staff. */
const toReview: Statuses = {
  ...strangers,
  worker: 404,
  committee: 404,
  town: 404,
  district: 404,
  city: 404,
  dpo: 200,
}

/** The city's alone: for other staff there is no such thing. */
const toRunThePortal: Statuses = { ...strangers, worker: 404, committee: 404, town: 404, district: 404 }

/** Its own alone: for everybody else there is no such thing. */
const toPropose: Statuses = {
  ...(Object.fromEntries(everybody.map((name) => [name, 404])) as Statuses),
  guest: 401,
  organization: 200,
}

/** Whoever is not named gets 200. */
export const table: Record<string, Statuses> = {
  'settings.get': forAll,
  'divisions.get': forAll,
  'divisions.children': forAll,
  'divisions.search': forAll,
  'people.requestCode': forAll,
  'people.signInByCode': forAll,
  'people.signInByWechat': forAll,
  'people.personas': forAll,
  'people.signInAsPersona': forAll,
  'people.me': forSignedIn,
  'people.chooseCommunity': forSignedIn,
  'people.setName': forSignedIn,
  'people.sessions': forSignedIn,
  'people.revokeSession': forSignedIn,
  'people.signOut': forSignedIn,
  'activities.list': forAll,
  'activities.get': forAll,
  'activities.mySignup': forSignedIn,
  'activities.mySignups': forSignedIn,
  'activities.signUp': forSignedIn,
  'activities.cancelSignup': forSignedIn,
  'activities.candidates': forSignedIn,
  'activities.withdraw': forSignedIn,
  'activities.answerOffer': forSignedIn,
  'activities.children': forSignedIn,
  'activities.addChild': forSignedIn,
  'activities.removeChild': forSignedIn,
  'activities.admit': toAdmit,
  'activities.create': toWrite,
  'activities.edit': toWrite,
  'activities.publish': toPublish,
  'activities.cancel': toPublish,
  'activities.discard': toWrite,
  'activities.postpone': toPublish,
  'activities.archive': toPublish,
  'activities.review': toPublish,
  'activities.overlaps': toRead,
  'activities.createSeries': toWrite,
  'activities.editFollowing': toWrite,
  'activities.cancelFollowing': toPublish,
  'activities.propose': toPropose,
  'activities.editProposal': toPropose,
  'activities.discardProposal': toPropose,
  'activities.proposals': toPropose,
  'activities.proposal': toPropose,
  'activities.managed': toRead,
  'activities.managedOne': toRead,
  'notices.list': forAll,
  'notices.get': forAll,
  'notices.countRead': forAll,
  'notices.create': toWriteNotice,
  'notices.edit': toWriteNotice,
  'notices.publish': toPublishNotice,
  'notices.correct': toPublishNotice,
  'notices.withdraw': toWithdrawNotice,
  'notices.discard': toWriteNotice,
  'notices.managed': toRead,
  'notices.managedOne': toRead,
  'activities.roster': toSeePersons,
  'activities.signupPhone': toSeePersons,
  'activities.myCheckin': forSignedIn,
  'activities.checkInByCode': forSignedIn,
  'activities.checkInHere': forSignedIn,
  'activities.checkinDesk': toSeePersons,
  'activities.setCheckin': toSeePersons,
  'activities.checkinRoster': toSeePersons,
  'activities.recordCheckins': toSeePersons,
  'activities.undoCheckin': toSeePersons,
  'activities.excuse': toSeePersons,
  'activities.myAfter': forSignedIn,
  'activities.rate': forSignedIn,
  'activities.myStanding': forSignedIn,
  'activities.pictures': forAll,
  'activities.after': toRead,
  'activities.addPicture': toPublish,
  'activities.removePicture': toPublish,
  'activities.figures': toRead,
  'messages.list': forSignedIn,
  'messages.unread': forSignedIn,
  'messages.read': forSignedIn,
  'messages.readAll': forSignedIn,
  'messages.preferences': forSignedIn,
  'messages.setWants': forSignedIn,
  'messages.setQuiet': forSignedIn,
  'messages.askable': forAll,
  'messages.subscribed': forSignedIn,
  'home.open': forAll,
  'home.mine': forSignedIn,
  'workbench.due': { ...toRead, grid: 200, otherGrid: 200 },
  'workbench.scope': toRead,
  'divisions.places': forAll,
  'divisions.managedPlaces': toRead,
  'divisions.addPlace': toWrite,
  'divisions.changePlace': toWrite,
  'divisions.closePlace': toWrite,
  'people.relatives': forStaff,
  'people.addRelative': forStaff,
  'people.removeRelative': forStaff,
  'people.declareRelatives': forStaff,
  'residency.mine': forSignedIn,
  'residency.lived': forSignedIn,
  'residency.claim': forSignedIn,
  'residency.change': forSignedIn,
  'residency.withdraw': forSignedIn,
  'residency.discard': forSignedIn,
  'residency.confirm': forSignedIn,
  'residency.moveOut': forSignedIn,
  'residency.choosePrimary': forSignedIn,
  'residency.present': forSignedIn,
  'residency.claims': toSeeClaims,
  'residency.claimed': { ...toSeeClaims, otherGrid: 404 },
  'residency.decide': toVerify,
  'residency.revoke': toVerify,
  'residency.openDoorCode': { ...toVerify, otherGrid: 200 },
  // One's own, whoever one is: there is none without having opened it.
  'residency.doorCode': forStaff,
  'identity.mine': forSignedIn,
  'identity.start': forSignedIn,
  'identity.finish': forSignedIn,
  'identity.record': toWrite,
  'identity.recorded': toSeePersons,
  'identity.reveal': toSeePersons,
  'identity.reveals': toReview,
  'identity.review': toReview,
  'identity.myReveals': forStaff,
  'privacy.consents': forSignedIn,
  'privacy.consent': forSignedIn,
  'privacy.withdraw': forSignedIn,
  'privacy.stored': forSignedIn,
  'privacy.export': forSignedIn,
  'privacy.leave': forSignedIn,
  'calendar.years': toSeeCity,
  'calendar.today': forAll,
  'files.upload': forSignedIn,
  'moderation.queue': toRead,
  'moderation.keep': toModerate,
  'moderation.hide': toModerate,
  'moderation.decideAppeal': toModerate,
  'moderation.report': forSignedIn,
  'moderation.mine': forSignedIn,
  'moderation.appeal': forSignedIn,
  'residency.overdue': toRead,
  'residency.seats': forSignedIn,
  'residency.propose': forSignedIn,
  'residency.answer': forSignedIn,
  'residency.seatOf': { ...toSeeClaims, otherGrid: 404 },
  'residency.settleSeat': toVerify,
  'residency.unitTotals': toRead,
  'residency.setUnitTotals': toWrite,
  'helping.mine': forSignedIn,
  'helping.sendCode': forSignedIn,
  'helping.begin': forSignedIn,
  'helping.record': toWrite,
  'helping.end': forSignedIn,
  'helping.acts': forSignedIn,
  'helping.undo': forSignedIn,
  'helping.undoByCode': forAll,
  'helping.find': toWrite,
  'helping.person': { ...toSeePersons, committee: 404 },
  'helping.endAtCounter': toWrite,
  'helping.undoAtCounter': toWrite,
  'organizations.list': forAll,
  'organizations.managed': toRead,
  'organizations.create': toPublish,
  'organizations.edit': toPublish,
  'organizations.move': toPublish,
  'organizations.confirm': toPublish,
  'organizations.remove': toPublish,
  'organizations.report': forSignedIn,
  'feedback.send': forAll,
  'feedback.mine': forSignedIn,
  'feedback.all': toRunThePortal,
  'feedback.answer': toRunThePortal,
  'feedback.correct': toRunThePortal,
  'feedback.statistic': toRunThePortal,
}
