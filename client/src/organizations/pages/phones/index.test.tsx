import { screen } from '@testing-library/react'
import { getDivision } from '@tmt/shared/divisions/contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { division } from '../../../../test/people.ts'
import { draw, serve } from '../../../../test/render.tsx'
import { host } from '../../../../test/taro.ts'
import { keepCommunity } from '../../../platform/community.ts'
import { endSession } from '../../../platform/session.ts'
import Phones from './index.tsx'

const community = division()
const town = division('321202001000', '演示街道')
const townAnswers = { answeredBy: town, phone: '0523-00000100', counter: '演示街道一楼', demo: true }
const answers = (own: object) =>
  [
    getDivision,
    ({ url }: { url: string }) => ({
      data: url.includes(town.code)
        ? { division: town, path: [], ...townAnswers }
        : { division: community, path: [town], ...own },
    }),
  ] as const

beforeEach(() => {
  endSession()
  keepCommunity(community)
})

it('names both counters where both have entered a number', async () => {
  serve(answers({ answeredBy: community, phone: '0523-00000101', counter: '演示居委会一楼', demo: true }))
  draw(<Phones />)
  expect(await screen.findByLabelText('演示居委会窗口，0523-00000101，打电话')).toBeTruthy()
  expect(await screen.findByLabelText('演示街道窗口，0523-00000100，打电话')).toBeTruthy()
  expect(screen.getByText('窗口地址：演示居委会一楼')).toBeTruthy()
  expect(host.shared?.()).toEqual({ title: '泰民通 · 打电话找人', path: '/organizations/pages/phones/index' })
})

it('says that the town answers where the community has entered none, and names it once', async () => {
  serve(answers(townAnswers))
  draw(<Phones />)
  expect(await screen.findByText('这里的电话还没有登记，由演示街道接听。')).toBeTruthy()
  expect(screen.getByText('演示街道窗口地址：演示街道一楼')).toBeTruthy()
  expect(screen.getAllByLabelText('演示街道窗口，0523-00000100，打电话')).toHaveLength(1)
})

it('leads to 12345 where nobody has entered any', async () => {
  serve(answers({ answeredBy: null, phone: null, counter: null, demo: false }))
  draw(<Phones />)
  expect(await screen.findByText('这里的电话还没有登记，可以先拨 12345 问。')).toBeTruthy()
})
