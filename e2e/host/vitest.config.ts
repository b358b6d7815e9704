import { defineConfig } from 'vitest/config'

export default defineConfig({
  // One browser at a time: two cores are shared by it and the tests.
  test: {
    include: ['**/*.test.ts'],
    exclude: ['fixture/**'],
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
