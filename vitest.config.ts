import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/postgres/global-setup.ts"],
    // Servers, browsers and databases are real: give them room, but never for ever.
    testTimeout: 20_000,
    hookTimeout: 60_000
  }
})
