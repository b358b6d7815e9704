import { screen, waitFor } from '@testing-library/react'
import { addRelative, declareRelatives, myRelatives, removeRelative } from '@tmt/shared/people/relatives.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import { endSession, startSession } from '../../../platform/session.ts'
import Relatives from './index.tsx'

const id = '01999999-0000-7000-8000-0000000000e1'
const one = { id, relation: 'sibling' as const, phone: '199****0105' }

beforeEach(() => {
  endSession()
  startSession('t', me(['worker']))
})

it('somebody without relatives here declares so', async () => {
  let told: object = { declaredAt: null, items: [] }
  serve(
    [myRelatives, () => ({ data: told })],
    [declareRelatives, () => ((told = { declaredAt: Date.now(), items: [] }), { data: told })],
  )
  draw(<Relatives />)
  expect(await screen.findByText('还没有声明。声明以后才能核验住处。')).toBeTruthy()
  await press('声明：在本地没有近亲属')
  expect(await screen.findByText(/声明过；有变化时随时改/)).toBeTruthy()
})

it('one is added by relation and number, and shown masked', async () => {
  let items: object[] = []
  serve(
    [myRelatives, () => ({ data: { declaredAt: null, items } })],
    [addRelative, () => ((items = [one]), { data: { declaredAt: null, items } })],
    [removeRelative, () => ((items = []), { data: { ok: true } })],
  )
  draw(<Relatives />)
  await press('加上这一位')
  expect(await screen.findByText('请选一项')).toBeTruthy()
  expect(screen.getByText('请填 11 位手机号')).toBeTruthy()
  screen.getByRole('radio', { name: '兄弟姐妹' }).click()
  await write(/^对方的手机号/, '19900000105')
  await press('加上这一位')
  expect(await screen.findByText('199****0105')).toBeTruthy()
  expect(sentTo(addRelative)[0]!.data).toEqual({ relation: 'sibling', phone: '19900000105' })
  await press(/^兄弟姐妹，199\*\*\*\*0105/)
  await waitFor(() => expect(sentTo(removeRelative)).toHaveLength(1))
  expect(await screen.findByText('还没有申报过谁。')).toBeTruthy()
})

it('one’s own number is refused in words', async () => {
  serve(
    [myRelatives, { data: { declaredAt: null, items: [] } }],
    [addRelative, { status: 422, data: problem('yourself', 422, '这是您自己的手机号，请填亲属的') }],
  )
  draw(<Relatives />)
  await screen.findByText('还没有申报过谁。')
  screen.getByRole('radio', { name: '配偶' }).click()
  await write(/^对方的手机号/, '13800000001')
  await press('加上这一位')
  expect(await screen.findByText('这是您自己的手机号，请填亲属的')).toBeTruthy()
})

it('residents have nothing to declare', () => {
  startSession('t', me(['resident']))
  draw(<Relatives />)
  expect(screen.getByText('居民不用申报。')).toBeTruthy()
})
