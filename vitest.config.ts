import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // One worker fewer than cores, the default, leaves half of a small machine idle.
    maxWorkers: 2,
    globalSetup: ["test/portal/stored.setup.ts", "test/postgres/global-setup.ts"],
    // Servers, browsers and databases are real: give them room, but never for ever.
    testTimeout: 60_000,
    hookTimeout: 60_000
  }
})
