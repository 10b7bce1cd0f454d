/**
 * Every page of the portal, by the test in which a browser and axe look at it, and what is no page. A page that
 * stands in no list makes `security/roles.test.ts` fail; a list that its test does not visit makes that test fail.
 */

/** The addresses for readers, `browser.test.ts`. */
const reader = [
  "/",
  "/api",
  "/digests",
  "/digest/:digest",
  "/digest/:digest/change",
  "/digest/:digest/coverage",
  "/digest/:digest/downloads",
  "/digest/:digest/issues",
  "/digest/:digest/issues/:issue",
  "/digest/:digest/lenses",
  "/digest/:digest/matrix",
  "/digest/:digest/matrix/:group",
  "/digest/:digest/method",
  "/digest/:digest/unclassified",
  "/embed/initiatives/:initiative",
  "/initiatives",
  "/initiatives/:initiative",
  "/issues",
  "/issues/:issue",
  "/captures/:capture",
  "/captures/:capture/view",
  "/meetings",
  "/outputs/:output",
  "/outputs/:output/text",
  "/search",
  "/statements/:statement",
  "/take-part"
] as const

/** Of organisers, `organiser-way.test.ts`. */
const organiser = [
  "/organisers",
  "/organisers/corrections/new",
  "/organisers/enter/:token",
  "/organisers/link",
  "/organisers/outputs/:output",
  "/organisers/upload",
  "/organisers/uploads/:upload",
  "/register",
  "/register/confirm/:secret",
  "/register/preview/:secret",
  "/register/sent",
  "/register/status/:secret"
] as const

/** Of the Secretariat, `editor-way.test.ts`. */
const editor = [
  "/desk",
  "/desk/corrections",
  "/desk/corrections/:correction",
  "/desk/digest",
  "/desk/digest/freeze",
  "/desk/jobs",
  "/desk/jobs/:run",
  "/desk/meetings",
  "/desk/meetings/history",
  "/desk/meetings/meeting",
  "/desk/meetings/sub-theme",
  "/desk/meetings/theme",
  "/desk/meetings/year",
  "/desk/registrations",
  "/desk/registrations/:registration",
  "/desk/sources",
  "/desk/sources/:initiative/:name",
  "/review",
  "/review/bulk",
  "/review/output/:output"
] as const

/** Of whoever has an account, `security/browser.test.ts`. */
const account = [
  "/people",
  "/people/log",
  "/profile",
  "/sign-in",
  "/sign-in/code",
  "/sign-in/factor",
  "/sign-in/password"
] as const

/** By test. */
export const pagesOf = { reader, organiser, editor, account } as const

/** What leads on to a page, a file, a feed, or what a program reads. */
export const noPages: ReadonlySet<string> = new Set([
  "/archive/:capture",
  "/captures/:capture/file",
  "/desk/jobs/:run/events",
  "/desk/meetings/export",
  "/digest",
  "/digest/:digest/files/:lang/:name",
  "/feeds/:lang/:kind/:name",
  "/feeds/:lang/:name",
  "/meetings.ics",
  "/outputs/:output/copy",
  "/report-form/:lang/:format",
  "/robots.txt",
  "/sign-in/provider",
  "/sign-in/provider/return",
  "/sitemap.xml",
  "/statements/:statement/citation.bib",
  "/statements/:statement/citation.ris"
])

const fits = (pattern: string, path: string): boolean => {
  const parts = pattern.split("/")
  const own = path.split("/")
  return (
    parts.length === own.length && parts.every((part, index) => part.startsWith(":") || part === own[index])
  )
}

/** Pages of a test that nobody has looked at in one of these languages, as `language page`. */
export const unseen = (
  test: keyof typeof pagesOf,
  addresses: ReadonlyArray<string>,
  languages: ReadonlyArray<string>
): ReadonlyArray<string> => {
  const seen = new Map<string, Set<string>>()
  for (const address of addresses) {
    const path = new URL(address).pathname
    const [, lang = "", rest = "/"] = /^\/(en|ar)(\/.*)$/.exec(path) ?? []
    // What has no language in its address is the same for all.
    const told = lang === "" ? languages : [lang]
    const own = lang === "" ? path : rest
    for (const one of told) seen.set(one, (seen.get(one) ?? new Set()).add(own))
  }
  return pagesOf[test].flatMap((pattern) =>
    languages
      .filter((lang) => ![...(seen.get(lang) ?? [])].some((path) => fits(pattern, path)))
      .map((lang) => `${lang} ${pattern}`)
  )
}
