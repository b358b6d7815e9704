import type { ActivityCard, listActivities } from '@tmt/shared/activities/contract.ts'
import type { managedActivities } from '@tmt/shared/activities/staff-contract.ts'
import type { Output } from '@tmt/shared/contract.ts'
import type { MyResidency, myResidencies } from '@tmt/shared/residency/contract.ts'
import type { Claim, listClaims } from '@tmt/shared/residency/staff-contract.ts'
import type { Division } from '@tmt/shared/divisions/contract.ts'
import type { listNotices, NoticeCard } from '@tmt/shared/notices/contract.ts'
import type { managedNotices } from '@tmt/shared/notices/staff-contract.ts'
import type { signInAsPersona } from '@tmt/shared/people/sign-in-contract.ts'
import { ask, signedIn } from './visitor.ts'

/** What the addresses of pages are made of; from the demonstration city. */
export type City = {
  community: Division
  open: ActivityCard
  full: ActivityCard
  draft: ActivityCard
  notices: { urgent: NoticeCard; corrected: NoticeCard; draft: NoticeCard }
  /** The resident's own, one kept and not handed in, and one that waits in the worker's queue. */
  home: MyResidency
  keptHome: MyResidency
  claim: Claim
  /** Signed in once each, so that the list of devices stays short. */
  sessions: Record<'resident' | 'worker' | 'committee' | 'dpo' | 'town', Output<typeof signInAsPersona>>
}
export type PagePicture = {
  /** File name, without its ending. */
  name: string
  /** Whose page it is; a guest who picked a community, or one who never did. */
  who: 'resident' | 'worker' | 'committee' | 'dpo' | 'town' | 'guest' | 'stranger'
  address: (city: City) => string
}

const page = (
  name: string,
  who: PagePicture['who'],
  address: string | PagePicture['address'],
): PagePicture => ({
  name,
  who,
  address: typeof address === 'string' ? () => address : address,
})

/** Every page of the product, each as somebody who uses it sees it. */
export const pages: PagePicture[] = [
  page('home-stranger', 'stranger', '/tabs/home/index'),
  page('home', 'resident', '/tabs/home/index'),
  page('home-staff', 'worker', '/tabs/home/index'),
  page('activities', 'guest', '/tabs/activities/index'),
  page('mine-guest', 'guest', '/tabs/mine/index'),
  page('mine', 'resident', '/tabs/mine/index'),
  page('sign-in', 'guest', '/people/pages/sign-in/index'),
  page('settings', 'resident', '/people/pages/settings/index'),
  page('messages', 'resident', '/messages/pages/inbox/index'),
  page('message-preferences', 'resident', '/messages/pages/preferences/index'),
  page('pick-community', 'stranger', '/divisions/pages/pick/index'),
  page('phones', 'guest', '/organizations/pages/phones/index'),
  page('activity', 'resident', ({ open }) => `/activities/pages/detail/index?id=${open.id}`),
  page('activity-full', 'guest', ({ full }) => `/activities/pages/detail/index?id=${full.id}`),
  page('checkin', 'resident', ({ open }) => `/activities/pages/checkin/index?id=${open.id}`),
  page('checkin-desk', 'worker', ({ open }) => `/activities/pages/desk/index?id=${open.id}`),
  page('attendance-figures', 'worker', '/activities/pages/figures/index'),
  page('proposals', 'resident', '/activities/pages/proposals/index'),
  page('proposal', 'resident', '/activities/pages/proposal/index'),
  page('my-signups', 'resident', '/activities/pages/signups/index'),
  page('workbench', 'worker', '/workbench/pages/board/index'),
  page('manage-activities', 'worker', '/activities/pages/manage/index'),
  page('managed-activity', 'worker', ({ open }) => `/activities/pages/managed/index?id=${open.id}`),
  page(
    'new-activity',
    'worker',
    ({ community }) => `/activities/pages/edit/index?community=${community.code}`,
  ),
  page('moderation', 'worker', '/moderation/pages/queue/index'),
  page('report', 'resident', ({ open }) => `/moderation/pages/report/index?kind=activity&id=${open.id}`),
  page('my-moderation', 'worker', '/moderation/pages/mine/index'),
  page('edit-activity', 'worker', ({ draft }) => `/activities/pages/edit/index?id=${draft.id}`),
  page('notices', 'guest', '/notices/pages/list/index'),
  page('notice', 'guest', ({ notices }) => `/notices/pages/detail/index?id=${notices.urgent.id}`),
  page(
    'notice-corrected',
    'resident',
    ({ notices }) => `/notices/pages/detail/index?id=${notices.corrected.id}`,
  ),
  page('print-notice', 'committee', ({ notices }) => `/notices/pages/print/index?id=${notices.urgent.id}`),
  page('manage-notices', 'committee', '/notices/pages/manage/index'),
  page(
    'managed-notice',
    'committee',
    ({ notices }) => `/notices/pages/managed/index?id=${notices.urgent.id}`,
  ),
  page('new-notice', 'worker', ({ community }) => `/notices/pages/edit/index?division=${community.code}`),
  page('edit-notice', 'worker', ({ notices }) => `/notices/pages/edit/index?id=${notices.draft.id}`),
  page(
    'correct-notice',
    'committee',
    ({ notices }) => `/notices/pages/edit/index?id=${notices.corrected.id}`,
  ),
  page('my-homes', 'resident', '/residency/pages/homes/index'),
  page('my-home', 'resident', ({ home }) => `/residency/pages/home/index?id=${home.id}`),
  page('new-home', 'resident', '/residency/pages/claim/index'),
  page('present-home', 'resident', ({ keptHome }) => `/residency/pages/present/index?id=${keptHome.id}`),
  page('my-seats', 'resident', '/residency/pages/seats/index'),
  page(
    'unit-totals',
    'worker',
    ({ community }) => `/residency/pages/totals/index?community=${community.code}`,
  ),
  page('home-queue', 'worker', '/residency/pages/queue/index'),
  page('claimed-home', 'worker', ({ claim }) => `/residency/pages/claimed/index?id=${claim.id}`),
  page('overdue-homes', 'town', '/residency/pages/overdue/index'),
  page('worker-code', 'worker', '/residency/pages/code/index'),
  page('places', 'worker', '/divisions/pages/places/index'),
  page('relatives', 'worker', '/people/pages/relatives/index'),
  page('mine-staff', 'worker', '/tabs/mine/index'),
  page('real-name', 'resident', '/identity/pages/real-name/index'),
  page('counter', 'worker', '/identity/pages/counter/index'),
  page('reveals', 'dpo', '/identity/pages/reveals/index'),
  page('mine-dpo', 'dpo', '/tabs/mine/index'),
  page('privacy', 'resident', '/privacy/pages/consents/index'),
  page('privacy-notice', 'guest', '/privacy/pages/notice/index'),
  page('stored', 'resident', '/privacy/pages/stored/index'),
  page('leave', 'resident', '/privacy/pages/leave/index'),
  page('helping', 'resident', '/helping/pages/mine/index'),
  page('helped-acts', 'resident', '/helping/pages/acts/index'),
  page('record-help', 'worker', '/helping/pages/counter/index'),
  page('undo-by-code', 'guest', '/helping/pages/undo/index'),
  page('helped-person', 'worker', '/helping/pages/person/index'),
  page(
    'organizations',
    'worker',
    ({ community }) => `/organizations/pages/manage/index?community=${community.code}`,
  ),
  page(
    'new-organization',
    'worker',
    ({ community }) => `/organizations/pages/edit/index?community=${community.code}`,
  ),
  page('feedback', 'guest', '/feedback/pages/write/index?from=%2Ftabs%2Fhome%2Findex'),
  page('my-opinions', 'resident', '/feedback/pages/mine/index'),
  page('opinions-refused', 'worker', '/feedback/pages/manage/index'),
  page('not-found', 'guest', '/activities/pages/detail/index?id=00000000-0000-7000-8000-000000000000'),
]

/** Reads what the pages need, and signs the resident up for something, so that their pages are not empty. */
export async function readCity(url: string): Promise<City> {
  // Twice: the list of devices has another one then.
  await signedIn(url, 'resident')
  const { session: resident } = await signedIn(url, 'resident')
  const { session: worker } = await signedIn(url, 'worker')
  const { session: committee } = await signedIn(url, 'committee')
  const { session: dpo } = await signedIn(url, 'dpo')
  const { session: town } = await signedIn(url, 'town')
  const community = resident.me.community
  if (!community) throw new Error('the resident has no community')
  const list = await ask<Output<typeof listActivities>>(url, `/activities?division=${community.code}`)
  const managed = await ask<Output<typeof managedActivities>>(
    url,
    `/communities/${community.code}/activities/managed`,
    { token: worker.token },
  )
  const told = await ask<Output<typeof listNotices>>(url, `/notices?division=${community.code}`)
  const written = await ask<Output<typeof managedNotices>>(
    url,
    `/divisions/${community.code}/notices/managed`,
    { token: committee.token },
  )
  const { items: homes } = await ask<Output<typeof myResidencies>>(url, '/me/residencies', {
    token: resident.token,
  })
  const home = homes.find(({ primary }) => primary)
  if (!home) throw new Error('the resident has no home')
  const { place, since, evidence } = home
  const keptHome = await ask<MyResidency>(url, '/me/residencies', {
    token: resident.token,
    body: { place, door: '1单元201室', kind: 'liveOnly', since, evidence, certTail: null, submit: false },
  })
  const claims = await ask<Output<typeof listClaims>>(url, `/communities/${community.code}/residencies`, {
    token: worker.token,
  })
  const claim = claims.items[0]
  if (!claim) throw new Error('nobody waits to be verified')
  const one = <T>(items: readonly T[], what: string, fits: (a: T) => boolean) => {
    const found = items.find(fits)
    if (!found) throw new Error(`the demonstration city has no ${what}`)
    return found
  }
  const open = one(list.items, 'open activity', (a) => a.status === 'published' && a.confirmed < a.capacity)
  await ask(url, `/activities/${open.id}/signups`, { token: resident.token, body: {} })
  return {
    community,
    open,
    full: one(list.items, 'full activity', (a) => a.confirmed >= a.capacity),
    home,
    keptHome,
    claim,
    draft: one(managed.items, 'draft', (a) => a.status === 'draft'),
    notices: {
      urgent: one(told.items, 'urgent notice', (n) => n.urgent && n.division === community.code),
      corrected: one(told.items, 'corrected notice', (n) => n.correctedAt !== null),
      draft: one(written.items, 'draft of a notice', (n) => n.status === 'draft'),
    },
    sessions: { resident, worker, committee, dpo, town },
  }
}

/** Somebody for this page, as they left the product on their device. */
export function whoFor(picture: PagePicture, city: City) {
  const { who } = picture
  if (who === 'stranger') return {}
  return who === 'guest' ? { community: city.community } : { session: city.sessions[who] }
}
