/**
 * The root command with the flags that all subcommands share.
 */
import { Config } from "effect"
import { Command, Flag } from "effect/cli"

const data = Flag.String("data").pipe(
  Flag.withAlias("d"),
  Flag.withMetavar("DIR"),
  Flag.withDescription("Folder of the store (default: $TRIBUTARY_DATA, else ./tributary-data)"),
  Flag.withFallbackConfig(Config.String("TRIBUTARY_DATA")),
  Flag.withDefault("tributary-data")
)

export const root = Command.make("tributary").pipe(
  Command.withDescription(
    "Carries what national and regional Internet Governance Forums said into the preparation of the global one."
  ),
  Command.withSharedFlags({ data })
)

/** For commands whose result a machine may read. */
export const json = Flag.Boolean("json").pipe(
  Flag.withDescription("Print JSON for a machine instead of text for a person"),
  Flag.withDefault(false)
)
