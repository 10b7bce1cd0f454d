/**
 * Private links of organisers: a random secret in a mail, its hash in the store. A link opens the page of one
 * initiative until it is withdrawn or a year old; whoever lost it has a new one sent to the same address.
 */
import { Clock, Effect, Option, Schema } from "effect"
import { beginSession, type From, readSession } from "../../accounts/index.ts"
import { hashOf, isSecret, newHex, newSecret } from "../../accounts/secrets.ts"
import {
  type DigestLanguage,
  type InitiativeId,
  type OrganiserLink,
  OrganiserLinkId
} from "../../domain/index.ts"
import { Mail } from "../../mail/index.ts"
import {
  type Actor,
  Audit,
  Initiatives,
  now,
  OrganiserLinks,
  timestampOf,
  transaction
} from "../../store/index.ts"
import { mailWords, written } from "./mail-words.ts"

const day = 24 * 60 * 60_000

/** Days for which a link opens the page. */
export const linkDays = 366

/** Where organisers come in; the secret follows. */
export const enterPath = "/organisers/enter"

/** Days for which it stays known who had a link that opens nothing any more. */
const spentDays = 30

/** Forgets links that are over; gives their number. */
export const forgetSpentLinks = Effect.gen(function* () {
  const at = yield* Clock.currentTimeMillis
  return yield* (yield* OrganiserLinks).forget(
    timestampOf(at - (linkDays + spentDays) * day),
    timestampOf(at - spentDays * day)
  )
}).pipe(Effect.withSpan("organisers.forgetSpentLinks"))

const isInForce = (link: OrganiserLink, at: number): boolean =>
  link.revokedAt === null && at - Date.parse(link.madeAt) < linkDays * day

/** Makes a link. Its secret is given once and not kept; the address is kept in lower case. */
export const makeLink = Effect.fn("organisers.makeLink")(function* (
  initiativeId: InitiativeId,
  email: string,
  language: DigestLanguage
) {
  const secret = yield* newSecret
  const link: OrganiserLink = {
    id: OrganiserLinkId.make(`link-${yield* newHex(8)}`),
    initiativeId,
    email: email.trim().toLowerCase(),
    language,
    madeAt: yield* now,
    lastUsedAt: null,
    revokedAt: null
  }
  yield* (yield* OrganiserLinks).add(link, hashOf(secret))
  return { link, secret }
})

/**
 * The web address of a link.
 *
 * @param about the output or statement that the organiser came from; opened first
 */
export const linkAddress = (
  baseUrl: URL,
  language: DigestLanguage,
  secret: string,
  about: string | null = null
): string =>
  new URL(
    `${language}${enterPath}/${secret}${about === null ? "" : `?about=${encodeURIComponent(about)}`}`,
    baseUrl
  ).href

/** The link of a secret, while it is in force. */
export const readLink = Effect.fn("organisers.readLink")(function* (secret: string) {
  if (!isSecret(secret)) return Option.none<OrganiserLink>()
  const at = yield* Clock.currentTimeMillis
  return Option.filter(yield* (yield* OrganiserLinks).byHash(hashOf(secret)), (link) => isInForce(link, at))
})

/** Begins a session of the link's organiser; gives the secret for the cookie, none when the link is over. */
export const openPage = Effect.fn("organisers.openPage")(function* (secret: string, from: From) {
  const link = yield* readLink(secret)
  if (Option.isNone(link)) return Option.none<string>()
  yield* (yield* OrganiserLinks).used(link.value.id, yield* now)
  return Option.some(yield* beginSession("organiser", null, from, link.value.id))
})

const isLinkId = Schema.is(OrganiserLinkId)

/** The link by which the session of a cookie began; none when session or link is over. */
export const readOrganiser = Effect.fn("organisers.readOrganiser")(function* (secret: string) {
  const session = yield* readSession(secret, "organiser")
  if (Option.isNone(session) || !isLinkId(session.value.data)) return Option.none<OrganiserLink>()
  const at = yield* Clock.currentTimeMillis
  return Option.filter(yield* (yield* OrganiserLinks).get(session.value.data), (link) => isInForce(link, at))
})

/** The initiatives that an address is an organiser of: those of its links that were not withdrawn. */
export const initiativesOf = Effect.fn("organisers.initiativesOf")(function* (email: string) {
  const wanted = email.trim().toLowerCase()
  const links = yield* (yield* OrganiserLinks).list()
  return [
    ...new Set(
      links
        .filter((link) => link.revokedAt === null && link.email.toLowerCase() === wanted)
        .map(({ initiativeId }) => initiativeId)
    )
  ]
})

/** Makes a link and mails it to the organiser; the mail goes out when the link is kept. */
export const mailLink = Effect.fn("organisers.mailLink")(
  (given: {
    readonly initiativeId: InitiativeId
    readonly email: string
    readonly language: DigestLanguage
    readonly baseUrl: URL
    readonly about?: string | null
  }) =>
    transaction(
      Effect.gen(function* () {
        const initiative = yield* (yield* Initiatives).get(given.initiativeId)
        const { link, secret } = yield* makeLink(given.initiativeId, given.email, given.language)
        const words = mailWords[given.language]
        yield* (yield* Mail).queue({
          to: link.email,
          subject: words.linkSubject,
          text: written(words.linkText, {
            initiative: Option.match(initiative, {
              onNone: () => given.initiativeId,
              onSome: ({ name }) => name
            }),
            link: linkAddress(given.baseUrl, given.language, secret, given.about ?? null),
            days: String(linkDays)
          })
        })
        return link
      })
    )
)

/** Mails a new link for every initiative of the address; nothing when it is not known. */
export const resendLinks = Effect.fn("organisers.resendLinks")(function* (given: {
  readonly email: string
  readonly language: DigestLanguage
  readonly baseUrl: URL
  readonly about: string | null
}) {
  const ids = yield* initiativesOf(given.email)
  for (const initiativeId of ids) yield* mailLink({ ...given, initiativeId })
  return ids.length
})

/** Withdraws all links of an address, for one initiative or all; gives how many. Open pages close at once. */
export const revokeLinks = Effect.fn("organisers.revokeLinks")(
  (email: string, initiativeId: InitiativeId | null, by: Actor) =>
    transaction(
      Effect.gen(function* () {
        const links = yield* OrganiserLinks
        const at = timestampOf(yield* Clock.currentTimeMillis)
        const wanted = email.trim().toLowerCase()
        const own = (yield* links.list(initiativeId ?? undefined)).filter(
          (link) => link.email.toLowerCase() === wanted && link.revokedAt === null
        )
        for (const link of own) {
          yield* links.revoke(link.id, at)
          yield* (yield* Audit).record({
            by,
            action: "organiser-link.revoke",
            thing: `initiative:${link.initiativeId}`,
            before: { link: link.id, email: link.email }
          })
        }
        return own.length
      })
    )
)
