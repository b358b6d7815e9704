import { conflictOf } from '@tmt/shared/residency/rules.ts'
import type { Conflict } from '@tmt/shared/residency/staff-contract.ts'
import { hasDeclared, relatedTo } from '../people/relatives-store.ts'
import type { Read } from '../platform/store.ts'

/** For each of these people, why the verifier is not the one to decide; null where they are. */
export async function conflictsWith(db: Read, verifier: string, people: readonly string[]) {
  const declared = await hasDeclared(db, verifier)
  const related = await relatedTo(db, verifier, people)
  const conflict = (person: string) =>
    conflictOf({ self: person === verifier, declared, related: related.has(person) })
  return new Map<string, Conflict | null>(people.map((person) => [person, conflict(person)]))
}
