import { screen, waitFor } from '@testing-library/react'
import { getDivision } from '@tmt/shared/divisions/contract.ts'
import { listChildren, searchDivisions } from '@tmt/shared/divisions/search-contract.ts'
import { chooseCommunity } from '@tmt/shared/people/contract.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { division, me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import Taro, { host } from '../../../../test/taro.ts'
import { endSession, startSession, useSession } from '../../../platform/session.ts'
import PickCommunity from './index.tsx'

const city = division('321200000000', '泰州市')
const district = division('321202000000', '海陵区')
const town = division('321202001000', '城东街道')
const community = division('321202001002', '东安居委会')
const elsewhere = division('321203001001', '别处居委会')
const all = [city, district, town, community]
const codeIn = (url: string) => /divisions\/(\d{12})/.exec(url)![1]!

/** The register, as the server has it. */
const register = [
  [
    listChildren,
    ({ url }: { url: string }) => ({ data: { items: all.filter((unit) => unit.parent === codeIn(url)) } }),
  ],
  [
    getDivision,
    ({ url }: { url: string }) => {
      const at = all.findIndex((unit) => unit.code === codeIn(url))
      return {
        data: {
          division: all[at],
          path: all.slice(0, at),
          answeredBy: null,
          phone: null,
          counter: null,
          demo: false,
        },
      }
    },
  ],
  [
    searchDivisions,
    { data: { items: [community, elsewhere].map((unit) => ({ division: unit, within: '泰州市' })) } },
  ],
] as const

beforeEach(() => endSession())

describe('a guest', () => {
  it('goes from the city down to a community, which this device then keeps', async () => {
    serve(...register)
    draw(<PickCommunity />)
    await press(/^海陵区/)
    await press(/^城东街道/)
    expect(await screen.findByText('泰州市 › 海陵区 › 城东街道：选村或社区')).toBeTruthy()
    await press(/^东安居委会/)
    await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalledTimes(1))
    expect(JSON.parse(host.store.get('community')!)).toMatchObject({ code: community.code })
    expect(sentTo(chooseCommunity)).toHaveLength(0)
  })

  it('tells a unit that only statistics know from a village', async () => {
    const quarter = division('321202001500', '演示生活区')
    serve([listChildren, { data: { items: [community, quarter] } }], ...register)
    host.params = { within: town.code }
    draw(<PickCommunity />)
    expect(await screen.findByRole('button', { name: '演示生活区，统计用单位，选这里' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '东安居委会，选这里' })).toBeTruthy()
  })

  it('finds it by name, asking once when the typing has stopped', async () => {
    serve(...register)
    draw(<PickCommunity />)
    await write('按名称找', '东')
    await write('按名称找', '东安')
    expect(await screen.findByRole('button', { name: /^东安居委会.*泰州市/ })).toBeTruthy()
    expect(sentTo(searchDivisions).map((sent) => sent.url)).toEqual([
      `/api/divisions?q=${encodeURIComponent('东安')}`,
    ])
  })

  it('is told what to do when nothing bears the name', async () => {
    serve([searchDivisions, { data: { items: [] } }], ...register)
    draw(<PickCommunity />)
    await write('按名称找', '没有')
    expect(await screen.findByText('没有找到“没有”')).toBeTruthy()
  })
})

it('keeps the choice with the account of somebody signed in, and stays here when that fails', async () => {
  startSession('t', me([], { community: null }))
  host.params = { within: town.code }
  serve([chooseCommunity, { status: 503, data: problem('unavailable', 503, '系统正忙') }], ...register)
  draw(<PickCommunity />)
  await press(/^东安居委会/)
  expect(await screen.findByText('系统正忙')).toBeTruthy()
  expect(Taro.navigateBack).not.toHaveBeenCalled()
  serve([chooseCommunity, { data: me([], { community }) }], ...register)
  await press(/^东安居委会/)
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalledTimes(1))
  expect(useSession.getState().me?.community?.code).toBe(community.code)
})

it('picks a community to work for within the scope, and changes nobody’s own', async () => {
  startSession('t', me(['town']))
  host.params = { within: town.code, to: 'manageActivities' }
  serve(...register)
  draw(<PickCommunity />)
  await write('按名称找', '居委会')
  expect(await screen.findByRole('button', { name: /^东安居委会/ })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^别处居委会/ })).toBeNull()
  await press(/^东安居委会/)
  await waitFor(() =>
    expect(Taro.redirectTo).toHaveBeenCalledWith({
      url: `/activities/pages/manage/index?community=${community.code}`,
    }),
  )
  expect(sentTo(chooseCommunity)).toHaveLength(0)
})
