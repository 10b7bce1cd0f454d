/** Flags that choose initiatives. */
import { Option } from "effect"
import { Flag } from "effect/cli"
import { InitiativeType, UnGroup } from "../../domain/index.ts"

export const filterFlags = {
  type: Flag.Literals("type", InitiativeType.literals).pipe(
    Flag.withDescription("Only initiatives of this type"),
    Flag.optional
  ),
  group: Flag.Literals("group", UnGroup.literals).pipe(
    Flag.withDescription("Only initiatives of this UN group"),
    Flag.optional
  ),
  country: Flag.String("country").pipe(
    Flag.withMetavar("CC"),
    Flag.withDescription("Only initiatives of this country (ISO 3166-1 alpha-2)"),
    Flag.optional
  )
}

interface FilterInput {
  readonly type: Option.Option<InitiativeType>
  readonly group: Option.Option<UnGroup>
  readonly country: Option.Option<string>
}

/** The filter as the registry takes it. */
export const filterOf = ({ country, group, type }: FilterInput) => ({
  ...(Option.isSome(type) ? { type: type.value } : {}),
  ...(Option.isSome(group) ? { group: group.value } : {}),
  ...(Option.isSome(country) ? { country: country.value.toUpperCase() } : {})
})
