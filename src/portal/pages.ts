/**
 * Every page of the portal: one line a group. A group is a file or folder that exports a layer of routes.
 */
import { Layer } from "effect"
import { accounts } from "./accounts/index.ts"
import { api } from "./api/index.ts"
import { assets } from "./assets.ts"
import { desk } from "./desk/index.ts"
import { health } from "./health.ts"
import { organiser } from "./organiser/index.ts"
import { reading } from "./reading/index.ts"
import { register } from "./register/index.ts"
import { reviewing } from "./review/index.ts"

export const pages = Layer.mergeAll(
  assets,
  health,
  accounts,
  organiser,
  reading,
  register,
  reviewing,
  desk,
  api
)
