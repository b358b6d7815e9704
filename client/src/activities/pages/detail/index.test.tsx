import { screen, waitFor } from '@testing-library/react'
import { getActivity } from '@tmt/shared/activities/detail-contract.ts'
import { cancelSignup, mySignup, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { setName } from '@tmt/shared/people/contract.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { activity, ID } from '../../../../test/activities.ts'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, freshClient, problem, sentTo, serve } from '../../../../test/render.tsx'
import Taro, { host } from '../../../../test/taro.ts'
import { askBy } from '../../../platform/news.ts'
import { keyOf } from '../../../platform/queries.ts'
import { endSession, startSession, useSession } from '../../../platform/session.ts'
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

describe('a guest', () => {
  it('reads everything and is sent to sign in, with the reason', async () => {
    serve([...shown()])
    draw(<Detail />)
    expect(await screen.findByText('太极拳入门课')).toBeTruthy()
    expect(screen.getByText('二楼活动室')).toBeTruthy()
    expect(screen.getByText('已报名 12 / 名额 30')).toBeTruthy()
    await press(/^登录并报名/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/people/pages/sign-in/index?why=signUp' })
    expect(sentTo(mySignup)).toHaveLength(0)
  })

  it('sends the page to a group with its date and place', async () => {
    serve([...shown({ startsAt: Date.UTC(2030, 11, 1, 1, 30) })])
    draw(<Detail />)
    await screen.findByText('太极拳入门课')
    expect(host.shared?.()).toEqual({
      title: '太极拳入门课 · 2030年12月1日 周日 09:30 · 演示居委会',
      path: `/activities/pages/detail/index?id=${ID}`,
    })
  })
})

describe('somebody signed in', () => {
  beforeEach(() => startSession('t', me(['resident'])))

  it('signs up, is told what happens next, and takes it back after being asked', async () => {
    let status = 'none'
    serve(
      [...shown()],
      [mySignup, () => mineIs(status === 'none' ? null : signup(status))],
      [signUp, () => ((status = 'confirmed'), { data: signup(status) })],
      [cancelSignup, () => ((status = 'cancelledByUser'), { data: signup(status) })],
    )
    draw(<Detail />)
    await press(/^报名/)
    expect(await screen.findByText(/到二楼活动室即可，去不了请在开始前取消/)).toBeTruthy()
    expect(sentTo(signUp)).toHaveLength(1)

    await press(/^取消报名：/)
    expect(sentTo(cancelSignup)).toHaveLength(0)
    await press(/^取消报名$/)
    expect(await screen.findByText('已取消报名，名额已经让出来。')).toBeTruthy()
    expect(sentTo(cancelSignup)).toHaveLength(1)
    expect(screen.getByRole('button', { name: /^报名/ })).toBeTruthy()
  })

  it('is asked at the tap whether news may be told, and signs up whatever is answered', async () => {
    const asked: string[] = []
    askBy(async (act) => {
      asked.push(act)
      throw new Error('requestSubscribeMessage:fail')
    })
    serve([...shown()], [...notYet], [signUp, { data: signup('confirmed') }])
    draw(<Detail />)
    await press(/^报名/)
    await waitFor(() => expect(sentTo(signUp)).toHaveLength(1))
    expect(asked).toEqual(['activities.signUp'])
    askBy(null)
  })

  it.each([
    ['full', { confirmed: 30 }, '名额已满'],
    ['closed', { signupClosesAt: Date.now() - 1_000 }, '报名已截止，可打电话问社区还有没有名额'],
    ['cancelled', { status: 'cancelled' as const, cancelReason: '下雨' }, '活动已取消'],
  ])('can’t press when it is %s, and reads why', async (_, more, why) => {
    serve([...shown(more)], [...notYet])
    draw(<Detail />)
    await waitFor(() => expect(screen.getAllByText(why, { exact: false }).length).toBeGreaterThan(0))
    await press(/^报名/)
    expect(sentTo(signUp)).toHaveLength(0)
  })

  it('can’t press when it is for other residents', async () => {
    serve([...shown({ residencyRequired: 'community', communityId: '321202001099' })], [...notYet])
    draw(<Detail />)
    expect(await screen.findByText(signUp.refusals.notEligible.title)).toBeTruthy()
  })

  it('reads the server’s refusal and sees the page renewed', async () => {
    let confirmed = 12
    serve(
      [getActivity, () => ({ data: activity({ confirmed }) })],
      [...notYet],
      [signUp, () => ((confirmed = 30), { status: 409, data: problem('full', 409, '名额已满') })],
    )
    draw(<Detail />)
    await press(/^报名/)
    expect((await screen.findAllByRole('alert'))[0]!.textContent).toContain('名额已满')
    expect(await screen.findByText('已报名 30 / 名额 30')).toBeTruthy()
  })

  it('presses again after a lost answer without signing up twice', async () => {
    serve([...shown()], [...notYet], [signUp, 'offline'])
    draw(<Detail />)
    await press(/^报名/)
    expect(await screen.findByText(/不会重复提交/)).toBeTruthy()
    serve([...shown()], [mySignup, mineIs(signup('confirmed'))], [signUp, { data: signup('confirmed') }])
    await press(/^报名/)
    expect(await screen.findByText('已报名')).toBeTruthy()
    const [first, second] = sentTo(signUp).map((sent) => sent.header['Idempotency-Key'])
    expect(second).toBe(first)
  })
})

describe('somebody whom the community has no name for', () => {
  const nameless = me(['resident'], { name: null })
  beforeEach(() => startSession('t', nameless))
  const rules = [
    [getActivity, { data: activity() }],
    [mySignup, mineIs(null)],
    [signUp, { data: signup('confirmed') }],
    [setName, { data: { ...nameless, name: '演示丙' } }],
  ] as const

  it('is asked before the first sign-up, and signs up under that name', async () => {
    serve(...rules)
    draw(<Detail />)
    await press(/^报名/)
    expect(await screen.findByText('社区怎么称呼您？')).toBeTruthy()
    await press('写好了，报名')
    expect(await screen.findByText('请写称呼，最多 20 个字')).toBeTruthy()
    expect(host.sent.filter(({ method }) => method !== 'GET')).toEqual([])
    await write(/^称呼/, ' 演示丙 ')
    await press('写好了，报名')
    await waitFor(() => expect(sentTo(signUp)).toHaveLength(1))
    expect(sentTo(setName)[0]!.data).toEqual({ name: '演示丙' })
    expect(useSession.getState().me?.name).toBe('演示丙')
    expect(screen.queryByText('社区怎么称呼您？')).toBeNull()
  })

  it('may do without, and is not asked again when the answer was lost', async () => {
    serve([signUp, 'offline'], ...rules)
    draw(<Detail />)
    await press(/^报名/)
    await press('先不填，直接报名')
    expect(await screen.findByText(/不会重复提交/)).toBeTruthy()
    await press(/^报名/)
    await waitFor(() => expect(sentTo(signUp)).toHaveLength(2))
    expect(sentTo(setName)).toHaveLength(0)
  })

  it('signs up nobody by closing it, nor when the name could not be kept', async () => {
    serve([setName, 'offline'], ...rules)
    draw(<Detail />)
    await press(/^报名/)
    await press('关闭')
    expect(screen.queryByText('社区怎么称呼您？')).toBeNull()
    await press(/^报名/)
    await write(/^称呼/, '演示丙')
    await press('写好了，报名')
    expect(await screen.findByText('没有连上网络，请稍后再试')).toBeTruthy()
    expect(sentTo(signUp)).toHaveLength(0)
  })
})

it('says before cancelling that there is no way back after the deadline', async () => {
  startSession('t', me(['resident']))
  serve(
    [getActivity, { data: activity({ signupClosesAt: Date.now() - 1_000 }) }],
    [mySignup, mineIs(signup('confirmed'))],
  )
  draw(<Detail />)
  await press(/^取消报名：/)
  expect(screen.getByText('名额会让给别人。报名已经截止，取消后不能再报。')).toBeTruthy()
})

describe('the page', () => {
  it('says that there is nothing behind the address, and leads on', async () => {
    serve()
    draw(<Detail />)
    expect(await screen.findByText('没有找到，可能已被移走')).toBeTruthy()
    await press(/看别的活动/)
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/tabs/activities/index' })
  })

  it.each<Record<string, string>>([{}, { id: 'half-of-it' }])(
    'does not wait for an activity that the address doesn’t name: %o',
    (params) => {
      host.params = params
      draw(<Detail />)
      expect(screen.getByText('没有找到这个活动')).toBeTruthy()
      expect(host.sent.filter((sent) => sent.url.includes('/activities'))).toHaveLength(0)
    },
  )

  it('keeps what was read before when there is no network', async () => {
    const client = freshClient()
    client.setQueryData(keyOf(getActivity, { id: ID }), activity(), { updatedAt: Date.now() - 3_600_000 })
    serve([getActivity, 'offline'])
    draw(<Detail />, client)
    expect(screen.getByText('太极拳入门课')).toBeTruthy()
    expect(await screen.findByText(/没有连上网络，下面是 .+ 读到的内容/)).toBeTruthy()
  })

  it('offers another try when it could not be read', async () => {
    serve([getActivity, 'offline'])
    draw(<Detail />)
    expect(await screen.findByText('没有连上网络')).toBeTruthy()
    serve([...shown()])
    await press(/再试一次/)
    expect(await screen.findByText('太极拳入门课')).toBeTruthy()
  })
})
