/**
 * The registry as OPML 2.0 (http://opml.org/spec2.opml): a folder a UN group, in it a folder an
 * initiative, in it an outline a source. What OPML has no attribute for stands in attributes of ours,
 * so that nothing is lost on the way back. Of a foreign file, as feed readers write it, initiatives
 * and sources are proposed (see `proposal.ts`).
 */
import { generateOpml, type Opml, parseOpml } from "feedsmith"
import { Result, Schema } from "effect"
import { Initiative, type RegistryEntry, Source, UnGroup } from "../../domain/index.ts"
import { emptyContent, joinContents, type RegistryContent, type RegistryFile } from "./content.ts"
import { propose } from "./proposal.ts"

const attributes = [
  "tributaryId",
  "tributaryType",
  "tributaryCountry",
  "tributaryGroups",
  "tributaryLanguages",
  "tributaryEvidence",
  "tributaryKind",
  "tributaryStatus",
  "tributaryVerified",
  "tributaryValidFrom",
  "tributaryValidUntil",
  "tributaryOptions"
] as const

type Outline = Opml.Outline<string, typeof attributes>

/** Outlines deeper than this are not read. */
const depthLimit = 20

const parseOptions = { extraOutlineAttributes: attributes, parseDateFn: (text: string) => text }

const readBody = (file: RegistryFile): Result.Result<ReadonlyArray<Outline>, string> => {
  try {
    return Result.succeed(parseOpml(file.text, parseOptions).body?.outlines ?? [])
  } catch {
    return Result.fail(
      `${file.name}: this is not readable as OPML: check that it is the file meant, and whole.`
    )
  }
}

/** One of our attributes, as text. */
const attribute = (outline: Outline, name: (typeof attributes)[number]): string | undefined => {
  const value: unknown = outline[name]
  return typeof value === "string" ? value : undefined
}

const list = (text: string | undefined): ReadonlyArray<string> =>
  (text ?? "").split(";").filter((part) => part !== "")

const decodeInitiative = Schema.decodeUnknownResult(Initiative)
const decodeSource = Schema.decodeUnknownResult(Source)
const decodeJson = Schema.decodeUnknownResult(Schema.fromJsonString(Schema.Unknown))

const decodeOwn = (file: RegistryFile, outline: Outline): RegistryContent => {
  const place = `${file.name}, outline "${outline.text ?? ""}"`
  const problem = (error: { readonly message: string }) => `${place}: ${error.message.replace(/\s+/g, " ")}.`
  if (attribute(outline, "tributaryKind") !== undefined) {
    const options = decodeJson(attribute(outline, "tributaryOptions") ?? "{}")
    const source = decodeSource({
      id: attribute(outline, "tributaryId"),
      initiativeId: attribute(outline, "tributaryId")?.split("/")[0],
      kind: attribute(outline, "tributaryKind"),
      url: outline.xmlUrl ?? outline.url,
      status: attribute(outline, "tributaryStatus") ?? "proposed",
      verified: attribute(outline, "tributaryVerified") === "true",
      validFrom: attribute(outline, "tributaryValidFrom") ?? null,
      validUntil: attribute(outline, "tributaryValidUntil") ?? null,
      options: Result.isSuccess(options) ? options.success : attribute(outline, "tributaryOptions")
    })
    return Result.isSuccess(source)
      ? { ...emptyContent, sources: [{ value: source.success, place }] }
      : { ...emptyContent, problems: [problem(source.failure)] }
  }
  const initiative = decodeInitiative({
    id: attribute(outline, "tributaryId"),
    name: outline.text,
    type: attribute(outline, "tributaryType"),
    country: attribute(outline, "tributaryCountry") ?? null,
    unGroups: list(attribute(outline, "tributaryGroups")),
    languages: list(attribute(outline, "tributaryLanguages")),
    website: outline.htmlUrl ?? null,
    evidenceUrl: attribute(outline, "tributaryEvidence") ?? null
  })
  return Result.isSuccess(initiative)
    ? { ...emptyContent, initiatives: [{ value: initiative.success, place }] }
    : { ...emptyContent, problems: [problem(initiative.failure)] }
}

/**
 * Reads an OPML file.
 *
 * @param known the registry as it is, to which the feeds of a foreign file are related
 */
export const decodeOpml = (file: RegistryFile, known: ReadonlyArray<RegistryEntry>): RegistryContent => {
  const read = readBody(file)
  if (Result.isFailure(read)) return { ...emptyContent, problems: [read.failure] }
  const own: Array<RegistryContent> = []
  const foreign: Array<{
    title: string
    url: string
    website: string | null
    folders: ReadonlyArray<string>
  }> = []
  const walk = (outlines: ReadonlyArray<Outline>, folders: ReadonlyArray<string>): void => {
    for (const outline of outlines) {
      const title = outline.title ?? outline.text ?? ""
      if (attribute(outline, "tributaryId") !== undefined) own.push(decodeOwn(file, outline))
      else if (outline.xmlUrl !== undefined) {
        foreign.push({ title, url: outline.xmlUrl, website: outline.htmlUrl ?? null, folders })
      }
      if (folders.length < depthLimit) walk(outline.outlines ?? [], [...folders, title])
    }
  }
  walk(read.success, [])
  if (own.length === 0 && foreign.length === 0) {
    return { ...emptyContent, problems: [`${file.name}: there is no feed and no initiative in this file.`] }
  }
  return joinContents([...own, propose(file.name, foreign, known)])
}

const sourceOutline = (source: Source): Outline => ({
  text: source.id,
  ...(source.kind === "feed" ? { type: "rss", xmlUrl: source.url } : { type: "link", url: source.url }),
  tributaryId: source.id,
  tributaryKind: source.kind,
  tributaryStatus: source.status,
  tributaryVerified: String(source.verified),
  ...(source.validFrom === null ? {} : { tributaryValidFrom: source.validFrom }),
  ...(source.validUntil === null ? {} : { tributaryValidUntil: source.validUntil }),
  ...(Object.keys(source.options).length === 0 ? {} : { tributaryOptions: JSON.stringify(source.options) })
})

const entryOutline = ({ initiative, sources }: RegistryEntry): Outline => ({
  text: initiative.name,
  ...(initiative.website === null ? {} : { htmlUrl: initiative.website }),
  tributaryId: initiative.id,
  tributaryType: initiative.type,
  ...(initiative.country === null ? {} : { tributaryCountry: initiative.country }),
  tributaryGroups: initiative.unGroups.join(";"),
  ...(initiative.languages.length === 0 ? {} : { tributaryLanguages: initiative.languages.join(";") }),
  ...(initiative.evidenceUrl === null ? {} : { tributaryEvidence: initiative.evidenceUrl }),
  outlines: sources.map(sourceOutline)
})

/** The registry as OPML. An initiative of several UN groups stands in the folder of its first. */
export const encodeOpml = (entries: ReadonlyArray<RegistryEntry>): string =>
  generateOpml(
    {
      head: { title: "National and regional IGF initiatives" },
      body: {
        outlines: UnGroup.literals.map((group) => ({
          text: group,
          outlines: entries.filter(({ initiative }) => initiative.unGroups[0] === group).map(entryOutline)
        }))
      }
    },
    { extraOutlineAttributes: attributes }
  )
