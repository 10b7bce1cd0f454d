/** Who decides, and why. */
import type { Signed } from "../../jobs/reviewing/index.ts"
import type { PortalRequest } from "../request.ts"

/** Characters of a reason at most. */
const longest = 500

/** The signed-in person with the reason of a form; route options see to it that there is a person. */
export const signedBy = ({ person }: PortalRequest, fields: URLSearchParams): Signed => ({
  by: { id: person?.id ?? null, name: person?.name ?? "" },
  reason: (fields.get("reason") ?? "").trim().slice(0, longest)
})
