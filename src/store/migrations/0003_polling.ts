/**
 * What a poll of many sources asks at its start, answered from indexes: the last visit of an address that
 * brought a body (visits that found nothing new are the most by far), which items still wait, and how many
 * statements there are of a kind.
 */
import { define } from "./dialect.ts"

const indexes = [
  `CREATE INDEX visits_with_body ON visits (url, id) WHERE outcome = 'ok' AND capture_id IS NOT NULL`,
  `CREATE INDEX items_waiting ON items (source_id) WHERE visited_at IS NULL`,
  `CREATE INDEX statements_by_kind ON statements (kind)`
]

export default define(indexes)
