/** Registering: a look at an address, the registration and its confirmation, the proof, the decision. */
export {
  type Approval,
  approveRegistration,
  initiativeIdOf,
  longestReason,
  NotDecided,
  refuseRegistration
} from "./decide.ts"
export { Looks, mayRegister, NotLooked } from "./look.ts"
export { looksAtSite, looksForProof, looksOfNetwork, pace, paceKeys, sentByNetwork } from "./pace.ts"
export { metaName } from "./proof-names.ts"
export { DnsTexts, lookForProof, proofPlaces } from "./prove.ts"
export {
  confirm,
  confirmationLife,
  diagnosisOf,
  Filled,
  keepPreview,
  longestRemark,
  type Preview,
  readPreview,
  register,
  registerPaths,
  registrationOf,
  toConfirm
} from "./register.ts"
