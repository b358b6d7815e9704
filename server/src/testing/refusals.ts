import type { Problem } from '@tmt/shared/problem.ts'
import type { TestHouse } from './house.ts'

/** What was answered, as far as a refusal goes. */
export type Refused = { status: number; problem: Problem }
/** For each command by its name, for each of its refusals, a way to provoke it. */
export type Provocations = Record<string, Record<string, (house: TestHouse) => Promise<Refused>>>
