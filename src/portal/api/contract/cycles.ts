/** Operations about the years of the IGF: their themes, sub-themes and meetings, and the history of edits. */
import { Schema, Struct } from "effect"
import * as domain from "../../../domain/index.ts"
import { Authorization } from "../access.ts"
import { pageOf, pageQuery } from "../paging.ts"
import { Conflict, NotFound, Unprocessable } from "../problem.ts"
import { about, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./define.ts"
import { Cycle, CycleEdit } from "./office-terms.ts"

const Year = Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 2006, maximum: 2100 }))

const basis = {
  edit: Schema.optionalKey(
    Schema.NullOr(Schema.Int).annotate({
      description:
        "The `edit` of the cycle as you read it: it is refused when somebody has edited it since. Left out, it is not asked."
    })
  )
}

const example = {
  theme: "Shaping our common future",
  subThemes: [{ title: "Access for all", issues: ["meaningful-connectivity"] }],
  meetings: [
    {
      id: "2027-first-consultations",
      name: "First open consultations",
      place: "Geneva",
      start: "2027-02-03",
      end: "2027-02-05",
      window: { from: "2026-11-01", to: "2027-01-20" }
    }
  ]
}

export const cycles = HttpApiGroup.make("cycles")
  .add(
    HttpApiEndpoint.get("list", "/cycles", { success: Schema.Array(Cycle) }).annotateMerge(
      about({ summary: "List years", description: "The earliest first.", example: { path: "/cycles" } })
    ),
    HttpApiEndpoint.get("get", "/cycles/:year", {
      params: { year: Year },
      success: Cycle,
      error: NotFound
    }).annotateMerge(about({ summary: "Get a year", example: { path: "/cycles/2026" } })),
    HttpApiEndpoint.put("save", "/cycles/:year", {
      params: { year: Year },
      payload: domain.Cycle.mapFields(Struct.omit(["year"])).mapFields((fields) => ({ ...fields, ...basis })),
      success: Cycle,
      error: [Conflict, Unprocessable]
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Save a year",
          description:
            "Its theme, sub-themes and meetings stand as sent; a year that is not there is added. Releases keep the dates with which they were frozen.",
          scope: "review",
          example: { path: "/cycles/2027", body: example }
        })
      ),
    HttpApiEndpoint.put("saveMeeting", "/cycles/:year/meetings/:meeting", {
      params: { year: Year, meeting: domain.MeetingId },
      payload: domain.Meeting.mapFields(Struct.omit(["id"])),
      success: Cycle,
      error: [NotFound, Unprocessable]
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Add or change a meeting",
          scope: "review",
          example: {
            path: "/cycles/2026/meetings/2026-third-consultations",
            body: {
              name: "Third open consultations",
              place: null,
              start: "2026-09-21",
              end: "2026-09-23",
              window: { from: "2026-06-01", to: "2026-09-10" }
            }
          }
        })
      ),
    HttpApiEndpoint.delete("removeMeeting", "/cycles/:year/meetings/:meeting", {
      params: { year: Year, meeting: domain.MeetingId },
      success: Cycle,
      error: NotFound
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Remove a meeting",
          scope: "review",
          example: { path: "/cycles/2026/meetings/2026-third-consultations" }
        })
      ),
    HttpApiEndpoint.get("history", "/cycle-edits", {
      query: { ...pageQuery, year: Schema.optionalKey(Year) },
      success: pageOf("CycleEdit", CycleEdit)
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          fromStore: true,
          summary: "List edits of years",
          description: "The newest first, each with the year as it was since.",
          scope: "read",
          example: { path: "/cycle-edits?year=2026" }
        })
      ),
    HttpApiEndpoint.post("restore", "/cycles/:year/restore", {
      params: { year: Year },
      payload: Schema.Struct({
        edit: Schema.NullOr(Schema.Int).annotate({
          description: "The edit whose state counts again; null for what the file of cycles says."
        })
      }),
      success: Schema.NullOr(Cycle).annotate({
        description: "The year as it counts now; null when the file does not know it."
      }),
      error: NotFound
    })
      .middleware(Authorization)
      .annotateMerge(
        about({
          summary: "Put an earlier state of a year back",
          scope: "review",
          example: { path: "/cycles/2026/restore", body: { edit: null } }
        })
      )
  )
  .annotateMerge(
    OpenApi.annotations({ title: "Cycles", description: "Years of the IGF with their meetings." })
  )
