import { screen } from '@testing-library/react'
import { getSignupPhone } from '@tmt/shared/activities/staff-contract.ts'
import { beforeEach, expect, it, vi } from 'vitest'
import { ID } from '../../../../test/activities.ts'
import { press } from '../../../../test/press.ts'
import { draw, serve } from '../../../../test/render.tsx'
import { RosterTable } from './index'

const wide = vi.hoisted(() => ({ on: false }))
vi.mock('../../../platform/wide', () => ({ useWide: () => wide.on }))

const now = Date.now()
const row = {
  id: '01999999-0000-7000-8000-0000000000c1',
  position: 1,
  name: '演示居民01号',
  by: null,
  child: false,
  phone: '199****0101',
  at: now,
  offerUntil: null,
}
const open = () => draw(<RosterTable activityId={ID} rows={[row]} now={now} />)
beforeEach(() => {
  serve([getSignupPhone, { data: { phone: '19900000101' } }])
})

it('is a table on a wide window, rows on a phone', () => {
  wide.on = true
  const page = open()
  expect(screen.getByRole('rowheader', { name: '演示居民01号' })).toBeTruthy()
  expect(screen.getByText('199****0101')).toBeTruthy()
  page.unmount()
  wide.on = false
  open()
  expect(screen.queryByRole('table')).toBeNull()
  expect(screen.getByRole('listitem').textContent).toContain('1. 演示居民01号')
})

it.each([true, false])('leads the keyboard on to the number that stands there now (wide: %s)', async (on) => {
  wide.on = on
  open()
  await press('看电话：演示居民01号')
  const link = await screen.findByRole('link', { name: '演示居民01号，19900000101，打电话' })
  expect(link.getAttribute('href')).toBe('tel:19900000101')
  expect(document.activeElement).toBe(link)
})
