import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { PhoneBar } from './index'

test('a press dials; saying no to WeChat’s question is no failure', async () => {
  const dial = vi.spyOn(Taro, 'makePhoneCall')
  dial.mockRejectedValueOnce(new Error('makePhoneCall:fail cancel'))
  render(<PhoneBar answeredBy="演示居委会" phone="0523-86800000" counter={null} />)
  fireEvent.click(screen.getByRole('button', { name: /演示居委会窗口/ }))
  expect(dial).toHaveBeenCalledWith({ phoneNumber: '0523-86800000' })
  await expect(dial.mock.results[0]?.value).rejects.toThrow('cancel')
})
