/**
 * The interface for programs: REST under `/api/v1`, described by OpenAPI at `/api/v1/openapi.json` and read by
 * people at `/api`.
 *
 * - `contract/` what is promised: operations, parameters, answers; everything else is made from it.
 * - `handlers/` what is done, by the same functions as the pages.
 * - `around.ts` what holds for every answer: tokens, rates, CORS, validators, problems; `tags.ts` validators that
 *   save the making of an answer.
 * - `access.ts` scopes; `paging.ts` cursors; `rate.ts` limits; `problem.ts` RFC 9457.
 * - `document.ts` OpenAPI; `reference.ts` the page.
 *
 * A new operation is a line in a group of the contract, with an example, and its handler.
 */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { Context, Effect, Layer } from "effect"
import { type HttpRouter, HttpServerResponse } from "effect/http"
import { HttpApi, HttpApiBuilder } from "effect/http-api"
import { Registry } from "../../ingest/registry/index.ts"
import { Looks } from "../../jobs/registering/index.ts"
import { accountServices } from "../accounts/index.ts"
import { Errands } from "../desk/errands.ts"
import { DigestShelf } from "../digest/shelf.ts"
import { isMethod, KnownPaths } from "../known-paths.ts"
import { portalMail } from "../mail.ts"
import { Known } from "../reading/known.ts"
import { Settling } from "../review/settling.ts"
import { file } from "../route.ts"
import { PortalSettings } from "../settings.ts"
import { authorization, organiserAuthorization, registrantAuthorization, Slow } from "./access.ts"
import { common } from "./common.ts"
import { Api, prefix } from "./contract/index.ts"
import { documentOf } from "./document.ts"
import { corrections, office, reviews } from "./handlers/curation.ts"
import { cycles } from "./handlers/cycles.ts"
import { digests, taxonomy } from "./handlers/digests.ts"
import { outputs, statements } from "./handlers/library.ts"
import { files, organiser } from "./handlers/organisers.ts"
import { people } from "./handlers/people.ts"
import { registrant } from "./handlers/registrant.ts"
import { registrations } from "./handlers/registrations.ts"
import { initiatives, sources } from "./handlers/registry.ts"
import { jobs, runs } from "./handlers/running.ts"
import { reference } from "./reference.ts"
import { tags } from "./tags.ts"

const isPath = (path: string): path is `/${string}` & HttpRouter.PathInput => path.startsWith("/")

/** Tells the portal which methods each address takes. */
const knownPaths = Layer.effectDiscard(
  Effect.gen(function* () {
    const known = yield* KnownPaths
    HttpApi.reflect(Api, {
      onGroup: () => {},
      onEndpoint: ({ endpoint }) => {
        const { annotations, method, path } = endpoint
        const isSlow = Context.get(annotations, Slow)
        // Tokens and their scopes are looked at by `access.ts`.
        if (isMethod(method) && isPath(path)) known.add({ method, path, role: null, isSlow })
      }
    })
  })
)

const document = file(
  `${prefix}/openapi.json`,
  Effect.fnUntraced(function* () {
    const { baseUrl } = yield* PortalSettings
    return HttpServerResponse.text(documentOf(baseUrl), { contentType: "application/json" })
  })
)

const operations = HttpApiBuilder.layer(Api).pipe(
  Layer.provide(NodeHttpServer.layerHttpServices),
  Layer.provide(
    Layer.mergeAll(
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
    ).pipe(
      Layer.provide(
        Layer.mergeAll(common, tags, authorization, organiserAuthorization, registrantAuthorization)
      ),
      Layer.provide(Layer.mergeAll(Known.layer, DigestShelf.layer, Errands.layer, Looks.layer)),
      Layer.provide(Layer.mergeAll(Registry.layer, Settling.layer, portalMail, accountServices))
    )
  )
)

export const api = Layer.mergeAll(knownPaths, document, reference, operations)
