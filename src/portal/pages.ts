/**
 * Every page of the portal: one line a group. A group is a file or folder that exports a layer of routes.
 */
import { Layer } from "effect"
import { assets } from "./assets.ts"
import { home } from "./reading/home.ts"

export const pages = Layer.mergeAll(assets, home)
