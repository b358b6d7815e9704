import { screen, waitFor } from '@testing-library/react'
import { appealHiding, myModeration } from '@tmt/shared/moderation/contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { myItem } from '../../../../test/moderation.ts'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, sentTo, serve } from '../../../../test/render.tsx'
import { endSession, startSession } from '../../../platform/session.ts'
import MyModeration from './index.tsx'

beforeEach(() => endSession())
const list = (...items: object[]) => [myModeration, { data: { items, next: null } }] as const

it('says why something is hidden, and takes an appeal', async () => {
  startSession('t', me(['worker']))
  serve(list(myItem()), [appealHiding, { data: { ok: true } }])
  draw(<MyModeration />)
  expect(await screen.findByText('隐藏的原因：诈骗')).toBeTruthy()
  await press('申诉：太极拳入门课')
  await press('提交申诉')
  expect(await screen.findByText('请写明理由，至少 2 个字')).toBeTruthy()
  await write(/理由/, '活动不收费')
  await press('提交申诉')
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('已提交申诉'))
  expect(sentTo(appealHiding)[0]!.data).toEqual({ text: '活动不收费' })
})

it('tells how an appeal stands, and asks for no second one', async () => {
  startSession('t', me())
  const appeal = { text: '活动不收费', at: 1, outcome: null, answer: null }
  serve(list(myItem({ mayAppeal: false, appeal })))
  const waiting = draw(<MyModeration />)
  expect(await screen.findByText(/还没有答复/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /申诉/ })).toBeNull()
  waiting.unmount()
  const answered = { ...appeal, outcome: 'refused', answer: '仍不合适' } as const
  serve(list(myItem({ mayAppeal: false, appeal: answered })))
  draw(<MyModeration />)
  expect(await screen.findByText('仍然隐藏。答复：仍不合适')).toBeTruthy()
})

it('says whether others see what waits for a person', async () => {
  startSession('t', me())
  serve(list(myItem({ state: 'review', shown: false, mayAppeal: false })))
  draw(<MyModeration />)
  expect(await screen.findByText('工作人员会看，看过之前别人看不到。')).toBeTruthy()
})

it('is empty, or for who has signed in', async () => {
  serve(list())
  const guest = draw(<MyModeration />)
  expect(screen.getByText('登录后看您发布的内容')).toBeTruthy()
  guest.unmount()
  startSession('t', me())
  draw(<MyModeration />)
  expect(await screen.findByText('您发布的内容都在正常显示')).toBeTruthy()
})
