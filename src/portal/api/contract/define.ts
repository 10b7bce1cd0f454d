/** How operations are described: what they do, which scope they need, how they are tried. */
import { Context } from "effect"
import { HttpApi, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "effect/http-api"
import type { TokenScope } from "../../../domain/index.ts"
import { Needs, Slow } from "../access.ts"
import { FromStore } from "../tags.ts"

export { HttpApi, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi }

/** One example of a call: the address with its query, and the body that is sent. */
export interface Example {
  readonly path: string
  readonly body?: unknown
  /** Name of a file whose bytes are sent as the body. */
  readonly file?: string
}

/** What an operation says of itself. */
export const about = (given: {
  readonly summary: string
  readonly description?: string
  readonly example: Example
  readonly scope?: TokenScope
  /** It takes a large body: the answer may be minutes away. */
  readonly slow?: true
  /** Its answer to a caller depends on the store alone: it is not made again while the store is as it was. */
  readonly fromStore?: true
}): Context.Context<never> => {
  const { description, example, fromStore = false, scope, slow = false, summary } = given
  const needs = scope === undefined ? "" : `Needs a token with the scope \`${scope}\`.`
  const annotations = OpenApi.annotations({
    summary,
    description: [description ?? "", needs].filter((part) => part !== "").join(" "),
    transform: (operation) => ({
      ...operation,
      "x-example": example,
      ...(scope === undefined ? {} : { security: [{ token: [scope] }], "x-scope": scope })
    })
  }).pipe(Context.add(Slow, slow), Context.add(FromStore, fromStore))
  return scope === undefined ? annotations : Context.add(annotations, Needs, scope)
}
