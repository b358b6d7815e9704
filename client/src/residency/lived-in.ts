import { livedIn as endpoint } from '@tmt/shared/residency/lived-contract.ts'
import { call } from '../platform/call.ts'
import type { LivedIn } from '../platform/homes.ts'

/** One's own homes, for whatever on this device goes by where one lives. */
export async function livedIn(): Promise<readonly LivedIn[]> {
  return (await call(endpoint, {})).items
}
