/** The kinds of statement in the order of the models. */
import { StatementKind } from "../../domain/index.ts"

export const statementKinds: ReadonlyArray<StatementKind> = StatementKind.literals
