import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { activity, ID } from '../../../test/activities.ts'
import { press } from '../../../test/press.ts'
import { draw } from '../../../test/render.tsx'
import { CalendarButton } from './calendar-button.tsx'

afterEach(() => vi.restoreAllMocks())

it('hands the file over and says what to do with it', async () => {
  const links: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    links.push(`${this.getAttribute('href')} ${this.download}`)
  })
  const one = activity()
  draw(<CalendarButton activity={one} now={one.startsAt - 1} />)
  await press(/^加到日历/)
  expect(links).toEqual([`/api/activities/${ID}/calendar.ics 太极拳入门课.ics`])
  expect(await screen.findByText(/点开它就能加到日历/)).toBeTruthy()
})

it('offers nothing of what is over or called off', () => {
  const one = activity()
  draw(
    <>
      <CalendarButton activity={one} now={one.endsAt} />
      <CalendarButton activity={{ ...one, status: 'cancelled' }} now={one.startsAt - 1} />
    </>,
  )
  expect(screen.queryByText('加到日历')).toBeNull()
})
