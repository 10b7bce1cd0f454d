/** The address under which what is written will stand on the web. */
import { Schema } from "effect"
import { Flag } from "effect/cli"

const WebAddress = Schema.URLFromString.check(
  Schema.makeFilter(({ protocol }) => protocol === "https:" || protocol === "http:", {
    expected: "an address that begins with https:// or http://"
  })
)

export const baseUrlFlag = Flag.String("base-url").pipe(
  Flag.withMetavar("URL"),
  Flag.withDescription("Web address of the folder, as feeds must name their own"),
  Flag.withSchema(WebAddress),
  Flag.optional
)
