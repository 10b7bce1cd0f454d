import { Effect } from "effect"
import { readFileSync, writeFileSync } from "node:fs"
import { readDigest } from "../src/export/index.ts"
import { renderXlsx } from "../src/export/xlsx/document.ts"
import { renderCsv } from "../src/export/csv/document.ts"
const d = await Effect.runPromise(readDigest(readFileSync("demo-output/digest/digest.json","utf8")))
for (const lang of ["en","ar"] as const) {
const t=performance.now()
const b = await Effect.runPromise(renderXlsx(d,{lang}))
console.log(lang, b.length, Math.round(performance.now()-t)+"ms")
writeFileSync(`/tmp/office-out-${lang}.xlsx`, b)
}
for (const [n,t] of renderCsv(d)) { writeFileSync(`/tmp/office-${n}`, t()); console.log(n, t().length) }
