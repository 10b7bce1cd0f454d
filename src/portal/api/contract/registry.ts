/** Operations about initiatives and the places where they publish. */
import { Schema } from "effect"
import { InitiativeId, InitiativeType, SourceStatus, UnGroup } from "../../../domain/index.ts"
import { pageOf, pageQuery } from "../paging.ts"
import { NotFound } from "../problem.ts"
import { about, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./define.ts"
import { Initiative, Source, Verdict } from "./terms.ts"

/** The second part of a source's id. */
export const SourceName = Schema.String.check(Schema.isPattern(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u))

export const initiatives = HttpApiGroup.make("initiatives")
  .add(
    HttpApiEndpoint.get("list", "/initiatives", {
      query: {
        ...pageQuery,
        type: Schema.optionalKey(InitiativeType),
        group: Schema.optionalKey(UnGroup),
        country: Schema.optionalKey(Schema.String.check(Schema.isPattern(/^[A-Z]{2}$/u)))
      },
      success: pageOf("Initiative", Initiative)
    }).annotateMerge(
      about({
        summary: "List initiatives",
        description: "By id.",
        example: { path: "/initiatives?group=African%20Group&limit=10" }
      })
    ),
    HttpApiEndpoint.get("get", "/initiatives/:initiative", {
      params: { initiative: InitiativeId },
      success: Initiative,
      error: NotFound
    }).annotateMerge(about({ summary: "Get an initiative", example: { path: "/initiatives/kenya-igf" } }))
  )
  .annotateMerge(
    OpenApi.annotations({
      title: "Initiatives",
      description: "National, sub-regional, regional and youth IGFs. None is ranked, none speaks for another."
    })
  )

export const sources = HttpApiGroup.make("sources")
  .add(
    HttpApiEndpoint.get("list", "/sources", {
      query: {
        ...pageQuery,
        initiative: Schema.optionalKey(InitiativeId),
        status: Schema.optionalKey(SourceStatus),
        verdict: Schema.optionalKey(Verdict)
      },
      success: pageOf("Source", Source)
    }).annotateMerge(
      about({
        summary: "List sources with their health",
        description: "By id. Proposed sources are shown to whoever has a token with the scope `read`.",
        example: { path: "/sources?verdict=failing" }
      })
    ),
    HttpApiEndpoint.get("get", "/sources/:initiative/:name", {
      params: { initiative: InitiativeId, name: SourceName },
      success: Source,
      error: NotFound
    }).annotateMerge(about({ summary: "Get a source", example: { path: "/sources/kenya-igf/feed" } }))
  )
  .annotateMerge(
    OpenApi.annotations({ title: "Sources", description: "The places where initiatives publish." })
  )
