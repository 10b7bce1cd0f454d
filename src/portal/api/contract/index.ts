/**
 * The interface as it is promised: every operation with its parameters, answers and problems. The document of
 * OpenAPI, the reference page and the routes are made from it. What is here is kept for all of version 1:
 * fields and operations may come, none goes.
 */
import packageJson from "../../../../package.json" with { type: "json" }
import { Common } from "../common.ts"
import { Tags } from "../tags.ts"
import { cycles } from "./cycles.ts"
import { corrections, office, reviews } from "./curation.ts"
import { HttpApi, OpenApi } from "./define.ts"
import { digests, taxonomy } from "./digests.ts"
import { outputs, statements } from "./library.ts"
import { files, organiser } from "./organisers.ts"
import { people } from "./people.ts"
import { registrant } from "./registrant.ts"
import { registrations } from "./registrations.ts"
import { initiatives, sources } from "./registry.ts"
import { jobs, runs } from "./running.ts"

/** Beginning of every path of the interface. */
export const prefix = "/api/v1"

export const Api = HttpApi.make("tributary")
  .add(
    initiatives,
    sources,
    outputs,
    statements,
    taxonomy,
    digests,
    cycles,
    runs,
    jobs,
    reviews,
    registrations,
    registrant,
    organiser,
    corrections,
    files,
    people,
    office
  )
  .prefix(prefix)
  .middleware(Tags)
  .middleware(Common)
  .annotateMerge(
    OpenApi.annotations({
      title: "Tributary",
      version: packageJson.version,
      description:
        "What national, regional and youth IGF initiatives published, sentence by sentence, with its sources. Reading needs no token.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" }
    })
  )
