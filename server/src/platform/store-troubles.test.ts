import { describe } from 'vitest'
import { engine } from './dialect.ts'
import { describePostgresTroubles } from './testing/postgres-troubles.ts'
import { describeSqliteTroubles } from './testing/sqlite-troubles.ts'

describe(`when ${engine} is in trouble`, () => {
  if (engine === 'sqlite') describeSqliteTroubles()
  else describePostgresTroubles()
})
