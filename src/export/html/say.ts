/**
 * Messages with markup among their values.
 */
import type { Messages } from "../catalogue/index.ts"
import type { MessageKey, Values } from "../catalogue/message.ts"
import type { Value } from "./html.ts"

/** A message whose values may be markup. */
export const say = <K extends MessageKey>(m: Messages, key: K, values: Values<K, Value>): Value =>
  m.parts<Value, K>(key, values)
