/**
 * Host families: hosts known to serve the same pages, as a table of rules.
 *
 * Only what is known of a family is written here; for an unknown host the canonical form merges nothing
 * but scheme and a leading `www`. The evidence for the IGF's hosts is in BRIEF, section 6: the same page
 * is met under www, apps, info, review, whm, dev, mail and media, with /en, /multilingual or nothing
 * before the path. National initiatives on its sub-domains (malawi., maldives., sierraleone.) are sites of
 * their own and stay apart.
 */

/** One family: when the host matches, `rewrite` changes the URL in place. */
interface HostFamily {
  readonly name: string
  readonly host: RegExp
  readonly rewrite: (url: URL) => void
}

const setHost = (host: string) => (url: URL) => {
  url.hostname = host
}

/** Keeps only the named query parameters: the rest says how the page was reached. */
const keepOnly = (url: URL, ...names: ReadonlyArray<string>): void => {
  for (const name of new Set(url.searchParams.keys())) {
    if (!names.includes(name)) url.searchParams.delete(name)
  }
}

const igf = (url: URL): void => {
  // Mailing-list archives and the old site's `cms` tree exist on their own host only.
  if (/^\/(pipermail|mailman|archives?)\//.test(url.pathname)) return
  url.hostname = "intgovforum.org"
  // English is the default: /en, /multilingual, /multilingual/en and no prefix name the same page.
  url.pathname = url.pathname.replace(/^\/multilingual(?=\/|$)/, "").replace(/^\/en(?=\/|$)/, "")
}

const youtube = (url: URL): void => {
  url.hostname = "youtube.com"
  const video = /^\/(?:shorts|embed|live|v)\/([\w-]{11})\/?$/.exec(url.pathname)?.[1]
  if (video !== undefined) {
    url.pathname = "/watch"
    url.search = `?v=${video}`
  } else if (url.pathname === "/watch") {
    keepOnly(url, "v")
  } else if (url.pathname === "/playlist") {
    keepOnly(url, "list")
  }
}

const families: ReadonlyArray<HostFamily> = [
  {
    name: "Internet Governance Forum",
    host: /^((www|apps|info|review|whm|dev|mail|media)\.)?intgovforum\.org$/,
    rewrite: igf
  },
  {
    name: "EuroDIG wiki",
    host: /^(www\.)?eurodigwiki\.org$/,
    rewrite: (url) => {
      url.hostname = "eurodigwiki.org"
      const title = url.searchParams.get("title")
      if (url.pathname !== "/index.php" && url.pathname !== "/w/index.php") return
      // Only the plain view: an old revision or a history page is another text.
      if (title === null || url.searchParams.size !== 1) return
      url.search = ""
      url.pathname = `/wiki/${encodeURIComponent(title.replaceAll(" ", "_")).replaceAll("%2F", "/")}`
    }
  },
  {
    name: "YouTube short links",
    host: /^(www\.)?youtu\.be$/,
    rewrite: (url) => {
      const video = /^\/([\w-]{11})$/.exec(url.pathname)?.[1]
      if (video === undefined) return
      url.hostname = "youtube.com"
      url.pathname = "/watch"
      url.search = `?v=${video}`
    }
  },
  { name: "YouTube", host: /^((www|m)\.)?(youtube|youtube-nocookie)\.com$/, rewrite: youtube },
  {
    name: "Wikimedia mobile",
    host: /^[a-z-]+\.m\.(wikipedia|wikimedia|wikinews|wikivoyage)\.org$/,
    rewrite: (url) => {
      url.hostname = url.hostname.replace(".m.", ".")
    }
  },
  { name: "Facebook", host: /^(m|mbasic|web)\.facebook\.com$/, rewrite: setHost("facebook.com") },
  { name: "X", host: /^((www|mobile)\.)?(twitter|x)\.com$/, rewrite: setHost("x.com") }
]

/** Applies the first family that knows the host; changes the URL in place. */
export const applyHostFamily = (url: URL): void => {
  families.find(({ host }) => host.test(url.hostname))?.rewrite(url)
}
