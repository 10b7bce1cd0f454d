/** Operations about initiatives and the places where they publish. */
import { Schema } from "effect"
import * as domain from "../../../domain/index.ts"
import {
  HttpUrl,
  InitiativeId,
  InitiativeType,
  ListingSelectors,
  SourceKind,
  SourceStatus,
  UnGroup
} from "../../../domain/index.ts"
import { pageOf, pageQuery } from "../paging.ts"
import { Authorization } from "../access.ts"
import { Conflict, NotFound, Unprocessable } from "../problem.ts"
import { about, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "./define.ts"
import { Begun, Initiative, InitiativeWithYears, Source, Verdict } from "./terms.ts"

/** The second part of a source's id. */
export const SourceName = Schema.String.check(Schema.isPattern(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u))

/** An initiative as an example. */
const described = {
  id: "old-port-igf",
  name: "Old Port IGF",
  type: "national",
  country: null,
  unGroups: ["GRULAC"],
  languages: ["es"],
  website: null,
  evidenceUrl: null
}

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
        fromStore: true,
        summary: "List initiatives",
        description: "By id.",
        example: { path: "/initiatives?group=African%20Group&limit=10" }
      })
    ),
    HttpApiEndpoint.get("get", "/initiatives/:initiative", {
      params: { initiative: InitiativeId },
      success: InitiativeWithYears,
      error: NotFound
    }).annotateMerge(
      about({ fromStore: true, summary: "Get an initiative", example: { path: "/initiatives/kenya-igf" } })
    ),
    HttpApiEndpoint.post("add", "/initiatives", {
      payload: domain.Initiative,
      success: Initiative.pipe(HttpApiSchema.status(201)),
      error: Unprocessable
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Add an initiative",
          description: "Without a source; its id stays for ever.",
          scope: "review",
          example: { path: "/initiatives", body: described }
        })
      )
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
    HttpApiEndpoint.post("add", "/sources", {
      payload: Schema.Struct({
        initiativeId: InitiativeId,
        url: HttpUrl,
        kind: Schema.optionalKey(
          SourceKind.annotate({ description: "How it is read; found out by a visit when it is not given." })
        ),
        selectors: Schema.optionalKey(ListingSelectors),
        name: Schema.optionalKey(
          SourceName.annotate({
            description: "Within the initiative; made from its kind when it is not given."
          })
        ),
        status: Schema.optionalKey(Schema.Literals(["approved", "proposed"])),
        initiative: Schema.optionalKey(
          domain.Initiative.annotate({ description: "Added too, when the registry does not have it." })
        )
      }),
      success: Schema.Struct({
        source: Source,
        reasons: Schema.Array(Schema.String).annotate({ description: "What to know of how it is read." })
      }).pipe(HttpApiSchema.status(201)),
      error: Unprocessable
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Add a source",
          description: "Approved unless `status` says otherwise; it is visited at the next import.",
          scope: "review",
          example: {
            path: "/sources",
            body: { initiativeId: "kenya-igf", url: "https://forum.example/feed/", kind: "feed" }
          }
        })
      ),
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
