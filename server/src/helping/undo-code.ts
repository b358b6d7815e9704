import { randomInt } from 'node:crypto'
import { undoCode } from '@tmt/shared/helping/rules.ts'
import { HOUR } from '@tmt/shared/time.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import { insertUndoCode } from './undo-code-store.ts'

const USE = 'undo code'
export const indexOfDigits = (secrets: Secrets, digits: string) => secrets.index(USE, digits)
export const indexesOfDigits = (secrets: Secrets, digits: string) => secrets.indexes(USE, digits)

/** Eight digits that undo this act and no other. */
export async function issueUndoCode(tx: Write, secrets: Secrets, actId: string, now: number) {
  for (;;) {
    const digits = String(randomInt(100_000_000)).padStart(8, '0')
    const digitsIndex = indexOfDigits(secrets, digits)
    const expiresAt = now + undoCode.hours * HOUR
    const code = { actId, digitsIndex, digitsSealed: secrets.seal(digits), expiresAt }
    if (await insertUndoCode(tx, code)) return digits
  }
}
