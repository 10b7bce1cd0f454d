/** The name service by which visits find their hosts. */
import { lookup as systemLookup, type LookupAddress } from "node:dns"
import { Context } from "effect"

/** Resolves a host name to all its addresses. */
export type HostLookup = (
  hostname: string,
  callback: (error: Error | null, addresses: ReadonlyArray<LookupAddress>) => void
) => void

/** The name service in use; the operating system's unless replaced. */
export const HostLookup = Context.Reference<HostLookup>("tributary/ingest/visit/HostLookup", {
  defaultValue: () => (hostname, callback) =>
    systemLookup(hostname, { all: true, order: "verbatim" }, (error, addresses) =>
      callback(error, error === null ? addresses : [])
    )
})
