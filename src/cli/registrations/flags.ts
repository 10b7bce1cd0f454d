/** What the commands on registrations are told. */
import { Schema } from "effect"
import { Argument, Flag } from "effect/cli"
import { RegistrationId } from "../../domain/index.ts"

export const registration = Argument.String("registration").pipe(
  Argument.withDescription('Its id, as "tributary registrations list" names it'),
  Argument.withSchema(RegistrationId)
)

const PortalAddress = Schema.URLFromString.check(
  Schema.makeFilter(({ protocol }) => protocol === "https:" || protocol === "http:", {
    expected: "an address that begins with https:// or http://"
  })
)

/** With a slash at its end, so that paths can be set behind it. */
const asFolder = (url: URL): URL => (url.pathname.endsWith("/") ? url : new URL(`${url.href}/`))

export const portalUrl = Flag.String("base-url").pipe(
  Flag.withMetavar("URL"),
  Flag.withDescription("Web address of the portal, for the organiser's private link"),
  Flag.withSchema(PortalAddress),
  Flag.map(asFolder)
)
