import { screen, waitFor } from '@testing-library/react'
import { listNotices } from '@tmt/shared/notices/contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { NOTICE, noticeCard } from '../../../../test/notices.ts'
import { division } from '../../../../test/people.ts'
import { press } from '../../../../test/press.ts'
import { draw, sentTo, serve } from '../../../../test/render.tsx'
import Taro from '../../../../test/taro.ts'
import { keepCommunity } from '../../../platform/community.ts'
import { endSession } from '../../../platform/session.ts'
import List from './index.tsx'

const other = '01999999-0000-7000-8000-0000000000a2'
beforeEach(() => {
  endSession()
  keepCommunity(division())
})
const list = (...items: object[]) => [listNotices, { data: { items, next: null } }] as const
const last = () => sentTo(listNotices).at(-1)!.url

it('lists what there is to know, each with what must be known of it', async () => {
  serve(list(noticeCard({ urgent: true }), noticeCard({ id: other, title: '交医保', status: 'withdrawn' })))
  draw(<List />)
  expect(await screen.findByText('紧急')).toBeTruthy()
  expect(screen.getByText('已撤回')).toBeTruthy()
  expect(last()).toContain('division=321202001001&when=current')
  await press('3号楼停水')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/notices/pages/detail/index?id=${NOTICE}` })
})

it('asks by kind and for the past ones, and leads on from an empty list', async () => {
  serve(list())
  draw(<List />)
  await screen.findByText('现在没有这样的通知')
  screen.getByRole('radio', { name: '缴费' }).click()
  await waitFor(() => expect(last()).toContain('kind=payment'))
  screen.getByRole('radio', { name: '往期' }).click()
  await waitFor(() => expect(last()).toContain('when=past&kind=payment'))
  await press('看全部类别')
  await waitFor(() => expect(last()).not.toContain('kind='))
})

it('reads further pages on demand', async () => {
  serve([
    listNotices,
    ({ url }) => ({
      data: url.includes('cursor=c1')
        ? { items: [noticeCard({ id: other, title: '交医保' })], next: null }
        : { items: [noticeCard()], next: 'c1' },
    }),
  ])
  draw(<List />)
  await press('再看一些')
  expect(await screen.findByText('交医保')).toBeTruthy()
})
