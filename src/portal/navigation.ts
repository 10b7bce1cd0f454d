/**
 * The main navigation: one line an entry. An entry with a role is shown to signed-in people of that role.
 */
import type { Role } from "./person.ts"

export const navigation: ReadonlyArray<{
  readonly path: string
  readonly label: "digest" | "issues" | "initiatives" | "search" | "meetings" | "takePart" | "manage"
  readonly role: Role | null
}> = [
  { path: "/digest", label: "digest", role: null },
  { path: "/issues", label: "issues", role: null },
  { path: "/initiatives", label: "initiatives", role: null },
  { path: "/search", label: "search", role: null },
  { path: "/meetings", label: "meetings", role: null },
  { path: "/take-part", label: "takePart", role: null },
  { path: "/desk", label: "manage", role: "reader" }
]
