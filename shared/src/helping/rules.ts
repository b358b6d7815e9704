import type { Kinship } from './contract.ts'

/**
 * How many one person may help at the same time. The specification names no number 【D】: a family has a few, a worker
 * has those of a grid who have no phone. More than that is no longer help, but somebody else's business.
 */
export const mostHelped = { family: 5, worker: 50 } as const

/** The limit for somebody who helps as what they are to each other. */
export function mostFor(kinship: Kinship) {
  return kinship === 'worker' ? mostHelped.worker : mostHelped.family
}

type Beginning = { helperId: string; person: { id: string; leftAt: number | null }; alreadyHelping: boolean }
/** Why this help can't begin, or null. The number of those helped is held by the database. */
export function obstacleToBegin({ helperId, person, alreadyHelping }: Beginning) {
  if (person.id === helperId) return 'oneself'
  if (person.leftAt !== null) return 'hasLeft'
  return alreadyHelping ? 'already' : null
}
