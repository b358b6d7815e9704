import { getDivision } from '@tmt/shared/divisions/contract.ts'
import { listChildren, searchDivisions } from '@tmt/shared/divisions/search-contract.ts'
import { parentOf } from '@tmt/shared/divisions/rules.ts'
import { answer } from '../platform/endpoint.ts'
import { divisionView } from './views.ts'
import { childrenOf, findDivision, pathOf, searchByName } from './store.ts'

const SEARCH_LIMIT = 30

/** The codes above one, from the city down. */
function codesAbove(code: string): string[] {
  const parent = parentOf(code)
  return parent ? [...codesAbove(parent), parent] : []
}
const everyone = () => true
const keys = () => ['divisions']

export const divisionRoutes = [
  answer(getDivision, {
    load: (db, { code }) => findDivision(db, code),
    sees: everyone,
    async view({ db, subject }) {
      const path = await pathOf(db, codesAbove(subject.code))
      const answering = [subject, ...path.toReversed()].find((unit) => unit.phone)
      return {
        division: divisionView(subject),
        path: path.map(divisionView),
        answeredBy: answering ? divisionView(answering) : null,
        phone: answering?.phone ?? null,
        counter: answering?.counter ?? null,
        demo: answering?.demo ?? false,
      }
    },
    cache: { keys },
  }),
  answer(listChildren, {
    load: (db, { code }) => findDivision(db, code),
    sees: everyone,
    view: async ({ db, subject }) => ({ items: await childrenOf(db, subject.code) }),
    cache: { keys },
  }),
  answer(searchDivisions, {
    load: async (_db, input) => input,
    sees: everyone,
    async view({ db, input }) {
      const hits = await searchByName(db, input.q.trim(), SEARCH_LIMIT)
      const above = await pathOf(db, [...new Set(hits.flatMap((hit) => codesAbove(hit.code)))])
      const names = new Map(above.map((unit) => [unit.code, unit.name]))
      const within = (code: string) =>
        codesAbove(code)
          .slice(1)
          .map((c) => names.get(c))
          .join(' ')
      return { items: hits.map((division) => ({ division, within: within(division.code) })) }
    },
    cache: { keys },
  }),
]
