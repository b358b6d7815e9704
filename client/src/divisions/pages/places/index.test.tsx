import { screen, waitFor, within } from '@testing-library/react'
import {
  addPlace,
  changePlace,
  closePlace,
  type ManagedPlace,
  managedPlaces,
} from '@tmt/shared/divisions/place-contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import { places } from '../../../../test/residency.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import Places from './index.tsx'

const managed: ManagedPlace[] = places.map((place) => ({ ...place, closed: false, version: 1, demo: true }))
const list = (...more: ManagedPlace[]) => [managedPlaces, { data: { items: [...managed, ...more] } }] as const
const building = managed[3]!

beforeEach(() => {
  endSession()
  startSession('t', me(['worker']))
})

it('lists buildings by 小区, with their grids and codes in groups', async () => {
  serve(list())
  draw(<Places />)
  expect(await screen.findByRole('heading', { name: '东安花园的楼栋' })).toBeTruthy()
  expect(screen.getByText('第一网格 · 321202 001 001 · B 0003')).toBeTruthy()
  expect(screen.getByText('还没有归到网格 · 321202 001 001 · B 0007')).toBeTruthy()
})

it('enters a building in its 小区 and grid', async () => {
  serve(list(), [addPlace, { data: building }])
  draw(<Places />)
  await press('新增楼栋、小组、小区或网格')
  const sheet = within(await screen.findByRole('dialog'))
  await press('新增楼栋')
  expect(sheet.getByText('请写名称')).toBeTruthy()
  await write(/^名称/, '8号楼')
  sheet.getByRole('radio', { name: '银杏苑' }).click()
  sheet.getByRole('radio', { name: '第一网格' }).click()
  await press('新增楼栋')
  await waitFor(() =>
    expect(sentTo(addPlace)[0]!.data).toEqual({
      kind: 'building',
      name: '8号楼',
      area: '321202001001-P000002',
      grid: '321202001001-001',
    }),
  )
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('a name that is taken is told in the sheet, which stays', async () => {
  serve(list(), [
    changePlace,
    { status: 409, data: problem('nameTaken', 409, '这里已经有一个同名的，请换个名称') },
  ])
  draw(<Places />)
  await press(/^3号楼/)
  await write(/^名称/, '7号楼')
  await press('保存')
  expect(await screen.findByText('这里已经有一个同名的，请换个名称')).toBeTruthy()
  expect(sentTo(changePlace)[0]!.data).toMatchObject({ name: '7号楼', version: 1 })
})

it('closes one, and takes a closed one into use again', async () => {
  const closed = { ...building, code: '321202001001-B0009', name: '9号楼', closed: true, version: 2 }
  serve(list(closed), [closePlace, { data: building }])
  draw(<Places />)
  await press(/^3号楼/)
  await press('停用')
  await waitFor(() => expect(sentTo(closePlace)[0]!.data).toEqual({ closed: true, version: 1 }))
  await press(/^9号楼.*已停用/)
  expect(screen.queryByLabelText('名称')).toBeNull()
  await press('恢复使用')
  await waitFor(() => expect(sentTo(closePlace)[1]!.data).toEqual({ closed: false, version: 2 }))
})

it('says how to begin where nothing was entered', async () => {
  serve([managedPlaces, { data: { items: [] } }])
  draw(<Places />)
  expect(await screen.findByText('还没有录入楼栋和网格')).toBeTruthy()
})

it('is not for residents', () => {
  startSession('t', me(['resident']))
  serve()
  draw(<Places />)
  expect(screen.getByText('这里给社区工作者用')).toBeTruthy()
})
