/** What organisers do on the page of their initiative: private links, files they send, requests for a correction. */
export {
  answerCorrection,
  askCorrection,
  CorrectionRefused,
  correctionSubject,
  type CorrectionSubject,
  longestRequest
} from "./corrections.ts"
export {
  enterPath,
  initiativesOf,
  linkAddress,
  linkDays,
  mailLink,
  makeLink,
  openPage,
  readLink,
  readOrganiser,
  resendLinks,
  revokeLinks
} from "./links.ts"
export {
  readLeftUploads,
  readUpload,
  receiveUpload,
  type Received,
  receiving,
  type Sender,
  senderOf,
  type SentFile
} from "./take-upload.ts"
export {
  largestUpload,
  safeFileName,
  takenEndings,
  type UploadFormat,
  type UploadRefusal,
  uploadedFormat
} from "./uploaded-file.ts"
