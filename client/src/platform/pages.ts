import Taro from '@tarojs/taro'

/**
 * The address of every page. Features may not import each other, so a page of another feature is named here.
 * The same text is the mini-program's path and the browser's.
 */
export const pages = {
  home: '/tabs/home/index',
  activities: '/tabs/activities/index',
  mine: '/tabs/mine/index',
  signIn: '/people/pages/sign-in/index',
  settings: '/people/pages/settings/index',
  pickCommunity: '/divisions/pages/pick/index',
  phones: '/organizations/pages/phones/index',
  activity: '/activities/pages/detail/index',
  mySignups: '/activities/pages/signups/index',
  manageActivities: '/activities/pages/manage/index',
  managedActivity: '/activities/pages/managed/index',
  editActivity: '/activities/pages/edit/index',
  proposals: '/activities/pages/proposals/index',
  proposal: '/activities/pages/proposal/index',
  checkin: '/activities/pages/checkin/index',
  checkinDesk: '/activities/pages/desk/index',
  attendanceFigures: '/activities/pages/figures/index',
  messages: '/messages/pages/inbox/index',
  messagePreferences: '/messages/pages/preferences/index',
  workbench: '/workbench/pages/board/index',
  notices: '/notices/pages/list/index',
  notice: '/notices/pages/detail/index',
  printNotice: '/notices/pages/print/index',
  manageNotices: '/notices/pages/manage/index',
  managedNotice: '/notices/pages/managed/index',
  editNotice: '/notices/pages/edit/index',
  myHomes: '/residency/pages/homes/index',
  myHome: '/residency/pages/home/index',
  claimHome: '/residency/pages/claim/index',
  presentHome: '/residency/pages/present/index',
  homeQueue: '/residency/pages/queue/index',
  claimedHome: '/residency/pages/claimed/index',
  workerCode: '/residency/pages/code/index',
  mySeats: '/residency/pages/seats/index',
  unitTotals: '/residency/pages/totals/index',
  overdueHomes: '/residency/pages/overdue/index',
  places: '/divisions/pages/places/index',
  relatives: '/people/pages/relatives/index',
  realName: '/identity/pages/real-name/index',
  counterDesk: '/identity/pages/counter/index',
  reveals: '/identity/pages/reveals/index',
  privacy: '/privacy/pages/consents/index',
  privacyNotice: '/privacy/pages/notice/index',
  stored: '/privacy/pages/stored/index',
  leave: '/privacy/pages/leave/index',
  moderation: '/moderation/pages/queue/index',
  report: '/moderation/pages/report/index',
  myModeration: '/moderation/pages/mine/index',
  helping: '/helping/pages/mine/index',
  helpedActs: '/helping/pages/acts/index',
  recordHelp: '/helping/pages/counter/index',
  undoByCode: '/helping/pages/undo/index',
  helpedPerson: '/helping/pages/person/index',
  manageOrganizations: '/organizations/pages/manage/index',
  feedback: '/feedback/pages/write/index',
  myOpinions: '/feedback/pages/mine/index',
  manageOpinions: '/feedback/pages/manage/index',
  editOrganization: '/organizations/pages/edit/index',
} as const
export type PageName = keyof typeof pages
type Query = Record<string, string | undefined>
const tabs: readonly PageName[] = ['home', 'activities', 'mine']
/** The pages below a tab other than 首页. */
const below: Partial<Record<PageName, 'activities' | 'mine'>> = {
  activity: 'activities',
  checkin: 'activities',
  mySignups: 'mine',
  proposals: 'mine',
  proposal: 'mine',
  report: 'activities',
  myModeration: 'mine',
  signIn: 'mine',
  settings: 'mine',
  messages: 'mine',
  messagePreferences: 'mine',
  myHomes: 'mine',
  myHome: 'mine',
  claimHome: 'mine',
  presentHome: 'mine',
  mySeats: 'mine',
  relatives: 'mine',
  realName: 'mine',
  privacy: 'mine',
  privacyNotice: 'mine',
  stored: 'mine',
  leave: 'mine',
  helping: 'mine',
  helpedActs: 'mine',
  recordHelp: 'mine',
  undoByCode: 'mine',
  feedback: 'mine',
  myOpinions: 'mine',
}
/** WeChat holds ten pages at most. */
const MAX_STACK = 10

export function pageUrl(page: PageName, query: Query = {}) {
  const text = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value!)}`)
    .join('&')
  return text ? `${pages[page]}?${text}` : pages[page]
}

/** The tab that a page belongs to, by its path. */
export function tabOf(path: string): 'home' | 'activities' | 'mine' {
  const [page] = Object.entries(pages).find(([, at]) => path.startsWith(at)) ?? []
  return below[page as PageName] ?? 'home'
}

/** Opens a page; a tab takes no query. */
export function go(page: PageName, query: Query = {}) {
  if (tabs.includes(page)) return void Taro.switchTab({ url: pages[page] })
  const url = pageUrl(page, query)
  if (Taro.getCurrentPages().length >= MAX_STACK) return void Taro.redirectTo({ url })
  void Taro.navigateTo({ url })
}

/** Back to where the person came from; to `otherwise` when the page was opened by itself. */
export function goBack(otherwise: PageName = 'home') {
  if (openedAlone()) go(otherwise)
  else void Taro.navigateBack()
}

/** Replaces this page, so that 返回 doesn't lead back into a finished form. */
export function goInstead(page: PageName, query: Query = {}) {
  void Taro.redirectTo({ url: pageUrl(page, query) })
}

/** Opened from a group card, a link or a reload: there is no page to go back to. */
export function openedAlone() {
  return Taro.getCurrentPages().length <= 1
}
