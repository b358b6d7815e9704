import { defineConfig } from 'vitest/config'

// Looks at what was built: client/dist/{weapp,h5} must stand.
export default defineConfig({
  test: { include: ['*.test.ts'], fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 },
})
