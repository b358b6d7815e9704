import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Button, type PhoneNumberDetail } from './index'

test('a press on a disabled button tells the reason, and its name holds it', () => {
  render(<Button disabledReason="报名已截止">我要报名</Button>)
  fireEvent.click(screen.getByRole('button', { name: '我要报名，报名已截止' }))
  expect(vi.spyOn(Taro, 'showToast')).toHaveBeenCalledWith(
    expect.objectContaining({ title: '报名已截止', icon: 'none' }),
  )
})

test('shares by WeChat, unless it is disabled', () => {
  const { rerender } = render(<Button openType="share">转发</Button>)
  expect(screen.getByRole('button').dataset.openType).toBe('share')
  rerender(
    <Button openType="share" disabledReason="活动还没有发布">
      转发
    </Button>,
  )
  expect(screen.getByRole('button').dataset.openType).toBeUndefined()
})

test('hands over what WeChat says of the phone number', () => {
  const told = vi.fn<(detail: PhoneNumberDetail) => void>()
  render(
    <Button openType="getPhoneNumber" onGetPhoneNumber={told}>
      用微信手机号登录
    </Button>,
  )
  fireEvent.click(screen.getByRole('button'))
  expect(told).toHaveBeenCalledWith({ code: 'phone-code', errMsg: 'getPhoneNumber:ok' })
})
