import type { DivisionRow } from './store.ts'

/** A unit as it is shown: without its counter. */
export function divisionView({ code, name, level, kind, parent }: DivisionRow) {
  return { code, name, level, kind, parent }
}
