/**
 * Which methods each address of the portal takes, so that a wrong one is told from a wrong address (405, RFC
 * 9110, section 15.5.6).
 */
import { Context, Layer } from "effect"
import { FindMyWay, type HttpRouter } from "effect/http"

/** Methods that the portal knows. */
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const
export type Method = (typeof methods)[number]

export const isMethod = (name: string): name is Method => methods.some((one) => one === name)

export class KnownPaths extends Context.Service<
  KnownPaths,
  {
    /** slow: it takes a large body, for which a reader's line may need minutes. */
    readonly add: (method: Method, path: HttpRouter.PathInput, slow: boolean) => void
    /** Methods of the address (without prefix of language); empty where there is no such page. */
    readonly methodsOf: (url: string) => ReadonlyArray<Method>
    readonly isSlow: (method: string, url: string) => boolean
  }
>()("tributary/portal/KnownPaths") {
  static readonly layer = Layer.sync(KnownPaths, () => {
    const router = FindMyWay.make<{ readonly slow: boolean }>()
    return KnownPaths.of({
      add: (method, path, slow) => router.on(method, path, { slow }),
      methodsOf: (url) => methods.filter((method) => router.find(method, url) !== undefined),
      isSlow: (method, url) => method === "POST" && router.find("POST", url)?.handler.slow === true
    })
  })
}
