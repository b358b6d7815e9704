import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'bench/**/*.test.ts'],
    // Chooses the engine before the first table is imported.
    setupFiles: ['src/testing/engine.ts'],
    testTimeout: 30_000,
    // PGlite alone takes a quarter of a minute to open, several times that on a busy machine.
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
})
