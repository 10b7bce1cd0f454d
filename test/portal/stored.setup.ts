/**
 * A folder for the store that the portal's tests share: made when the first of them asks for it, removed when
 * all are over. See `stored.ts`.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"

declare module "vitest" {
  interface ProvidedContext {
    readonly portalStore: string
  }
}

export default ({ provide }: TestProject) => {
  const folder = mkdtempSync(join(tmpdir(), "tributary-portal-"))
  provide("portalStore", folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
