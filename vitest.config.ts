import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    // Most of the time goes into programs that the tests start and wait for: no core is kept back.
    maxWorkers: '100%',
    // No test changes what another one imports, so the dictionaries are loaded once a worker.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
