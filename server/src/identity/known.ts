import { bornOn, sexOf } from '@tmt/shared/people/id-number.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read } from '../platform/store.ts'
import { findIdentity } from './store.ts'

/** Day of birth and sex, as far as a verified number tells them: 网号、网证 tell none. */
export async function knownOf(db: Read, secrets: Secrets, personId: string) {
  const sealed = (await findIdentity(db, personId))?.numberSealed
  if (!sealed) return { born: null, gender: null }
  const number = secrets.unseal(sealed)
  return { born: bornOn(number), gender: sexOf(number) }
}
