import { fireEvent, screen, waitFor } from '@testing-library/react'
import { addChild } from '@tmt/shared/activities/children-contract.ts'
import { getActivity } from '@tmt/shared/activities/detail-contract.ts'
import { answerOffer, listCandidates, mySignup, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { activity, ID } from '../../../../test/activities.ts'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, sentTo, serve } from '../../../../test/render.tsx'
import { host } from '../../../../test/taro.ts'
import { askBy } from '../../../platform/news.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import Detail from './index.tsx'

const shown = (more = {}) => [getActivity, { data: activity(more) }] as const
const mineIs = (signup: object | null, others: object[] = []) => ({ data: { signup, others } })
const notYet = [mySignup, mineIs(null)] as const
const signup = (status: string, more: object = {}) => ({
  id: '01999999-0000-7000-8000-0000000000d1',
  activityId: ID,
  status,
  at: Date.now(),
  who: { kind: 'self' },
  name: null,
  position: null,
  offerUntil: null,
  ...more,
})

beforeEach(() => {
  endSession()
  host.params = { id: ID }
})

describe('the waiting list', () => {
  beforeEach(() => startSession('t', me(['resident'])))
  const full = { capacity: 30, confirmed: 30, waiting: 2, waitlistCapacity: 10 }

  it('is joined when all places are taken, and tells the position and what comes next', async () => {
    let own: object | null = null
    serve(
      [...shown(full)],
      [mySignup, () => mineIs(own)],
      [signUp, () => ({ data: (own = signup('waitlisted', { position: 3 })) })],
    )
    draw(<Detail />)
    expect(await screen.findByText(/名额已满，可以候补：前面有 2 人/)).toBeTruthy()
    await press(/^报名：/)
    expect(await screen.findByText('候补第 3 位')).toBeTruthy()
    expect(screen.getByText(/有人退出就按先后轮到您/)).toBeTruthy()
    expect(screen.getByRole('button', { name: /^退出候补：/ })).toBeTruthy()
  })

  it('asks, at the tap by which one begins to wait, whether the offer may be told', async () => {
    const asked: string[] = []
    askBy(async (act) => void asked.push(act))
    serve([...shown(full)], [...notYet], [signUp, { data: signup('waitlisted', { position: 3 }) }])
    draw(<Detail />)
    await press(/^报名：/)
    await waitFor(() => expect(asked).toEqual(['activities.answerOffer']))
    askBy(null)
  })

  it('offers a place with its end; it is accepted, or let go', async () => {
    const offer = signup('offered', { offerUntil: Date.now() + 90 * 60_000 })
    let own: object = offer
    serve(
      [...shown(full)],
      [mySignup, () => mineIs(own)],
      [answerOffer, () => ({ data: (own = signup('confirmed')) })],
    )
    const page = draw(<Detail />)
    expect(await screen.findByText(/还剩 1 小时/)).toBeTruthy()
    await press(/^接受名额：/)
    expect(await screen.findByText('已报名')).toBeTruthy()
    expect(sentTo(answerOffer)[0]!.data).toEqual({ accept: true })
    page.unmount()
    serve([...shown(full)], [mySignup, mineIs(offer)], [answerOffer, { data: signup('cancelledByUser') }])
    draw(<Detail />)
    await press(/^放弃：/)
    await waitFor(() => expect(sentTo(answerOffer).at(-1)!.data).toEqual({ accept: false }))
  })
})

describe('who is coming', () => {
  const child = { kind: 'child', id: '01999999-0000-7000-8000-0000000000e1' }
  const candidate = (who: object, more: object = {}) => ({
    who,
    name: null,
    obstacle: null,
    asks: [],
    clash: null,
    ...more,
  })
  beforeEach(() => startSession('t', me(['resident'])))

  it('signs up oneself and a child, each after what has to be said of them', async () => {
    const items = [
      candidate({ kind: 'self' }, { asks: ['health'] }),
      candidate(child, { name: '演示小朋友', clash: { title: '义诊', startsAt: Date.now() } }),
      candidate({ kind: 'member', id: ID }, { name: '演示家人', obstacle: '到活动那天年龄还不够' }),
    ]
    serve(
      [...shown({ healthPledge: true })],
      [...notYet],
      [listCandidates, { data: { items, hint: null } }],
      [signUp, { data: signup('confirmed') }],
    )
    draw(<Detail />)
    await press(/^报名：/)
    expect(await screen.findByText('到活动那天年龄还不够')).toBeTruthy()
    fireEvent.click(screen.getByRole('switch', { name: /^演示小朋友/ }))
    await press('报名 2 人')
    expect(screen.getByText('请先把要确认的几项都打开')).toBeTruthy()
    expect(sentTo(signUp)).toHaveLength(0)
    fireEvent.click(screen.getByRole('switch', { name: /^身体情况适合参加/ }))
    await press('报名 2 人')
    await waitFor(() => expect(sentTo(signUp)).toHaveLength(2))
    expect(sentTo(signUp).map(({ data }) => data)).toEqual([
      { who: { kind: 'self' }, declared: ['health'] },
      { who: child, declared: [] },
    ])
  })

  it('puts down a child with its guardian’s consent, and that to its data by itself', async () => {
    serve(
      [...shown()],
      [...notYet],
      [listCandidates, { data: { items: [candidate({ kind: 'self' })], hint: null } }],
      [addChild, 'offline'],
    )
    draw(<Detail />)
    await press(/^给家人报名/)
    await press('登记一个孩子')
    await write(/^孩子的姓名/, '演示小朋友')
    await write(/^出生日期/, '20200230')
    await press('登记')
    expect(await screen.findByText(addChild.refusals.noSuchDay.title)).toBeTruthy()
    await write(/^出生日期/, '20200305')
    fireEvent.click(screen.getByRole('switch', { name: /^我是孩子的监护人/ }))
    await press('登记')
    expect(await screen.findByText(addChild.refusals.dataConsentMissing.title)).toBeTruthy()
    fireEvent.click(screen.getByRole('switch', { name: /^孩子未满 14 周岁/ }))
    await press('登记')
    await waitFor(() => expect(sentTo(addChild)).toHaveLength(1))
    expect(sentTo(addChild)[0]!.data).toMatchObject({ born: '2020-03-05', consent: true, dataConsent: true })
  })
})
