import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['*.test.ts'],
    // One story at a time, and two of the mutants: a server, a browser for each phone, two cores.
    fileParallelism: false,
    maxConcurrency: 2,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
})
