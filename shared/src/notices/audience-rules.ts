import { isInGrid } from '../divisions/place-rules.ts'
import type { NoticeFacts, NoticeWords } from './contract.ts'

/** What narrows a notice within its unit. */
export type Audience = Pick<NoticeWords, 'places' | 'ageFrom' | 'ageTo'>
/** Of a notice to everybody in its unit. */
export const everybody: Audience = { places: [], ageFrom: null, ageTo: null }

/** Where somebody lives: the 小区 of the building, and the grid or micro-grid that looks after it. */
export type Home = { area: string | null; grid: string | null }

/**
 * Whether a home is among those that a notice is for: in any one of its 小区 and grids, everywhere when it names
 * none. That the home lies in the notice's unit is for the caller to know. Ages are not asked here.
 */
export function concernsHome({ places }: { places: readonly { code: string }[] }, { area, grid }: Home) {
  return places.length === 0 || places.some(({ code }) => code === area || isInGrid(grid, code))
}
/** Whether it names the place of one of these homes; null when it names no place, or no home is known. */
export function namesHome(n: { places: readonly { code: string }[] }, homes: readonly Home[]) {
  if (n.places.length === 0 || homes.length === 0) return null
  return homes.some((home) => concernsHome(n, home))
}
type Ages = Pick<NoticeFacts, 'ageFrom' | 'ageTo'>
/** Nobody is that old and that young. */
export function agesOutOfOrder({ ageFrom, ageTo }: Ages) {
  return ageFrom !== undefined && ageTo !== undefined && ageFrom > ageTo
}

/** `60 岁以上`, `35 至 64 岁`; both ends are meant too (《民法典》第一千二百五十九条). Null for every age. */
export function sayAges({ ageFrom, ageTo }: Pick<Audience, 'ageFrom' | 'ageTo'>) {
  if (ageFrom !== null && ageTo !== null)
    return ageFrom === ageTo ? `${ageFrom} 岁` : `${ageFrom} 至 ${ageTo} 岁`
  if (ageFrom !== null) return `${ageFrom} 岁以上`
  return ageTo === null ? null : `${ageTo} 岁以下`
}
const FEW = 3
/** What two lines of a card have room for, and what is still listened to over a loudspeaker. */
const SHORT = 16
function sayPlaces(places: Audience['places'], short: boolean) {
  if (places.length === 0) return null
  const names = places.map(({ name }) => name)
  const all = names.join('、')
  if (!short || (names.length <= FEW && all.length <= SHORT)) return all
  return names.length === 1 ? all : `${names[0]!}等 ${names.length} 处`
}
/** `东安花园、第一网格，60 岁以上`; null when it is for everybody in its unit. `short` names the first of many places. */
export function sayAudience(n: Audience, short = false) {
  const said = [sayPlaces(n.places, short), sayAges(n)].filter((words) => words !== null)
  return said.length === 0 ? null : said.join('，')
}
