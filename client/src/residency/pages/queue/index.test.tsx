import { fireEvent, screen, waitFor } from '@testing-library/react'
import { decideClaim, listClaims, revokeClaim } from '@tmt/shared/residency/staff-contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import { claim, HOME } from '../../../../test/residency.ts'
import Taro from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import HomeQueue from './index.tsx'

const wide = vi.hoisted(() => ({ on: false }))
vi.mock('../../../platform/wide', () => ({ useWide: () => wide.on }))

const second = '01999999-0000-7000-8000-0000000000c2'
const first = claim({ dueAt: Date.now() - 2 * DAY })
const other = claim({ id: second, door: '1单元102室', name: '演示居民乙' })
const list = (...items: object[]) => [listClaims, { data: { items, next: null } }] as const

beforeEach(() => {
  endSession()
  wide.on = false
  startSession('t', me(['worker']))
})

it('a phone: cards with their clocks; a press opens one', async () => {
  serve(list(first, other))
  draw(<HomeQueue />)
  expect(await screen.findByText('逾期 2 天')).toBeTruthy()
  await press('东安花园 3号楼 1单元102室，演示居民乙')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/residency/pages/claimed/index?id=${second}` })
})

it('says so when all is done', async () => {
  serve(list())
  draw(<HomeQueue />)
  expect(await screen.findByText('没有待核验的，都办好了')).toBeTruthy()
})

it('is not for residents', () => {
  startSession('t', me(['resident']))
  serve()
  draw(<HomeQueue />)
  expect(screen.getByText('这里给社区工作者和网格员用')).toBeTruthy()
})

describe('a wide window', () => {
  beforeEach(() => {
    wide.on = true
  })

  it('a colleague who was faster is told', async () => {
    serve(list(first), [
      decideClaim,
      { status: 409, data: problem('decided', 409, '这一条刚由同事办好了，请看下一条') },
    ])
    draw(<HomeQueue />)
    fireEvent.click(await screen.findByRole('radio', { name: /^属实/ }))
    await press(/^属实，核验：/)
    expect(await screen.findByText('这一条刚由同事办好了，请看下一条')).toBeTruthy()
  })

  it('refusing asks for a reason, and for words where it is another', async () => {
    serve(list(first), [decideClaim, { data: claim({ status: 'rejected' }) }])
    draw(<HomeQueue />)
    fireEvent.click(await screen.findByRole('radio', { name: /^不属实/ }))
    await press(/^不予通过：/)
    expect(sentTo(decideClaim)).toHaveLength(0)
    fireEvent.click(screen.getByRole('radio', { name: /其他$/ }))
    expect(screen.getByText('选了“其他”，请写几个字说明')).toBeTruthy()
    await write(/^再说几句/, '不住在这里')
    await press(/^不予通过：/)
    await waitFor(() =>
      expect(sentTo(decideClaim)[0]!.data).toEqual({
        outcome: 'rejected',
        reason: 'other',
        note: '不住在这里',
        version: 1,
      }),
    )
    expect(await screen.findByText(/^没有通过：东安花园 3号楼 2单元301室/)).toBeTruthy()
  })

  it.each([
    ['relative', '登记的人与您有近亲属关系，请同事来核验'],
    ['ownClaim', '这是您自己的登记，请同事来核验'],
  ] as const)('%s: no answer is offered, and it is said why', async (conflict, words) => {
    serve(list(claim({ conflict })))
    draw(<HomeQueue />)
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.queryByRole('radio', { name: /^属实/ })).toBeNull()
  })

  it('who has declared nothing is led there', async () => {
    serve(list(claim({ conflict: 'declareFirst' })))
    draw(<HomeQueue />)
    await press('去申报近亲属')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/people/pages/relatives/index' })
  })

  it('the committee reads', async () => {
    startSession('t', me(['committee']))
    serve(list(first))
    draw(<HomeQueue />)
    expect(await screen.findByText('核验由社区工作者和网格员来做，您可以看。')).toBeTruthy()
    expect(screen.queryByRole('radio', { name: /^属实/ })).toBeNull()
  })

  it('what is verified is taken back with a reason', async () => {
    const done = claim({ status: 'verified', version: 2, dueAt: null })
    serve(list(done), [revokeClaim, { data: { ...done, status: 'revoked' } }])
    draw(<HomeQueue />)
    fireEvent.click(await screen.findByRole('radio', { name: '已核验' }))
    await press(/^收回核验：/)
    fireEvent.click(await screen.findByRole('radio', { name: '本人不住在这里' }))
    await press('收回核验')
    await waitFor(() =>
      expect(sentTo(revokeClaim)[0]!).toMatchObject({
        url: expect.stringContaining(HOME) as unknown,
        data: { reason: 'notThere', note: '', version: 2 },
      }),
    )
  })
})
