import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from './open-store.ts'
import { ConfigError } from './config.ts'
import { claimDatabase, markKeyRotated } from './marks.ts'
import { Secrets } from './secrets.ts'
import type { Store } from './store.ts'
import { createDatabase, type TestDatabase } from '../testing/database.ts'

const key = new Secrets(Buffer.alloc(32, 1))
const otherKey = new Secrets(Buffer.alloc(32, 2))
let database: TestDatabase
let store: Store
beforeAll(async () => {
  database = await createDatabase()
  store = await openStore(database.url)
})
afterAll(async () => {
  await store.close()
  await database.drop()
})
const claim = (secrets: Secrets, demo: boolean) => store.write((tx) => claimDatabase(tx, secrets, demo))

test('a database stays what it was first: a deployment’s or a demonstration’s, under one key', async () => {
  await claim(key, true)
  await claim(key, true)
  await expect(claim(key, false)).rejects.toThrow(ConfigError)
  await expect(claim(key, false)).rejects.toThrow('演示登录')
  await expect(claim(otherKey, true)).rejects.toThrow('DATA_KEY')
  await claim(key, true)
})

test('while keys are changed the old one is known beside the new one; afterwards the new one alone', async () => {
  const old = { version: 1, key: Buffer.alloc(32, 1) }
  const next = { version: 2, key: Buffer.alloc(32, 2) }
  await claim(key, true)
  await expect(claim(new Secrets(next), true)).rejects.toThrow('DATA_KEYS_OLD')
  const changing = new Secrets(next, [old])
  await claim(changing, true)
  await claim(key, true)
  await store.write((tx) => markKeyRotated(tx, changing))
  await claim(changing, true)
  await claim(new Secrets(next), true)
  await expect(claim(key, true)).rejects.toThrow('DATA_KEY')
})
