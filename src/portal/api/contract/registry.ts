/** Operations about initiatives and the places where they publish. */
import { Schema } from "effect"
import { InitiativeId, InitiativeType, SourceStatus, UnGroup } from "../../../domain/index.ts"
import { pageOf, pageQuery } from "../paging.ts"
import { Authorization } from "../access.ts"
import { Conflict, NotFound } from "../problem.ts"
import { about, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./define.ts"
import { Begun, Initiative, Source, Verdict } from "./terms.ts"

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
    }).annotateMerge(about({ summary: "Get a source", example: { path: "/sources/kenya-igf/feed" } })),
    HttpApiEndpoint.patch("change", "/sources/:initiative/:name", {
      params: { initiative: InitiativeId, name: SourceName },
      payload: Schema.Struct({ status: Schema.Literals(["approved", "paused", "retired"]) }),
      success: Source,
      error: NotFound
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Approve, pause or retire a source",
          scope: "review",
          example: { path: "/sources/kenya-igf/feed", body: { status: "approved" } }
        })
      ),
    HttpApiEndpoint.post("move", "/sources/:initiative/:name/accept-move", {
      params: { initiative: InitiativeId, name: SourceName },
      success: Source,
      error: [NotFound, Conflict]
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Follow a source to its new address",
          description:
            "When permanent redirects led elsewhere at two visits: the old source is retired, and the one that goes on is given.",
          scope: "review",
          example: { path: "/sources/kenya-igf/feed/accept-move" }
        })
      ),
    HttpApiEndpoint.post("visit", "/sources/:initiative/:name/visit", {
      params: { initiative: InitiativeId, name: SourceName },
      success: Begun,
      error: [NotFound, Conflict]
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Import a source now",
          scope: "review",
          example: { path: "/sources/kenya-igf/feed/visit" }
        })
      )
  )
  .annotateMerge(
    OpenApi.annotations({ title: "Sources", description: "The places where initiatives publish." })
  )
