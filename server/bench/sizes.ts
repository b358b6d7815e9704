import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { atShanghai } from '@tmt/shared/time.ts'

/** The instant that the invented city stands at, and from which the servers' clocks run: 2026-12-01 10:00. */
export const NOW = atShanghai(2026, 12, 1, 10)

export type Size = { residents: number; communities: number; activities: number; signups: number }
export const full: Size = { residents: 1_000_000, communities: 1721, activities: 300_000, signups: 2_000_000 }

/** The same city with a tenth (a hundredth …) of everything: lists and pages stay as long as they are. */
export function part({ residents, communities, activities, signups }: Size, of: number): Size {
  return {
    residents: residents / of,
    communities: Math.round(communities / of),
    activities: activities / of,
    signups: signups / of,
  }
}

/** Residents below this number sign up during the run; nobody among them stands on a list before. */
export const SIGNERS = 5000
/** Master key of the invented city: what is sealed in it has to open. */
export const KEY = Buffer.alloc(32, 7)
/** What a clerk has before them on a bad day. */
export const OPEN_AT_ONCE = 400
/** Homes that wait in all other communities: what is decided during the run. */
export const waitingIn = ({ residents }: Size) => residents / 25
/** Works for the city, and signs up for nothing. */
export const CITY_STAFF = SIGNERS - 1
/** Activities of 100 places at which every one of those signs up: one for each round and side. */
export const RUSHES = 20
/** One resident in so many has a device signed in. */
export const SESSION_EVERY = 5
/** How many activities of each community have ended; the others are to come. */
export const PAST = 150

export const folder = fileURLToPath(new URL('../../data/bench', import.meta.url))

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url')
/** The bearer token of a resident's device. */
export const tokenOf = (resident: number) => sha256(`device ${resident}`)
export const hashOf = sha256
