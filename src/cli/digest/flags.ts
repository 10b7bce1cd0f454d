/** Flags that the digest's commands have in common. */
import { Flag } from "effect/cli"
import { AreaId, InitiativeType, IssueId, LanguageTag, ReleaseNumber, UnGroup } from "../../domain/index.ts"

export const meetingDescription = "The meeting to prepare; its window is configured in cycles.yaml"

export const passages = Flag.Boolean("passages").pipe(
  Flag.withDescription("Write the archived text of each quoted output beside the digest, for its links"),
  Flag.withDefault(true)
)

export const lang = Flag.Literals("lang", ["en", "fr", "es", "pt", "ru", "ar", "zh"]).pipe(
  Flag.withDescription("Language of the digest's own words; quotations stay in theirs"),
  Flag.withDefault("en")
)

/** A flag that takes the number of a release. */
export const releaseFlag = (name: string, description: string) =>
  Flag.String(name).pipe(
    Flag.withMetavar("NUMBER"),
    Flag.withDescription(description),
    Flag.withSchema(ReleaseNumber),
    Flag.optional
  )

/** What a digest is narrowed to. */
export const filterFlags = {
  issue: Flag.String("issue").pipe(
    Flag.withMetavar("ISSUE"),
    Flag.withDescription("Only statements under this issue; several times for several"),
    Flag.withSchema(IssueId),
    Flag.atLeast(0)
  ),
  area: Flag.String("area").pipe(
    Flag.withMetavar("AREA"),
    Flag.withDescription("Only statements under the issues of this area"),
    Flag.withSchema(AreaId),
    Flag.atLeast(0)
  ),
  group: Flag.Literals("group", UnGroup.literals).pipe(
    Flag.withDescription("Only initiatives of this UN group"),
    Flag.atLeast(0)
  ),
  type: Flag.Literals("type", InitiativeType.literals).pipe(
    Flag.withDescription("Only initiatives of this type"),
    Flag.atLeast(0)
  ),
  language: Flag.String("language").pipe(
    Flag.withMetavar("TAG"),
    Flag.withDescription("Only statements in this language, as in fr or zh-Hant"),
    Flag.withSchema(LanguageTag),
    Flag.atLeast(0)
  )
}
