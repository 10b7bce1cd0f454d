/** Discovery of sources from a home page. */
export {
  discover,
  sitemapsIn,
  type Discovery,
  type DiscoverOptions,
  type Proposal,
  type Rejected
} from "./discover.ts"
export { offersOfPage, type Offer } from "./offers.ts"
export { proposeSelectors, type PatternProposal } from "./pattern.ts"
export { topicOf } from "./words.ts"
