/**
 * Sockets to strangers: every connection is looked up, judged by the address guard and only then opened.
 *
 * The check is made on the addresses that the socket will use, at the moment of connecting, so a name that
 * answers with a public address first and a private one later (DNS rebinding) gains nothing. Connections
 * that are kept alive were checked when they were opened.
 */
import { isIP } from "node:net"
import { Agent, buildConnector } from "undici"
import { makeAddressGuard, type AddressGuard } from "./address.ts"
import type { VisitSettings } from "./config.ts"
import { fail, type VisitFailure } from "./failure.ts"
import type { HostLookup } from "./host-lookup.ts"

export { HostLookup } from "./host-lookup.ts"

/** Ports whose connectors are kept; more than two are an exception. */
const connectorsKept = 16

const webPorts: ReadonlySet<number> = new Set([80, 443])

/** The failure for an address and port that may not be reached; null when they may. */
export const judge = (
  settings: VisitSettings,
  guard: AddressGuard,
  host: string,
  address: string,
  port: number
): VisitFailure | null => {
  const reason = guard.refusal(address)
  if (reason !== null) {
    const where = host === address ? address : `${host} leads to ${address}, which`
    return fail(
      "blocked-address",
      `${where} is ${reason}: such addresses are not visited; if this one is meant, name its range in TRIBUTARY_ALLOW_NETS.`
    )
  }
  if (webPorts.has(port) || settings.allowPorts.has(port) || guard.isOpened(address)) return null
  return fail(
    "blocked-port",
    `${host} is asked on port ${port}: only 80 and 443 are visited; if this one is meant, name it in TRIBUTARY_ALLOW_PORTS.`
  )
}

/**
 * The guarded connection pool.
 *
 * @param onAddress told which address a host's socket goes to
 */
export const makeAgent = (
  settings: VisitSettings,
  lookup: HostLookup,
  onAddress: (host: string, address: string) => void
): Agent => {
  const guard = makeAddressGuard(settings.allowNets)
  const socket = { allowH2: false, autoSelectFamily: true, timeout: settings.connectTimeout }
  /** Opens sockets to addresses, which never reach a lookup: judged below. */
  const openAddress = buildConnector(socket)
  /** Opens sockets to what `target` resolves to, in the name of `host`. */
  const openName = (nameOf: (hostname: string) => string, port: number) =>
    buildConnector({
      ...socket,
      lookup: (hostname, _options, done) => {
        const host = nameOf(hostname)
        lookup(hostname, (error, addresses) => {
          const failure =
            error ?? addresses.map(({ address }) => judge(settings, guard, host, address, port)).find(Boolean)
          if (failure !== null && failure !== undefined) return done(failure, [])
          const [first] = addresses
          if (first !== undefined) onAddress(host, first.address)
          return first === undefined
            ? done(fail("dns-error", `The host ${host} has no address: check the spelling.`), [])
            : done(null, [...addresses])
        })
      }
    })
  // A connector keeps a cache of its own: one for each port, not for each socket.
  const byPort = new Map<number, buildConnector.connector>()
  const openerOf = (host: string, address: string, port: number): buildConnector.connector => {
    if (isIP(address) !== 0) return openAddress
    if (address !== host) return openName(() => host, port)
    const known = byPort.get(port) ?? openName((hostname) => hostname, port)
    if (byPort.size < connectorsKept) byPort.set(port, known)
    return known
  }
  const connect = (options: buildConnector.Options, callback: buildConnector.Callback): void => {
    const host = options.hostname.replace(/^\[|\]$/g, "")
    const target = settings.connectTo.get(host.toLowerCase())
    const port = target?.port ?? (Number(options.port) || (options.protocol === "https:" ? 443 : 80))
    const address = target?.address ?? host
    if (isIP(address) !== 0) {
      const failure = judge(settings, guard, host, address, port)
      if (failure !== null) return callback(failure, null)
      onAddress(host, address)
    }
    const name = isIP(host) === 0 && options.protocol === "https:" ? { servername: host } : {}
    const open = openerOf(host, address, port)
    return open({ ...options, hostname: address, port: String(port), ...name }, callback)
  }
  return new Agent({
    allowH2: false,
    bodyTimeout: settings.bodyTimeout,
    connect,
    // Politeness asks one request of a host at a time.
    connections: 1,
    headersTimeout: settings.headersTimeout,
    keepAliveMaxTimeout: 30_000,
    pipelining: 1
  })
}
