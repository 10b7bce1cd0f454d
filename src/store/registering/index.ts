/** Registering in the store: registrations, private links, requests for a correction, files handed in. */
import { Layer } from "effect"
import { Corrections } from "./corrections.ts"
import { OrganiserLinks } from "./links.ts"
import { Registrations } from "./registrations.ts"
import { Uploads } from "./uploads.ts"

export { type CorrectionFilter, Corrections } from "./corrections.ts"
export { OrganiserLinks } from "./links.ts"
export { type RegistrationFilter, RegistrationPreview, Registrations } from "./registrations.ts"
export { type UploadFilter, Uploads } from "./uploads.ts"

export type RegisteringRepositories = Registrations | OrganiserLinks | Corrections | Uploads

export const registeringRepositories = Layer.mergeAll(
  Registrations.layer,
  OrganiserLinks.layer,
  Corrections.layer,
  Uploads.layer
)
