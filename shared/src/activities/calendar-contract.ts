import { download } from '../contract.ts'
import { param } from './detail-contract.ts'

/** For the calendar of a phone or a computer; whoever opens it again after a change gets the change. */
export const activityCalendar = download('activities.calendar', {
  get: '/activities/:id/calendar.ics',
  by: 'guest',
  summary: '一场活动的日历文件（.ics）',
  param,
  types: ['text/calendar'],
})

export const activityDownloads = [activityCalendar] as const
