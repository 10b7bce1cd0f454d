/**
 * Derived identifiers, as `src/domain/ids.ts` defines them: 16 hexadecimal digits of SHA-256.
 */
import { createHash } from "node:crypto"
import { Schema } from "effect"
import { ClusterId, type InitiativeId, OutputId, StatementId } from "../domain/ids.ts"

const decodeOutputId = Schema.decodeUnknownSync(OutputId)
const decodeStatementId = Schema.decodeUnknownSync(StatementId)
const decodeClusterId = Schema.decodeUnknownSync(ClusterId)

// A line feed parts the fields: neither ids nor canonical URLs contain one.
const digest = (...fields: ReadonlyArray<string>): string =>
  createHash("sha256").update(fields.join("\n"), "utf8").digest("hex").slice(0, 16)

/** Id of the output of an initiative at a canonical URL. */
export const outputIdOf = (initiativeId: InitiativeId, url: string): OutputId =>
  decodeOutputId(`o-${digest(initiativeId, url)}`)

/** Id of a statement: its text and how often the same text came before it in the output (0 for the first). */
export const statementIdOf = (outputId: OutputId, text: string, repetition: number): StatementId =>
  decodeStatementId(`s-${digest(outputId, String(repetition), text)}`)

/** Id of the cluster whose smallest member this is. */
export const clusterIdOf = (smallest: StatementId): ClusterId => decodeClusterId(`c-${smallest.slice(2)}`)
