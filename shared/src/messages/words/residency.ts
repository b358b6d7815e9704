import type { Spec } from '../spec.ts'

const home = 'residency/pages/home/index?id='
const seats = 'residency/pages/seats/index?id='
const common = { kind: 'residency', urgent: null } as const

export const residencyWords = {
  residencyDecided: {
    ...common,
    title: '住处核验结果',
    // What comes next differs by outcome: shared/src/residency/told.ts.
    body: '您登记的“{place}”：{outcome}。{next}',
    params: { place: 'text', outcome: 'text', next: 'text' },
    asksAt: 'residency.claim',
    sms: '【泰民通】您登记的“{place}”：{outcome}。请打开泰民通，在“我的住处”里看。',
    page: home,
  },
  residencyRevoked: {
    ...common,
    title: '住处核验收回',
    body: '您在“{place}”的核验被收回了。原因：{reason}。从现在起，只对本社区居民开放的事不能再办；不对的话，请改好后再交社区核验，或到社区窗口问。',
    params: { place: 'text', reason: 'text' },
    // Nobody expects it, so that nobody can be asked before; whoever has no WeChat gets an SMS.
    asksAt: null,
    sms: '【泰民通】您在“{place}”的核验被收回了，原因：{reason}。请打开泰民通看，或到社区窗口问。',
    page: home,
  },
  residencyUrged: {
    ...common,
    title: '已替您催办',
    body: '您登记的“{place}”过了该答复的日子，社区还没有答复。我们已经替您催了社区，街道（乡镇）也看得到；一有结果马上告诉您。',
    params: { place: 'text' },
    asksAt: null,
    sms: null,
    page: home,
  },
  residencyEnding: {
    ...common,
    title: '请确认还住在这里',
    body: '“{place}”的核验一年要确认一次。请在 {confirmBy} 前打开这一处，点“还是这样”；搬走了请登记“搬走了”。过了就要重新核验。',
    params: { place: 'text', confirmBy: 'instant' },
    asksAt: 'residency.claim',
    sms: '【泰民通】“{place}”的核验一年要确认一次，请在 {confirmBy} 前打开泰民通确认，过了就要重新核验。',
    page: home,
  },
  residencyExpired: {
    ...common,
    title: '住处核验过期',
    body: '“{place}”的核验一年没有确认，已经过期。您还住在这里的话，请打开这一处，再交社区核验一次。',
    params: { place: 'text' },
    asksAt: null,
    sms: '【泰民通】“{place}”的核验一年没有确认，已经过期。还住在这里请打开泰民通，再交社区核验。',
    page: home,
  },
  seatProposed: {
    ...common,
    title: '等您表态',
    body: '“{place}”有人提出换{role}，要您表态。请打开看提的是谁，点“同意”或“不同意”。',
    params: { place: 'text', role: 'text' },
    asksAt: null,
    sms: null,
    page: seats,
  },
  seatChanged: {
    ...common,
    title: '代表换了',
    body: '“{place}”的{role}换了。现在是谁、怎样定的，请打开看；不对的话，可以再提一位，或到社区窗口问。',
    params: { place: 'text', role: 'text' },
    asksAt: null,
    sms: null,
    page: seats,
  },
} as const satisfies Record<string, Spec>
