import { fireEvent, screen, waitFor } from '@testing-library/react'
import { getDivision } from '@tmt/shared/divisions/contract.ts'
import { listPlaces } from '@tmt/shared/divisions/place-contract.ts'
import { changeResidency, claimResidency, myResidencies } from '@tmt/shared/residency/contract.ts'
import { DAY, startOfDay } from '@tmt/shared/time.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { division, me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import { HOME, home, places } from '../../../../test/residency.ts'
import Taro, { host } from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import { remember } from '../../../platform/storage.ts'
import { emptyForm } from '../../parts/form-value.ts'
import ClaimHome from './index.tsx'

const desk = {
  division: division(),
  path: [],
  answeredBy: null,
  phone: '0523-00000101',
  counter: null,
  demo: true,
}
const community = [getDivision, { data: desk }] as const
const buildings = [listPlaces, { data: { items: places } }] as const
const since = startOfDay(Date.now()) - 100 * DAY

beforeEach(() => {
  endSession()
  host.params = {}
  startSession('t', me())
})
const choose = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('radio', { name }))
/** The day is picked by the platform's own control; here it is kept from last time. */
const withDay = () =>
  remember('drafts', { [`${me().id}:home:321202001001`]: { at: Date.now(), value: { ...emptyForm, since } } })

describe('a new home', () => {
  it('is handed in: 小区, building, door, and the rest', async () => {
    withDay()
    serve(community, buildings, [claimResidency, { data: home() }])
    draw(<ClaimHome />)
    expect(await screen.findByRole('radio', { name: '3号楼' })).toBeTruthy()
    expect(screen.queryByRole('radio', { name: '7号楼' })).toBeNull()
    await choose('银杏苑')
    await choose('7号楼')
    await write('门牌', ' 2单元301室 ')
    await choose('住在这里，户口在别处')
    await choose('租房合同')
    await press('交给社区核验')
    await waitFor(() => expect(sentTo(claimResidency)).toHaveLength(1))
    expect(sentTo(claimResidency)[0]!.data).toEqual({
      place: '321202001001-B0007',
      door: ' 2单元301室 ',
      kind: 'liveOnly',
      since,
      evidence: 'lease',
      certTail: null,
      submit: true,
    })
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({ url: `/residency/pages/home/index?id=${HOME}` }),
    )
  })

  it('says which fields are missing, and sends nothing', async () => {
    serve(community, buildings)
    draw(<ClaimHome />)
    await screen.findByRole('radio', { name: '3号楼' })
    await press('先存着')
    expect(
      await screen.findByText('有 5 处要改：楼栋或小组、门牌、怎么住、从哪天起、可以出示什么'),
    ).toBeTruthy()
    expect(sentTo(claimResidency)).toHaveLength(0)
  })

  it('keeps what was typed when it is refused, and says it at the door', async () => {
    withDay()
    serve(community, buildings, [
      claimResidency,
      { status: 409, data: problem('alreadyThere', 409, '这个门牌您已经登记过') },
    ])
    draw(<ClaimHome />)
    await choose('3号楼')
    await write('门牌', '2-301')
    await choose('户口在这里，也住在这里')
    await choose('户口簿')
    await press('交给社区核验')
    expect(await screen.findByText('这个门牌您已经登记过')).toBeTruthy()
    expect(screen.getByDisplayValue('2-301')).toBeTruthy()
  })

  it('tells whom to ring where no building was entered yet', async () => {
    serve(community, [listPlaces, { data: { items: [] } }])
    draw(<ClaimHome />)
    expect(await screen.findByText('这里的楼栋还没有录入')).toBeTruthy()
    expect(await screen.findByText(/请打社区窗口电话 0523-00000101/)).toBeTruthy()
  })

  it('lets another community be picked first', async () => {
    serve(community, buildings)
    draw(<ClaimHome />)
    await press(/^演示居委会/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/divisions/pages/pick/index?to=claimHome' })
  })
})

describe('a home that stands', () => {
  beforeEach(() => {
    host.params = { id: HOME }
  })
  it('is changed and handed in again, over the version that was read', async () => {
    const one = home({ status: 'needMore', reason: 'doorUnclear', version: 4 })
    serve(community, buildings, [myResidencies, { data: { items: [one] } }], [changeResidency, { data: one }])
    draw(<ClaimHome />)
    await write('门牌', '2单元302室')
    await press('交给社区核验')
    await waitFor(() => expect(sentTo(changeResidency)).toHaveLength(1))
    expect(sentTo(changeResidency)[0]!.data).toMatchObject({ door: '2单元302室', version: 4, submit: true })
  })
  it('can’t be changed while it waits', async () => {
    serve(community, buildings, [myResidencies, { data: { items: [home()] } }])
    draw(<ClaimHome />)
    expect(await screen.findByText('这一处现在不能改')).toBeTruthy()
  })
})

it('a guest signs in first', () => {
  endSession()
  draw(<ClaimHome />)
  expect(screen.getByText('登录后登记住处')).toBeTruthy()
})
