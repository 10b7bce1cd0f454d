import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"

/** Files of more than twenty seconds, the longest first: begun late, one would keep a core busy alone at the end. */
const long = [
  "jobs/crash",
  "portal/editor-way",
  "jobs/bad-input/bad-input",
  "cli/never-lost",
  "portal/browser",
  "export/browser",
  "postgres/faults",
  "portal/organiser-way",
  "jobs/import",
  "jobs/workers/faults",
  "jobs/release",
  "export/pdf",
  "form/form",
  "portal/desk/desk",
  "portal/api/doing",
  "jobs/jobs-process",
  "portal/security/hostile",
  "jobs/archive"
].map((name) => `/test/${name}.test.ts`)

const rank = ({ moduleId }: TestSpecification): number => {
  const place = long.findIndex((name) => moduleId.endsWith(name))
  return place === -1 ? long.length : place
}

class LongestFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>): Promise<Array<TestSpecification>> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // One worker fewer than cores, the default, leaves half of a small machine idle.
    maxWorkers: 2,
    // A worker keeps what it has loaded from file to file: no test changes a module or leaves its mark on the process.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    globalSetup: ["test/portal/stored.setup.ts", "test/postgres/global-setup.ts"],
    // Servers, browsers and databases are real: give them room, but never for ever.
    testTimeout: 60_000,
    hookTimeout: 60_000
  }
})
