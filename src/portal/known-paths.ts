/**
 * Which methods each address of the portal takes, so that a wrong one is told from a wrong address (405, RFC
 * 9110, section 15.5.6).
 */
import { Context, Layer } from "effect"
import { FindMyWay, type HttpRouter } from "effect/http"
import type { Role } from "./person.ts"

/** Methods that the portal knows. */
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const
export type Method = (typeof methods)[number]

export const isMethod = (name: string): name is Method => methods.some((one) => one === name)

/** An address and who may ask for it. */
export interface KnownRoute {
  readonly method: Method
  readonly path: HttpRouter.PathInput
  /** The least role; null where signing in is not asked for. */
  readonly role: Role | null
  /** It takes a large body, for which a reader's line may need minutes. */
  readonly isSlow: boolean
}

export class KnownPaths extends Context.Service<
  KnownPaths,
  {
    readonly add: (route: KnownRoute) => void
    /** Every address, in the order of their groups. */
    readonly all: () => ReadonlyArray<KnownRoute>
    /** Methods of the address (without prefix of language); empty where there is no such page. */
    readonly methodsOf: (url: string) => ReadonlyArray<Method>
    readonly isSlow: (method: string, url: string) => boolean
  }
>()("tributary/portal/KnownPaths") {
  static readonly layer = Layer.sync(KnownPaths, () => {
    const router = FindMyWay.make<KnownRoute>()
    const all: Array<KnownRoute> = []
    return KnownPaths.of({
      add: (route) => {
        router.on(route.method, route.path, route)
        all.push(route)
      },
      all: () => all,
      methodsOf: (url) => methods.filter((method) => router.find(method, url) !== undefined),
      isSlow: (method, url) => method === "POST" && router.find("POST", url)?.handler.isSlow === true
    })
  })
}
