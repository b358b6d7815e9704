import { screen } from '@testing-library/react'
import { getNotice } from '@tmt/shared/notices/contract.ts'
import { expect, it } from 'vitest'
import { NOTICE, notice } from '../../../../test/notices.ts'
import { press } from '../../../../test/press.ts'
import { draw, serve } from '../../../../test/render.tsx'
import Taro, { host } from '../../../../test/taro.ts'
import Print from './index.tsx'

it('hands over an address in WeChat, which prints nothing', async () => {
  host.params = { id: NOTICE }
  serve([getNotice, { data: notice() }])
  draw(<Print />)
  await press('复制打印用的网址')
  expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: `/notices/pages/print/index?id=${NOTICE}` })
  expect(await screen.findByText('网址已复制，发到电脑上用浏览器打开就能打印。')).toBeTruthy()
})
