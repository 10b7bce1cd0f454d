/**
 * The pages for readers, with what they share.
 */
import { Layer } from "effect"
import { DigestShelf } from "../digest/shelf.ts"
import { digest } from "./digest.ts"
import { embed } from "./embed.ts"
import { home } from "./home.ts"
import { initiatives } from "./initiatives.ts"
import { issues } from "./issues.ts"
import { Known } from "./known.ts"
import { machines } from "./machines.ts"
import { meetings } from "./meetings.ts"
import { outputs } from "./outputs.ts"
import { search } from "./search.ts"
import { statement } from "./statement.ts"
import { takePart } from "./take-part.ts"
import { Turns } from "./turns.ts"

export const reading = Layer.mergeAll(
  home,
  search,
  takePart,
  embed,
  ...issues,
  ...initiatives,
  ...statement,
  ...outputs,
  ...meetings,
  ...machines,
  ...digest
).pipe(Layer.provide(Layer.mergeAll(Known.layer, Turns.layer, DigestShelf.layer)))
