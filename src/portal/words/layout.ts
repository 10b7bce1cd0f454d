/** What stands around every page: navigation, footer, errors, forms. */
import { defineWords } from "./define.ts"

const english = {
  site: "Tributary",
  tagline: "What national and regional IGF initiatives say",
  skip: "Skip to the content",
  navigation: "Main",
  digest: "Digest",
  issues: "Issues",
  initiatives: "Initiatives",
  search: "Search",
  meetings: "Meetings",
  takePart: "Take part",
  about: "About",
  manage: "Secretariat",
  signIn: "Sign in",
  signOut: "Sign out",
  signedInAs: "Signed in as {name}",
  language: "Language",
  here: "You are here",
  home: "Home",
  footerNote:
    "Tributary covers published outputs only and is not representative. Statements belong to the initiatives named beside them; labels are ours.",
  operatedBy: "Operated by {name}.",
  downloads: "Downloads",
  feeds: "Feeds",
  accessibility: "Something on this page cannot be used? Tell us, and we mend it.",
  // Lists
  pages: "Pages",
  previous: "Previous",
  next: "Next",
  pageOf: "Page {number} of {pages}",
  goToPage: "Page {number}",
  // Forms
  required: "(required)",
  optional: "(optional)",
  problems: "Please look at this again",
  send: "Send",
  choose: "Please choose",
  all: "All",
  // Errors
  error400: "This request cannot be understood",
  error400Text: "The address or the form holds something that is not expected here. Go back and try again.",
  error403: "This is not open to you",
  error403Text: "You may not do this with your account, or the form was sent from another site.",
  error404: "There is nothing here",
  error404Text:
    "The page may have moved, or the address is not quite right. The search below looks through all statements.",
  error405: "This cannot be done here",
  error405Text: "The page exists, but not for this kind of request. Open it from its link instead.",
  error410: "This is no longer valid",
  error410Text: "The link was used already or has expired.",
  error413: "This is too large",
  error413Text: "What was sent is larger than this page takes. Send a smaller file.",
  error415: "This kind of file is not taken here",
  error415Text: "Send the document in one of the kinds that the page names.",
  error422: "Something in the form is not right",
  error422Text: "Go back, look at the fields, and send it again.",
  error429: "Too many requests",
  error429Text: "Please wait a little and try again.",
  error500: "Something went wrong on our side",
  error500Text: "It has been recorded. Please try again in a few minutes.",
  error503: "Not ready at this moment",
  error503Text: "The portal is busy or being worked on. Please try again in a minute."
} as const

export const layoutWords = defineWords("layout", english, "english only")
