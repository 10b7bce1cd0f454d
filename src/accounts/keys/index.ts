/** The key that seals second factors, and lies outside the store. */
export { keyFileName, KeyUnavailable } from "./place.ts"
export { type KeysState, SecretKeys } from "./secret-keys.ts"
