import { getToday, knownYears } from '@tmt/shared/calendar/contract.ts'
import { isWorkday, knowsYearOf, nextWorkday, yearMissing } from '@tmt/shared/calendar/rules.ts'
import { DAY, startOfDay } from '@tmt/shared/time.ts'
import { maySeeCity } from '../people/policy.ts'
import { answer } from '../platform/endpoint.ts'
import { listYears, loadCalendar } from './store.ts'

export const calendarRoutes = [
  answer(knownYears, {
    load: listYears,
    sees: maySeeCity,
    async view({ subject, now }) {
      const calendar = Object.fromEntries(subject.map(({ year, days }) => [year, days]))
      const items = subject.map(({ year, loadedAt }) => ({ year, loadedAt }))
      return { items, missing: yearMissing(now, calendar) }
    },
  }),
  answer(getToday, {
    load: loadCalendar,
    sees: () => true,
    async view({ subject: calendar, now }) {
      const [day, next] = [startOfDay(now), nextWorkday(now, calendar)]
      const known = knowsYearOf(day, calendar) && knowsYearOf(next, calendar)
      return { day, working: isWorkday(day, calendar), next, provisional: !known }
    },
    cache: { keys: () => ['calendar'], validUntil: ({ day }) => day + DAY },
  }),
]
