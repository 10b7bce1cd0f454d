/**
 * What a registry file says: initiatives and sources, each with the place where it stands, and what is
 * wrong with the file.
 */
import { Schema } from "effect"
import type { Initiative, Source } from "../../domain/index.ts"

/** A file of the registry as text; the ending of its name tells its format. */
export interface RegistryFile {
  readonly name: string
  readonly text: string
}

/** A value and where it stands. */
export interface Located<A> {
  readonly value: A
  /** "FILE, line 12" or "FILE, outline \"Norvia IGF\"". */
  readonly place: string
}

export interface RegistryContent {
  readonly initiatives: ReadonlyArray<Located<Initiative>>
  readonly sources: ReadonlyArray<Located<Source>>
  /** Sentences, each with its place. Any of them keeps the whole import from happening. */
  readonly problems: ReadonlyArray<string>
  /** Sentences about entries of a foreign file that a person has to register by hand. */
  readonly undecided: ReadonlyArray<string>
}

export const emptyContent: RegistryContent = { initiatives: [], sources: [], problems: [], undecided: [] }

export const joinContents = (contents: ReadonlyArray<RegistryContent>): RegistryContent => ({
  initiatives: contents.flatMap((content) => content.initiatives),
  sources: contents.flatMap((content) => content.sources),
  problems: contents.flatMap((content) => content.problems),
  undecided: contents.flatMap((content) => content.undecided)
})

/** Problems that are spelled out in a message; the rest are counted. */
const shownProblems = 20

/** The registry cannot take what it was given; nothing was changed. */
export class RegistryError extends Schema.TaggedError<RegistryError>()("RegistryError", {
  problems: Schema.Array(Schema.String),
  message: Schema.String
}) {}

/** A RegistryError whose message lists the problems. */
export const registryError = (problems: ReadonlyArray<string>): RegistryError => {
  const more = problems.length - shownProblems
  const lines = [...problems.slice(0, shownProblems), ...(more > 0 ? [`and ${more} more.`] : [])]
  return new RegistryError({ problems, message: lines.join("\n") })
}
