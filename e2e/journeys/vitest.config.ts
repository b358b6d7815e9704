import { defineConfig } from 'vitest/config'

export default defineConfig({
  // One story at a time: a server, a browser for each phone, two cores.
  test: { include: ['*.test.ts'], fileParallelism: false, testTimeout: 60_000, hookTimeout: 90_000 },
})
