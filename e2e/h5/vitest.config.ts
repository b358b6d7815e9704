import { defineConfig } from 'vitest/config'

export default defineConfig({
  // One product and one browser at a time: two cores are shared by both.
  test: { include: ['*.test.ts'], fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 },
})
