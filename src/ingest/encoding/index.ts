/** Encodings: bytes to text, and texts that were decoded wrongly by others. */
export { charsetOf } from "./charset.ts"
export { cleanControls } from "./control.ts"
export {
  charsetParameter,
  declaredCharset,
  decodeText,
  type DecodedText,
  type DecodeOptions,
  type EncodingReason
} from "./decode.ts"
export { mendMojibake, type Mended } from "./mojibake.ts"
