import { knownYears } from '@tmt/shared/calendar/contract.ts'
import { yearMissing } from '@tmt/shared/calendar/rules.ts'
import { maySeeCity } from '../people/policy.ts'
import { answer } from '../platform/endpoint.ts'
import { listYears } from './store.ts'

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
]
