// Tests: the program is built once, so that tests can start it as its users do.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Programs that are started on a busy machine take their time: no test is about how long.
  test: { testTimeout: 60_000, include: ['test/**/*.test.ts'], globalSetup: ['test/build.ts'] },
})
