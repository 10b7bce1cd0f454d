/**
 * Furniture: the parts of a page that are not its content, known by their tag, role, class or id. A name
 * alone never removes the bulk of a page: an element that holds much of the page's text stays, because
 * themes call whole pages "has-sidebar" or "comments-open".
 */
import { type ElementNode, pruneTree, silentTags } from "./tree.ts"

const droppedTags = new Set([
  ...silentTags,
  "nav",
  "input",
  "menu",
  "dialog",
  "meta",
  "link",
  "source",
  "picture",
  "img",
  "progress",
  "meter",
  "rp",
  "rt"
])

const droppedRoles = new Set([
  "navigation",
  "banner",
  "contentinfo",
  "complementary",
  "dialog",
  "alertdialog",
  "menu",
  "menubar",
  "search",
  "toolbar",
  "tooltip"
])

/** Class and id as hyphenated lower-case words between hyphens: `fieldName--tags_list` -> `-field-name-tags-list-`. */
const words = (element: ElementNode): string => {
  const names = `${element.attributes["class"] ?? ""} ${element.attributes["id"] ?? ""}`.slice(0, 600)
  if (names.length <= 1) return ""
  return names
    .split(/\s+/)
    .map(
      (name) =>
        `-${name
          .replaceAll(/([a-z])([A-Z])/g, "$1-$2")
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N}]+/gu, "-")}-`
    )
    .join(" ")
}

/** Names of furniture wherever they stand. Each alternative is whole words of a class name or id. */
const furnitureName = new RegExp(
  `-(?:${[
    "compartir|compartilhar?|compartilhe|partager?|partages?|teilen|condividi|udostepnij|recomendar",
    "relacionad[ao]s|te-puede-interesar|lo-mas-(?:visto|leido)|mas-(?:vist|leid)[ao]s|mais-lidas|leia-(?:mais|tambem)|articles?-lies|a-lire(?:-aussi)?|lire-aussi|sur-le-meme-sujet|weitere-artikel|mehr-zum-thema|meistgelesen|verwandte-artikel|leggi-anche|correlati|zobacz-takze|czytaj-takze|lees-ook",
    "comentarios|commentaires|comentarios-noticia|kommentare|komentarze|commenti|reacties",
    "firma|autoria|auteur|nom-auteur|caja-autor|autor|autorenbox|info-publi|fecha|datestamp|arbo|fil-d-?ariane|ariane|migas|migajas|brotkrumen|rootline|crumbs|etiquetas|mots-cles|schlagworte|pull-?quotes?|pullout|document-tools|article-interaction|explore-further",
    "share(?:s|d?|r)?(?:-\\w+)?|sharing|sharedaddy|sharethis|social(?:s|media|-\\w+)?|addtoany|addthis|jp-relatedposts|sociable|a2a-\\w+|heateor-\\w+",
    "related(?:-\\w+)?|relatedposts?|recommended|recommendations?|recirc(?:ulation)?|you-may(?:-also)?-like|also-like|yarpp|read-(?:more|also|next)|readmore|also-read|see-also|further-reading|more-(?:on|from|stories|news|articles|links)|latest-(?:news|posts|articles|stories)|other-(?:news|posts|articles)|outbrain|taboola|mostread|most-(?:read|popular|viewed|shared)|popular-posts|trending|teads|infinite-scroll",
    "newsletters?|newsletter-\\w+|subscribe|subscribe-\\w+|subscriptions?|sign-?up|mailchimp|mc4wp-\\w+|mc-embed-\\w+|optin|paywall|donate|donation|membership|call-to-action|cta(?:-\\w+)?",
    "cookies?|cookie-\\w+|cookiebanner|consent|gdpr|onetrust|cmp|eu-cookie-\\w+",
    "breadcrumbs?|yoast-breadcrumb|sidebar|side-bar|rightbar|pagination|pager|paging|page-links|post-nav(?:igation)?|posts-navigation|nav-links|nav-previous|nav-next|prev-next|article-nav|site-(?:header|footer|navigation|branding)|masthead|colophon|footer|page-footer|global-footer|navbar|nav-menu|main-menu|menu(?:-item|-container)?|submenu|topbar|skip-links?|skiplinks?|jumplinks?|jump-to-nav|back-to-top|language-switcher|lang-switch(?:er)?|links-inline|book-navigation|submitted|node-meta|node-links",
    "author(?:-(?:box|bio|card|info|name|profile|block|details|meta|area|desc|description))?|about-(?:the-)?author|post-author|article-author|entry-author|authors?-list|byline|by-line|dateline|date-?time|datetime|timestamp|time-stamp|pub-?date|publish(?:ed)?-?(?:date|on|info)|post-date|entry-date|article-date|reading-time|read-time|post-meta|entry-meta|article-meta|meta-(?:info|data|bar)|posted-on|post-info|article-info|entry-info|post-views|entry-footer|post-footer|article-footer|article-tools|post-tools",
    "tags|tag-(?:list|links|cloud)|tagcloud|post-tags?|article-tags?|entry-tags?|tags-(?:links|list)|field-name-field-tags|field-name-tags|taxonomy|cat-links|catlinks|mw-normal-catlinks|categories|topics-list|keywords",
    "comments?|comment-(?:respond|form|list|area|section|link|count|reply|meta)|comments-(?:area|section|link|title|template|wrapper)|commentlist|comment-?icon-?box|commenticonbox|commenticon|para-?marker|para-permalink|textblock-permalink|respond|reply-link|post-?profile|poster|user-?info|userinfo|disqus|disqus-thread|fb-comments|webform",
    "ad|ads|advert(?:s|isement|isements|ising)?|ad-\\w+|ads-\\w+|adsbygoogle|adsense|dfp|google-auto-placed|sponsor(?:ed|s)?|promo(?:tion|s|-\\w+)?|sponsored-\\w+|partner-links",
    "popup|pop-up|modal|overlay|lightbox|off-?canvas|toast|snackbar|notice-bar|alert-bar|tooltip",
    "toc|toc-\\w+|table-of-contents|lwptoc|ez-toc-\\w+|mw-editsection|editsection|mw-jump-link|navbox(?:-\\w+)?|vertical-navbox|metadata|ambox|hatnote|noprint|printfooter|siteSub|contentSub|content-sub|mw-indicators|mw-footer|mw-head|mw-panel|mw-navigation|sistersitebox|authority-control|magnify|reference-backlink|mw-cite-backlink|mw-empty-elt|mw-data-after-content|localcomments",
    "screen-reader(?:-\\w+)?|visually-hidden|visuallyhidden|sr-only|element-invisible|show-for-sr|print-only|hidden-print|a11y-hidden|assistive-text",
    "caption|captions|wp-caption|wp-caption-text|figcaption|image-caption|photo-caption|img-caption|thumbcaption|gallerytext|gallery|image-credit|photo-credit|img-credit|credits?|media-credit|slideshow|carousel|video-js|jwplayer|player|audio-player|podcast-player",
    "rating|ratings|star-rating|vote|votes|voting|poll|quiz|like-button|likes|wpulike|reactions|print-link|print-button|printfriendly|pdf-button|dkpdf-button-container|toolbar|feedback|was-this-helpful|copyright|copy-right|legal-notice|disclaimer|login|log-in|signin|search(?:-\\w+)?|searchform|widget-area|footer-widgets|wp-block-latest-posts|wp-block-tag-cloud|wp-block-categories|wp-block-social-links|wp-block-search|wp-block-post-terms|wp-block-post-date|wp-block-post-author(?:-\\w+)?|wp-block-post-navigation-link|wp-block-query"
  ].join("|")})-`,
  "u"
)

/** Names of what stands in lists of other stories; they are furniture when most of their text is link. */
const linkedName =
  /-(?:teasers?|cards?|thumbs?|thumbnails?|tiles?|topics?|buttons?|btn|headlines?|more|next|prev(?:ious)?|posts?-list|post-list|widget|list-item|news-?list|mas|ver-mas|voir-plus|mehr)-/u

/** Names that never hold the body, however much text they hold. */
const strongName =
  /-(?:comments?|commentlist|comment-(?:respond|list|area|section)|comments-area|respond|disqus|disqus-thread|related(?:-\w+)?|relatedposts?|recommended|recommendations?|most-(?:read|popular)|trending|outbrain|taboola|sidebar|newsletters?|cookies?|cookie-\w+|consent|widget-area|footer-widgets|colophon|footer|site-footer|toc)-/u

/** Names that are layout of page builders or of the body itself, whatever else they contain. */
const layoutName =
  /-(?:elementor(?:-(?:element|section|column|container|widget|widget-(?:wrap|container|text-editor|heading|theme-post-content|icon-list|tabs|accordion|toggle))?)?|e-con|vc-row|vc-column|et-pb-(?:section|row|column|text|module)|fl-(?:row|col|module)|entry-content|post-content|article-(?:body|content|text)|story-body|body-content|mw-parser-output|mw-body-content|td-post-content|field-name-body|has-\w+|with-\w+|no-\w+|(?:tab|accordion|collapse|toggle|panel)(?:-\w+)*)-/u

/** Panels that are hidden until a reader opens them: their text belongs to the page. */
const panelName =
  /-(?:tabs?|accordion|collapse|collapsible|toggle|panel|faq|spoiler|details|expand\w*|ui-tabs|pane|wp-block-details|su-spoiler|elementor-tab)(?:-|$)/u

/** Hidden by a class of the common style libraries, unless some screen shows it (`d-none d-lg-block`). */
const hiddenByClass = (element: ElementNode): boolean => {
  const names = element.attributes["class"]
  return (
    names !== undefined &&
    /(?:^|\s)(?:d-none|is-hidden|u-hidden|hidden|oculto|invisible|aural)(?:\s|$)/u.test(names) &&
    !/(?:^|\s)(?:d-(?:sm|md|lg|xl|xxl)-\w+|\w+:(?:block|flex|inline|grid)\S*)/u.test(names)
  )
}

const isHidden = (element: ElementNode, names: string): boolean => {
  const style = (element.attributes["style"] ?? "").slice(0, 500)
  const hidden =
    element.attributes["hidden"] !== undefined ||
    element.attributes["aria-hidden"] === "true" ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(style)
  if (!hidden) return false
  const panel = panelName.test(names) || element.attributes["role"] === "tabpanel"
  return !panel && !panelParent(element)
}

const panelParent = (element: ElementNode): boolean => {
  let ancestor = element.parent
  for (let steps = 0; ancestor !== null && steps < 3; steps++) {
    if (panelName.test(words(ancestor))) return true
    ancestor = ancestor.parent
  }
  return false
}

const hasHeadingOne = (element: ElementNode): boolean =>
  element.children.some(
    (child) => child.kind === "element" && (child.tag === "h1" || (child.chars > 0 && hasHeadingOne(child)))
  )

/** A button or label that is the heading of a panel: an accordion's "Message 3: Access". */
const opensPanel = (element: ElementNode): boolean =>
  element.chars > 3 &&
  ((element.parent !== null && /^(?:h[1-6]|dt|summary)$/.test(element.parent.tag)) ||
    element.attributes["aria-controls"] !== undefined ||
    panelName.test(words(element)) ||
    panelParent(element))

/** Holds what names itself the body, or the page's only kind of title. */
const hasBody = (element: ElementNode): boolean =>
  element.prose > 200 &&
  element.children.some(
    (child) =>
      child.kind === "element" &&
      (child.tag === "h1" ||
        child.tag === "article" ||
        child.attributes["itemprop"] === "articleBody" ||
        hasBody(child))
  )

/** Long running text with few links: an aside or footer of this kind is a part of the story. */
const isProse = (element: ElementNode): boolean =>
  element.chars > 600 && element.linkChars < element.chars * 0.1 && countParagraphs(element) >= 3

const countParagraphs = (element: ElementNode): number => {
  let count = 0
  for (const child of element.children) {
    if (child.kind === "text") continue
    if (child.tag === "p" && child.chars > 120) count++
    count += countParagraphs(child)
  }
  return count
}

const insideArticle = (element: ElementNode): boolean => {
  for (let ancestor = element.parent; ancestor !== null; ancestor = ancestor.parent)
    if (ancestor.tag === "article" || ancestor.tag === "main") return true
  return false
}

/** A figure whose text is more than a caption: a table, a quotation or code set as a figure. */
const isTextFigure = (element: ElementNode): boolean =>
  element.children.some(
    (child) =>
      child.kind === "element" &&
      (["table", "blockquote", "pre", "ul", "ol"].includes(child.tag) ||
        (child.tag === "div" && isTextFigure(child)))
  )

/**
 * Takes furniture out of a tree, in place.
 * @param whole `page` for a page as served; `body` for HTML that is already the main content, where only
 * what is never content goes (scripts, edit links, share bars, tables of contents).
 */
export const removeFurniture = (root: ElementNode, whole: "page" | "body"): void => {
  const pageChars = Math.max(1, root.chars)
  const pageProse = Math.max(400, root.prose)
  const bulk = (element: ElementNode): boolean =>
    element.chars > 0.4 * pageChars || element.prose > 0.35 * pageProse
  /** Comments and related stories can outweigh a short article; other names never stand on the bulk of a page. */
  const protectedFrom = (element: ElementNode, names: string): boolean =>
    strongName.test(names)
      ? element.prose > 0.8 * pageProse || hasBody(element)
      : bulk(element) || hasBody(element)
  pruneTree(root, (element) => {
    const { tag } = element
    if (tag === "html" || tag === "body" || tag === "main") return true
    if (droppedTags.has(tag)) return false
    if (element.chars === 0)
      return (
        tag === "br" ||
        tag === "hr" ||
        element.attributes["id"] !== undefined ||
        element.attributes["name"] !== undefined
      )
    const names = words(element)
    if (isHidden(element, names)) return element.prose > 0.6 * pageProse
    // A class may be taken off by a script (the rest of a shortened story): only little goes by it.
    if (element.prose < 0.1 * pageProse && hiddenByClass(element) && !panelParent(element)) return false
    const role = element.attributes["role"]
    if (role !== undefined && droppedRoles.has(role) && !bulk(element)) return false
    if (element.attributes["aria-modal"] === "true") return false
    if (tag === "figcaption") return false
    if (tag === "figure") return isTextFigure(element)
    if (whole === "page") {
      if (tag === "aside") return isProse(element) && insideArticle(element)
      if (tag === "footer") return bulk(element)
      if (tag === "header") return bulk(element) || insideArticle(element) || hasHeadingOne(element)
      if (tag === "form") return bulk(element) || isProse(element)
    }
    if (tag === "table" && /-(?:infobox|navbox|metadata|ambox|toc|sidebar)-/u.test(names)) return false
    if (tag === "time") return !(element.parent !== null && element.parent.chars <= element.chars + 30)
    if (tag === "button" || tag === "label") return opensPanel(element)
    if (tag === "h1" || tag === "article" || names.includes("-hentry-")) return true
    if (names !== "" && furnitureName.test(names.replaceAll(layoutGlobal, "-"))) {
      if (protectedFrom(element, names)) return true
      return isProse(element) && layoutName.test(names)
    }
    return !(
      whole === "page" &&
      element.linkChars > 0.6 * element.chars &&
      linkedName.test(names) &&
      !bulk(element)
    )
  })
}

const layoutGlobal = new RegExp(layoutName.source, "gu")
