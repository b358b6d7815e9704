import { fireEvent, screen, waitFor } from '@testing-library/react'
import { seatOf, settleSeat } from '@tmt/shared/residency/seat-contract.ts'
import { expect, it } from 'vitest'
import { press, write } from '../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../test/render.tsx'
import { HOME } from '../../../test/residency.ts'
import { PARTNER, seat } from '../../../test/seats.ts'
import { SeatOfClaim } from './seat-staff.tsx'

it('is read when asked for alone; the head is named', async () => {
  let now = seat()
  serve(
    [seatOf, () => ({ data: { seat: now } })],
    [settleSeat, () => ((now = seat({ version: 4 })), { data: now })],
  )
  draw(<SeatOfClaim id={HOME} may />)
  expect(sentTo(seatOf)).toHaveLength(0)
  await press('看这一户（房产）和代表')
  await press('写明户主')
  fireEvent.click(await screen.findByRole('radio', { name: '演示家人乙' }))
  screen.getAllByRole('button', { name: '写明户主' }).at(-1)!.click()
  await waitFor(() => expect(sentTo(settleSeat)[0]!.data).toEqual({ head: PARTNER, version: 3 }))
})

it('witnessing takes words', async () => {
  serve(
    [seatOf, { data: { seat: seat() } }],
    [settleSeat, { status: 403, data: problem('relative', 403, '登记的人与您有近亲属关系，请同事来核验') }],
  )
  draw(<SeatOfClaim id={HOME} may />)
  await press('看这一户（房产）和代表')
  await press('见证换户代表')
  fireEvent.click(await screen.findByRole('radio', { name: '演示家人乙' }))
  await press(/^见证，换/)
  expect(sentTo(settleSeat)).toHaveLength(0)
  await write(/^谁在场/, '两人都在场')
  await press(/^见证，换/)
  await waitFor(() =>
    expect(sentTo(settleSeat)[0]!.data).toEqual({ representative: PARTNER, note: '两人都在场', version: 3 }),
  )
  expect(await screen.findByText('登记的人与您有近亲属关系，请同事来核验')).toBeTruthy()
})

it('enters the area of a unit and how many own it', async () => {
  serve(
    [seatOf, { data: { seat: seat({ purpose: 'unit' }) } }],
    [settleSeat, { data: seat({ purpose: 'unit' }) }],
  )
  draw(<SeatOfClaim id={HOME} may />)
  await press('看这一户（房产）和代表')
  await press('录入面积和共有人数')
  await write(/^专有部分面积/, '98.65')
  await write(/^产权证上有几位/, '2')
  await press(/^保存/)
  await waitFor(() =>
    expect(sentTo(settleSeat)[0]!.data).toEqual({
      unit: { area: 9_865, basis: 'register', owners: 2 },
      version: 3,
    }),
  )
})

it('the committee reads; what waits has no household yet', async () => {
  serve([seatOf, { data: { seat: seat() } }])
  const { unmount } = draw(<SeatOfClaim id={HOME} may={false} />)
  await press('看这一户（房产）和代表')
  expect(await screen.findByText('户代表')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '写明户主' })).toBeNull()
  unmount()
  serve([seatOf, { data: { seat: null } }])
  draw(<SeatOfClaim id={HOME} may />)
  await press('看这一户（房产）和代表')
  expect(await screen.findByText('还没有立户')).toBeTruthy()
})
