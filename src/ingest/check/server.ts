/** Checks of the address and its server: reachable, certificate, robots, encoding, size. */
import { formatBytes } from "../visit/failure.ts"
import type { Facts } from "./facts.ts"
import { fail, type Finding, notApplicable, pass, warn } from "./verdict.ts"

/** A page or feed larger than this is slow on the lines that many initiatives have. */
const largeBytes = 2 * 1024 * 1024
const slowMillis = 4000
const longCrawlDelay = 10

export const reachable = ({ door }: Facts): Finding => {
  if (door.outcome !== "ok") {
    return fail(door.message, "Correct the address, or let the site's owner mend it; then check again.")
  }
  if (door.permanentUrl !== null) {
    return warn(
      `${door.url} has moved for good to ${door.permanentUrl}.`,
      `Register ${door.permanentUrl} instead.`
    )
  }
  if (door.durationMs > slowMillis) {
    return warn(
      `The server took ${(door.durationMs / 1000).toFixed(1)} s to answer.`,
      "It is read all the same; a faster server or a cache would help its readers too."
    )
  }
  return pass(`It answered in ${door.durationMs} ms.`)
}

export const certificate = ({ door }: Facts): Finding => {
  if (door.outcome === "tls-error") {
    return fail(door.message, "Renew or complete the certificate; Let's Encrypt gives them for nothing.")
  }
  if (door.status === null) return notApplicable("There was no answer from which to judge the certificate.")
  return URL.parse(door.finalUrl ?? door.url)?.protocol === "https:"
    ? pass("The connection is encrypted and the certificate is valid.")
    : warn(
        "The address is not encrypted (http): anybody on the way can change what is read.",
        "Offer the site by https; Let's Encrypt gives certificates for nothing."
      )
}

export const robots = ({ crawlDelay, door }: Facts): Finding => {
  if (door.outcome === "blocked-by-robots") {
    return fail(
      door.message,
      'Allow our user agent in robots.txt ("User-agent: Tributary", "Allow: /"), or send the documents.'
    )
  }
  if (door.status === null) return notApplicable("The site was not reached, so robots.txt was not judged.")
  return crawlDelay !== null && crawlDelay > longCrawlDelay
    ? warn(
        `robots.txt allows it, with ${crawlDelay} s between two requests: an import takes long.`,
        "A Crawl-delay of 1 to 5 seconds protects a small server as well."
      )
    : pass(
        crawlDelay === null
          ? "robots.txt allows it."
          : `robots.txt allows it, with ${crawlDelay} s between two requests.`
      )
}

export const encoding = ({ door, encodingWarnings, samples }: Facts): Finding => {
  if (door.outcome === "bad-encoding") {
    return fail(door.message, "Send the page as UTF-8, with the compression that the header names.")
  }
  if (door.outcome !== "ok") return notApplicable("There was nothing to decode.")
  const broken = samples.find(({ outcome }) => outcome === "bad-encoding")
  if (broken !== undefined) {
    return fail(broken.problem ?? broken.item.url, "Save the pages as UTF-8 and state so in the HTTP header.")
  }
  const [first] = encodingWarnings
  return first === undefined
    ? pass("The characters are encoded as the site says.")
    : warn(first, "State the true encoding in the HTTP header, best of all UTF-8 for every page.")
}

export const size = ({ door, visits }: Facts): Finding => {
  const tooLarge = [door, ...visits].find(({ outcome }) => outcome === "too-large")
  if (tooLarge !== undefined) {
    return fail(tooLarge.message, "Offer the list in pages, or documents in a smaller file.")
  }
  if (door.outcome !== "ok") return notApplicable("There was nothing to measure.")
  const largest = [door, ...visits].reduce((a, b) => (b.bytes > a.bytes ? b : a))
  return largest.bytes > largeBytes
    ? warn(
        `${largest.finalUrl ?? largest.url} has ${formatBytes(largest.bytes)}.`,
        "It is read all the same; smaller files reach more people (a PDF without print resolution, a shorter feed)."
      )
    : pass(`The largest answer has ${formatBytes(largest.bytes)}.`)
}
