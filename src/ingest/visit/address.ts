/**
 * The address guard: which IP addresses a stranger's URL may lead to.
 *
 * Sources are registered by strangers, so a URL must not reach what only this machine or its network can
 * reach. Refused is every range that the IANA special-purpose registries (RFC 6890 and its updates) do not
 * mark as globally reachable, multicast, and the metadata services of cloud providers. IPv6 forms that carry
 * an IPv4 address (mapped, NAT64) are judged by the address they carry. Pure; the lookup is elsewhere.
 */
import { BlockList, isIP } from "node:net"

/** A CIDR range. */
export interface Net {
  readonly address: string
  readonly prefix: number
  readonly family: "ipv4" | "ipv6"
}

/** Reads `10.0.0.0/8`, `fd00::/8` or a single address; null when it is neither. */
export const parseNet = (text: string): Net | null => {
  const [address = "", bits, ...rest] = text.split("/")
  const version = isIP(address)
  if (version === 0 || rest.length > 0 || address.includes("%")) return null
  const widest = version === 4 ? 32 : 128
  if (bits !== undefined && !/^\d{1,3}$/.test(bits)) return null
  const prefix = bits === undefined ? widest : Number(bits)
  return prefix > widest ? null : { address, prefix, family: version === 4 ? "ipv4" : "ipv6" }
}

/** IPv4 ranges with the reason that a person is told. */
const refused4: ReadonlyArray<readonly [string, string]> = [
  ["0.0.0.0/8", "an address of this machine"],
  ["10.0.0.0/8", "a private address"],
  ["100.64.0.0/10", "a carrier's internal address"],
  ["127.0.0.0/8", "a loopback address"],
  ["168.63.129.16/32", "a cloud provider's internal service"],
  ["169.254.0.0/16", "a link-local address (cloud metadata)"],
  ["172.16.0.0/12", "a private address"],
  ["192.0.0.0/24", "a reserved address"],
  ["192.0.2.0/24", "a documentation address"],
  ["192.88.99.0/24", "a 6to4 relay address"],
  ["192.168.0.0/16", "a private address"],
  ["198.18.0.0/15", "a benchmarking address"],
  ["198.51.100.0/24", "a documentation address"],
  ["203.0.113.0/24", "a documentation address"],
  ["224.0.0.0/4", "a multicast address"],
  ["240.0.0.0/4", "a reserved address"]
]

/** IPv6 ranges inside the global unicast space `2000::/3`; everything outside it is refused as a whole. */
const refused6: ReadonlyArray<readonly [string, string]> = [
  ["2001::/23", "a protocol assignment (Teredo and the like)"],
  ["2001:db8::/32", "a documentation address"],
  ["2002::/16", "a 6to4 address"],
  ["3fff::/20", "a documentation address"]
]

/** Ranges outside `2000::/3` that deserve a word of their own. */
const named6: ReadonlyArray<readonly [string, string]> = [
  ["::1/128", "a loopback address"],
  ["::/128", "an address of this machine"],
  ["fc00::/7", "a private address"],
  ["fe80::/10", "a link-local address"],
  ["ff00::/8", "a multicast address"]
]

const blockListOf = (nets: Iterable<Net>): BlockList => {
  const result = new BlockList()
  for (const { address, prefix, family } of nets) result.addSubnet(address, prefix, family)
  return result
}

const table = (rows: ReadonlyArray<readonly [string, string]>) =>
  rows.map(([cidr, reason]) => {
    const net = parseNet(cidr)
    return { list: blockListOf(net === null ? [] : [net]), reason }
  })

const table4 = table(refused4)
const table6 = table([...named6, ...refused6])
const globalUnicast = blockListOf([{ address: "2000::", prefix: 3, family: "ipv6" }])

const readGroups = (part: string): ReadonlyArray<number> =>
  part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16))

/** The eight groups of an IPv6 address, from any of its spellings; empty when it is none. */
const groupsOf = (address: string): ReadonlyArray<number> => {
  if (isIP(address) !== 6) return []
  // The URL parser writes every spelling in one: hexadecimal groups, the longest run of zeros as `::`.
  const host = URL.parse(`http://[${address}]/`)?.hostname.slice(1, -1) ?? ""
  const [head = "", tail] = host.split("::")
  const front = readGroups(head)
  const back = tail === undefined ? [] : readGroups(tail)
  return [...front, ...Array.from({ length: 8 - front.length - back.length }, () => 0), ...back]
}

/**
 * The IPv4 address that an IPv6 address stands for: mapped `::ffff:0:0/96` (RFC 4291), translated
 * `::ffff:0:0:0/96` (RFC 2765), compatible `::/96`, NAT64 `64:ff9b::/96` (RFC 6052); null for others.
 */
export const embeddedIPv4 = (address: string): string | null => {
  const groups = groupsOf(address)
  if (groups.length !== 8) return null
  const head = groups
    .slice(0, 6)
    .map((group) => group.toString(16))
    .join(":")
  const carries = ["0:0:0:0:0:ffff", "0:0:0:0:ffff:0", "64:ff9b:0:0:0:0"].includes(head)
  const [high = 0, low = 0] = groups.slice(6)
  // `::` and `::1` are addresses of their own, not IPv4-compatible ones.
  const compatible = head === "0:0:0:0:0:0" && (high !== 0 || low > 1)
  return carries || compatible ? [high >> 8, high & 255, low >> 8, low & 255].join(".") : null
}

/** Judges addresses. */
export interface AddressGuard {
  /** Why the address may not be reached ("a private address"); null when it may. */
  readonly refusal: (address: string) => string | null
  /** True when the address is within the configured ranges: any port is fine there. */
  readonly isOpened: (address: string) => boolean
  /** True for an opened loopback address: our own server, no politeness needed. */
  readonly isOwn: (address: string) => boolean
}

/** The address that is judged: without zone, an IPv4 address where one is carried. */
const plain = (address: string): string => {
  const withoutZone = address.replace(/%.*$/, "")
  return embeddedIPv4(withoutZone) ?? withoutZone
}

/**
 * A guard that opens the given ranges and otherwise only the public Internet.
 *
 * @param allowNets ranges from `TRIBUTARY_ALLOW_NETS`
 */
export const makeAddressGuard = (allowNets: ReadonlyArray<Net>): AddressGuard => {
  const opened = blockListOf(allowNets)
  const isOpened = (address: string): boolean => {
    const ip = plain(address)
    const version = isIP(ip)
    return version !== 0 && opened.check(ip, version === 4 ? "ipv4" : "ipv6")
  }
  const refusal = (address: string): string | null => {
    const ip = plain(address)
    const version = isIP(ip)
    if (version === 0) return "not an IP address"
    if (isOpened(address)) return null
    if (version === 4) return table4.find(({ list }) => list.check(ip, "ipv4"))?.reason ?? null
    return (
      table6.find(({ list }) => list.check(ip, "ipv6"))?.reason ??
      (globalUnicast.check(ip, "ipv6") ? null : "a reserved address")
    )
  }
  const isOwn = (address: string): boolean => {
    const ip = plain(address)
    return isOpened(address) && (ip.startsWith("127.") || ip === "::1")
  }
  return { isOpened, isOwn, refusal }
}
