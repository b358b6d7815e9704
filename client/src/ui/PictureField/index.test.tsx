import { screen, waitFor } from '@testing-library/react'
import type { Uploaded } from '@tmt/shared/files/contract.ts'
import { beforeEach, expect, it, vi } from 'vitest'
import { press } from '../../../test/press.ts'
import { draw } from '../../../test/render.tsx'
import { Refused, Unreachable } from '../../platform/errors.ts'
import { PictureField } from './index.tsx'

const device = vi.hoisted(() => ({ chosen: null as null | ((key: string) => Promise<unknown>) }))
vi.mock('../../platform/pictures', () => ({ choosePicture: async () => device.chosen }))

const made: Uploaded = {
  id: '01999999-0000-7000-8000-0000000000f1',
  width: 640,
  height: 480,
  picture: '/files/f1/picture?until=1',
  thumbnail: '/files/f1/thumbnail?until=1',
  keptUntil: 1,
}
const onChange = vi.fn<(picture: Uploaded | null) => void>()
const field = (value: { shown: string | null; alt: string } | null = null) =>
  draw(<PictureField label="配图" what="活动的配图" value={value} onChange={onChange} />)

beforeEach(() => {
  onChange.mockClear()
  device.chosen = null
})

it('sends what was chosen at once, and hands over what came of it', async () => {
  device.chosen = async () => made
  field()
  await press('选一张图片：活动的配图')
  await waitFor(() => expect(onChange).toHaveBeenCalledWith(made))
})

it('does nothing when the person changes their mind', async () => {
  field()
  await press('选一张图片：活动的配图')
  expect(onChange).not.toHaveBeenCalled()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('says what is wrong with it, and offers no second try of what was refused', async () => {
  device.chosen = async () => {
    throw new Refused({ code: 'notAPicture', status: 422, title: '这个文件不是图片' })
  }
  field()
  await press('选一张图片：活动的配图')
  expect((await screen.findByRole('alert')).textContent).toContain('这个文件不是图片')
  expect(screen.queryByRole('button', { name: '再传一次' })).toBeNull()
})

it('tries the same upload again, with the same key, after no answer came', async () => {
  const keys: string[] = []
  device.chosen = async (key) => {
    keys.push(key)
    if (keys.length === 1) throw new Unreachable()
    return made
  }
  field()
  await press('选一张图片：活动的配图')
  await screen.findByRole('button', { name: '再传一次' })
  await press('再传一次')
  await waitFor(() => expect(onChange).toHaveBeenCalledWith(made))
  expect([keys.length, new Set(keys).size]).toEqual([2, 1])
})

it('shows what was chosen with its words, and lets go of it', async () => {
  field({ shown: made.thumbnail, alt: '老师在教剪纸' })
  expect(screen.getByRole('img', { name: '老师在教剪纸' }).getAttribute('src')).toContain(
    '/api/files/f1/thumbnail',
  )
  await press('不要图片了：活动的配图')
  expect(onChange).toHaveBeenCalledWith(null)
})
