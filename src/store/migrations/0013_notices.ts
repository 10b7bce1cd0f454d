/**
 * What is needed to tell people of changes in their language, and to ask them for a second factor in good time.
 */
import { define } from "./dialect.ts"

export default define([
  `ALTER TABLE people ADD COLUMN language TEXT`,
  `ALTER TABLE people ADD COLUMN factor_asked_at TEXT`
])
