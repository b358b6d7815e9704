import { getNotice } from '@tmt/shared/notices/contract.ts'
import { expect, it, vi } from 'vitest'
import { NOTICE, notice } from '../../../../test/notices.ts'
import { press } from '../../../../test/press.ts'
import { draw, serve } from '../../../../test/render.tsx'
import { host } from '../../../../test/taro.ts'
import Print from './index.tsx'

it('prints in a browser', async () => {
  window.print = vi.fn<() => void>()
  host.params = { id: NOTICE }
  serve([getNotice, { data: notice() }])
  draw(<Print />)
  await press('打印（A4 纸）')
  expect(window.print).toHaveBeenCalledTimes(1)
})
