import { expect, it } from 'vitest'
import Taro from '../../test/taro.ts'
import { keepInCalendar } from './own-calendar.ts'

const dated = {
  title: '太极拳入门课',
  startsAt: 1_800_000_000_000,
  endsAt: 1_800_003_600_000,
  place: '演示居委会 二楼活动室',
  about: '',
  file: '/x.ics',
}

it('writes it into the phone’s calendar, in seconds', async () => {
  expect(await keepInCalendar(dated)).toBe('kept')
  expect(Taro.addPhoneCalendar).toHaveBeenCalledWith({
    title: dated.title,
    startTime: 1_800_000_000,
    endTime: '1800003600',
    location: dated.place,
    description: '',
  })
})

it.each([
  ['addPhoneCalendar:fail cancel', 'closed'],
  ['addPhoneCalendar:fail auth deny', 'denied'],
  ['addPhoneCalendar:fail system permission denied', 'denied'],
  ['addPhoneCalendar:fail internal error', 'failed'],
])('knows what %s means', async (errMsg, outcome) => {
  Taro.addPhoneCalendar.mockRejectedValueOnce({ errMsg })
  expect(await keepInCalendar(dated)).toBe(outcome)
})
