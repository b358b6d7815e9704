import { fireEvent, screen, waitFor } from '@testing-library/react'
import {
  myReveals,
  recordAtCounter,
  type Recorded,
  recordedIdentities,
  revealField,
  type RevealView,
} from '@tmt/shared/identity/contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import { host } from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import Counter from './index.tsx'

const made: Recorded = {
  personId: '01999999-0000-7000-8000-0000000000d1',
  provider: 'counter',
  name: '演**',
  idNumber: '321200**********13',
  phone: '199****0101',
  verifiedAt: Date.now(),
}
const look: RevealView = {
  id: '01999999-0000-7000-8000-0000000000d2',
  at: Date.now(),
  field: 'phone',
  reason: '活动改期，打电话通知',
  communityName: '演示居委会',
  by: '演示甲',
  byPhone: '138****0001',
  of: '演** 321200**********13',
  outcome: 'questioned',
  note: '请说明来电时间',
  reviewedAt: Date.now(),
}
const none = [myReveals, { data: { items: [], next: null } }] as const
const rows = [recordedIdentities, { data: { items: [made], next: null } }] as const
const agree = async () => fireEvent.click(await screen.findByRole('switch', { name: /同意登记/ }))
async function fill(idNumber: string) {
  await write('手机号', '199 0000 0101')
  await write('姓名', '演甲示')
  await write(/^身份证号/, idNumber)
}

beforeEach(() => {
  endSession()
  startSession('t', me(['worker']))
})

it('registers somebody, empties the fields and says what comes next; nothing typed stays on the machine', async () => {
  serve([recordAtCounter, { data: made }], none)
  draw(<Counter />)
  await fill('３２１２００１９０００２２８００４ｘ')
  await press(/^登记/)
  expect(sentTo(recordAtCounter)).toHaveLength(0)
  await agree()
  await press(/^登记/)
  expect(await screen.findByText(/本人用 199\*{4}0101 登录，就是实名的/)).toBeTruthy()
  expect(sentTo(recordAtCounter)[0]!.data).toMatchObject({
    phone: '19900000101',
    agreed: true,
    guardian: false,
  })
  expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('')
  expect([...host.store.values()].join()).not.toContain('演甲示')
})

it.each([
  ['321200900101001', '15 位的一代身份证已停用，请填新证上的 18 位号码'],
  ['321200195802290126', '号码里的出生日期不存在，请对照证件再填一遍'],
  ['321200190001010014', '最后一位对不上，多半是抄错了一位，请对照证件再填一遍'],
])('says at the field what is wrong with %s, before anything is sent', async (number, title) => {
  serve(none)
  draw(<Counter />)
  await fill(number)
  await agree()
  await press(/^登记/)
  expect(await screen.findByText(title)).toBeTruthy()
  expect(sentTo(recordAtCounter)).toHaveLength(0)
})

it('keeps nothing on the machine when the network is lost, and sends the same act again', async () => {
  serve([recordAtCounter, 'offline'], none)
  draw(<Counter />)
  await fill('321200190001010013')
  await agree()
  await press(/^登记/)
  expect(await screen.findByText(/没有连上网络/)).toBeTruthy()
  expect([...host.store.keys()]).not.toContain('intentions')
  expect([...host.store.values()].join()).not.toContain('321200190001010013')
  await press(/^登记/)
  await waitFor(() => expect(sentTo(recordAtCounter)).toHaveLength(2))
  const keys = sentTo(recordAtCounter).map(({ header }) => header['Idempotency-Key'])
  expect(keys[0]).toBe(keys[1])
})

it('asks for the guardian of a child', async () => {
  serve([recordAtCounter, { data: made }], none)
  draw(<Counter />)
  await fill('32120020260101104X')
  await agree()
  await press(/^登记/)
  expect(screen.getAllByText('未满 14 周岁，请先确认监护人在场').length).toBeGreaterThan(0)
  fireEvent.click(screen.getByRole('switch', { name: /^监护人在场并同意/ }))
  await press(/^登记/)
  await waitFor(() => expect(sentTo(recordAtCounter)[0]!.data).toMatchObject({ guardian: true }))
})

it('keeps what was typed when the number is taken, and says what to do', async () => {
  const { status, title } = recordAtCounter.refusals.taken
  serve([recordAtCounter, { status, data: problem('taken', status, title) }], none)
  draw(<Counter />)
  await fill('321200190001010013')
  await agree()
  await press(/^登记/)
  expect(await screen.findByText(title)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('演甲示')
})

it('opens the list on demand, and a field with a reason alone', async () => {
  serve([revealField, { data: { value: '19900000101' } }], rows, none)
  draw(<Counter />)
  expect(sentTo(recordedIdentities)).toHaveLength(0)
  await press('打开名单')
  await press(/^演\*\*/)
  await press('看手机号')
  expect(screen.getByText('请写清为什么要看，至少 5 个字')).toBeTruthy()
  await write(/^理由/, '活动改期，打电话通知')
  await press('看手机号')
  expect(await screen.findByText('19900000101')).toBeTruthy()
  await press('用完了，关上')
  expect(screen.queryByText('19900000101')).toBeNull()
  expect(sentTo(revealField)).toHaveLength(1)
})

it('shows what the reviewer asked', async () => {
  serve([myReveals, { data: { items: [look], next: null } }])
  draw(<Counter />)
  expect(await screen.findByText('复核意见：请说明来电时间')).toBeTruthy()
  expect(screen.getByText('有一条有疑问，请按复核意见说明情况。')).toBeTruthy()
})

it('lets the committee look things up, not register', async () => {
  startSession('t', me(['committee']))
  serve(rows, none)
  draw(<Counter />)
  expect(await screen.findByText('打开名单')).toBeTruthy()
  expect(screen.queryByText('登记一个人')).toBeNull()
})

it.each([[[]], [['resident']], [['dpo']]] as const)('is not for %s', async (roles) => {
  startSession('t', me([...roles]))
  serve()
  draw(<Counter />)
  expect(await screen.findByText('这里给社区窗口用')).toBeTruthy()
})
