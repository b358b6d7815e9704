import type { Read } from '../platform/store.ts'

/**
 * How somebody stands after not coming without a word (《领域规格》 §7.2): reminded after two in a row; after three within
 * thirty days staff look at a sign-up before it counts. It touches activities alone, never what anybody has a right to.
 */
export type Standing = 'good' | 'reminded' | 'confirmed by staff'
export type StandingOf = (db: Read, personId: string, now: number) => Promise<Standing>
export const goodStanding: StandingOf = async () => 'good'
