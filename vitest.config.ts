import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    // Most of the time goes into programs that the tests start and wait for: no core is kept back.
    maxWorkers: '100%',
    // No test changes what another one imports, so the dictionaries are loaded once a worker.
    isolate: false,
    // Patience with a busy machine: no test is about how long it takes.
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
})
