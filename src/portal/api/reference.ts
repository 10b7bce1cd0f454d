/**
 * The reference as two pages: `/api`, every operation with its parameters, answers and an example, and
 * `/api/objects`, every object with its fields. Made from the document of OpenAPI; without script, and nothing of
 * another host.
 */
import { Effect, Layer, Predicate } from "effect"
import { type Html, join, markup, type Value } from "../../export/html/html.ts"
import type { PortalRequest } from "../request.ts"
import { page } from "../route.ts"
import { PortalSettings } from "../settings.ts"
import {
  documentOf,
  type Operation,
  type Parameter,
  type ReadDocument,
  readDocument,
  shownTo
} from "./document.ts"
import { mostInPage, usualInPage } from "./paging.ts"
import { apiWords } from "./words.ts"

const isJson = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Predicate.isObject(value) && !Array.isArray(value)

const list = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [])

/** The page of objects as the page of operations leads to it, and as it leads to itself. */
const fromOperations = "api/objects"
const fromObjects = ""

/** A type in a few signs, with links to the objects it names on the page given. */
const typeOf = (schema: unknown, objects: string): Value => {
  if (!isJson(schema)) return "any"
  const reference = schema["$ref"]
  if (typeof reference === "string") {
    const name = reference.split("/").at(-1) ?? ""
    const element = name.endsWith("Page") ? name.slice(0, -4) : null
    return element === null
      ? markup`<a href="${objects}#schema-${name}">${name}</a>`
      : markup`page of <a href="${objects}#schema-${element}">${element}</a>`
  }
  const options = [...list(schema["anyOf"]), ...list(schema["oneOf"])]
  if (options.length > 0)
    return join(
      options.map((option) => typeOf(option, objects)),
      " | "
    )
  const values = list(schema["enum"])
  if (values.length > 0)
    return join(
      values.map((value) => JSON.stringify(value)),
      " | "
    )
  if (schema["const"] !== undefined) return JSON.stringify(schema["const"])
  if (schema["type"] === "array") return markup`${typeOf(schema["items"], objects)}[]`
  const fields = schema["properties"]
  if (isJson(fields)) {
    const required = new Set(list(schema["required"]))
    return markup`{ ${join(
      Object.entries(fields).map(
        ([name, field]) => markup`${name}${required.has(name) ? "" : "?"}: ${typeOf(field, objects)}`
      ),
      ", "
    )} }`
  }
  return typeof schema["type"] === "string" ? schema["type"] : "any"
}

const noteOf = (schema: unknown): string => {
  if (!isJson(schema)) return ""
  const { default: usual, description, maximum, minimum, pattern } = schema
  return [
    typeof description === "string" ? description : "",
    typeof minimum === "number" && typeof maximum === "number" && maximum < 1e9
      ? `From ${minimum} to ${maximum}.`
      : "",
    typeof usual === "number" ? `${usual} when absent.` : "",
    typeof pattern === "string" ? `Pattern ${pattern}` : ""
  ]
    .filter((part) => part !== "")
    .join(" ")
}

/**
 * A table whose rows are names with type and note. Headers have the scope of their place (HTML, section 4.9.12.2):
 * to say it in each of a thousand would be a tenth of the page.
 */
const fieldTable = (
  caption: string,
  rows: ReadonlyArray<readonly [name: string, where: string, type: Value, note: string]>
): Html =>
  markup`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
    <table>
      <thead><tr><th>Name</th><th>Where</th><th>Type</th><th>Meaning</th></tr></thead>
      <tbody>${rows.map(
        ([name, where, type, note]) =>
          markup`<tr><th><code>${name}</code></th><td>${where}</td><td><code>${type}</code></td><td>${note}</td></tr>`
      )}</tbody>
    </table>
  </div>`

const parameterRow = ({ in: where, name, required, schema }: Parameter) =>
  [name, required ? `${where}, required` : where, typeOf(schema, fromOperations), noteOf(schema)] as const

/** A call by curl; quotes are those of a POSIX shell. */
export const curl = (base: string, method: string, operation: Operation) => {
  const { "x-example": example } = operation
  const shown = shownTo(operation)
  return [
    "curl",
    ...(method === "GET" ? [] : [`-X ${method}`]),
    ...(shown === null ? [] : [`-H "Authorization: Bearer $${shown.toUpperCase()}"`]),
    ...(example.file === undefined
      ? []
      : ["-H 'Content-Type: application/octet-stream'", `--data-binary '@${example.file}'`]),
    ...(example.body === undefined
      ? []
      : [
          "-H 'Content-Type: application/json'",
          `-d '${JSON.stringify(example.body).replaceAll("'", String.raw`'\''`)}'`
        ]),
    `'${base}/api/v1${example.path.replaceAll("'", "%27")}'`
  ].join(" ")
}

/** Problems that any call may have: told once for all. */
const anyMay: ReadonlySet<string> = new Set(["400", "401", "403", "429", "500", "503"])

const anchor = (text: string): string => text.toLowerCase().replace(/\W+/g, "-")

const section = (base: string, method: string, path: string, operation: Operation): Html => {
  const { description, operationId, parameters, requestBody, responses, summary } = operation
  const answers = Object.entries(responses)
    .filter(([status]) => !anyMay.has(status))
    .map(([status, { content = {}, description: said }]) => {
      const [media] = Object.entries(content)
      const what =
        media === undefined ? "" : markup`: <code>${typeOf(media[1].schema, fromOperations)}</code>`
      return markup`<li><code>${status}</code> ${said}${what}</li>`
    })
  const own = parameters.filter(({ name }) => name !== "limit" && name !== "cursor")
  const bodies = Object.entries(requestBody?.content ?? {})
  return markup`<section id="${anchor(operationId)}">
    <h3>${summary}</h3>
    <p><code><strong>${method}</strong> ${path}</code></p>
    ${description === "" ? "" : markup`<p>${description}</p>`}
    ${own.length === 0 ? "" : fieldTable(`Parameters: ${summary}`, own.map(parameterRow))}
    ${own.length === parameters.length ? "" : markup`<p>In pages: <code>limit</code>, <code>cursor</code>.</p>`}
    ${bodies.map(
      ([media, { schema }]) =>
        markup`<p>Body, ${media === "application/json" ? "as JSON" : media}: <code>${typeOf(schema, fromOperations)}</code></p>`
    )}
    <ul>${answers}</ul>
    <pre tabindex="0"><code>${curl(base, method, operation)}</code></pre>
  </section>`
}

const schemaSection = (name: string, schema: Readonly<Record<string, unknown>>): Html => {
  const fields = isJson(schema["properties"]) ? schema["properties"] : {}
  const required = new Set(list(schema["required"]))
  const rows = Object.entries(fields).map(
    ([key, field]) =>
      [key, required.has(key) ? "always" : "optional", typeOf(field, fromObjects), noteOf(field)] as const
  )
  return markup`<section id="schema-${name}">
    <h2>${name}</h2>
    ${typeof schema["description"] === "string" ? markup`<p>${schema["description"]}</p>` : ""}
    ${rows.length === 0 ? markup`<p><code>${typeOf(schema, fromObjects)}</code></p>` : fieldTable(name, rows)}
  </section>`
}

/** What holds for all operations. */
const general = markup`<section id="general">
  <h2>For all calls</h2>
  <p>
    Reading needs no token, and scripts of any site may read (CORS). Answers are JSON but where said otherwise.
    Fields and operations may be added; none is taken away in version 1.
  </p>
  <ul>
    <li><strong>Tokens.</strong> Whoever has an account makes them on the profile page, with scopes and an end; they
      are sent as <code>Authorization: Bearer …</code>. A scope counts only while the person's role allows it.
      Organisers send the secret of their private link, the last part of its address, in the same way.</li>
    <li><strong>Lists</strong> come in pages: <code>data</code>, and in <code>next</code> (and in the field
      <code>Link</code>) the address of the next page, null on the last. <code>limit</code> is from
      1 to ${mostInPage}, ${usualInPage} when absent; <code>cursor</code> is part of that address. What is there from the beginning comes
      exactly once, whatever is added meanwhile.</li>
    <li><strong>Problems</strong> are <code>application/problem+json</code> (RFC 9457) with <code>title</code>,
      <code>status</code> and a sentence in <code>detail</code>. Any call may be answered by 400, 429, 500 or 503,
      and one that needs a token by 401 or 403.</li>
    <li><strong>Again.</strong> Send the <code>ETag</code> of an answer as <code>If-None-Match</code>: 304 says that
      nothing changed.</li>
    <li><strong>Limits.</strong> The fields <code>RateLimit</code> and <code>RateLimit-Policy</code> say how many
      calls remain and for how many seconds; 429 comes with <code>Retry-After</code>.</li>
  </ul>
</section>`

/** The reference of a document, for a portal at this address. */
export const referenceBody = (document: ReadDocument, base: string): Html => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation }))
  )
  const groups = document.tags.map((tag) => ({
    tag,
    own: operations.filter(({ operation }) => operation.tags.includes(tag.name))
  }))
  return markup`<div lang="en" dir="ltr">
    <nav aria-label="Operations">
      <ul>
        <li><a href="#general">For all calls</a></li>
        ${groups.map(
          ({ own, tag }) =>
            markup`<li><a href="#${anchor(tag.name)}">${tag.name}</a>: ${join(
              own.map(
                ({ operation }) =>
                  markup`<a href="#${anchor(operation.operationId)}">${operation.summary}</a>`
              ),
              "; "
            )}</li>`
        )}
        <li><a href="${fromOperations}">Objects</a></li>
      </ul>
    </nav>
    ${general}
    ${groups.map(
      ({ own, tag }) =>
        markup`<h2 id="${anchor(tag.name)}">${tag.name}</h2>
          <p>${tag.description}</p>
          ${own.map(({ method, operation, path }) => section(base, method, path, operation))}`
    )}
  </div>`
}

/** The objects of a document. */
export const objectsBody = (document: ReadDocument): Html =>
  markup`<div lang="en" dir="ltr">
    ${Object.entries(document.components.schemas)
      .filter(([name]) => !name.endsWith("Page"))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, schema]) => schemaSection(name, schema))}
  </div>`

/** Both pages, laid out once: neither document nor address change while the portal runs. */
interface LaidOut {
  readonly operations: Html
  readonly objects: Html
}
const laidOut = new Map<string, LaidOut>()

const bodiesFor = (baseUrl: URL): LaidOut => {
  const known = laidOut.get(baseUrl.href)
  if (known !== undefined) return known
  const document = readDocument(documentOf(baseUrl))
  const bodies = {
    operations: referenceBody(document, baseUrl.href.replace(/\/$/, "")),
    objects: objectsBody(document)
  }
  laidOut.set(baseUrl.href, bodies)
  return bodies
}

const operations = page(
  "/api",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { baseUrl } = yield* PortalSettings
    const words = apiWords.in(request.lang)
    return {
      title: words.text("title"),
      crumbs: [],
      maxAge: 3600,
      body: markup`<p class="lead">${words.text("lead")}</p>
        <p><a href="/api/v1/openapi.json">${words.text("document")}</a></p>
        ${bodiesFor(baseUrl).operations}`
    }
  })
)

const objects = page(
  "/api/objects",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { baseUrl } = yield* PortalSettings
    const words = apiWords.in(request.lang)
    return {
      title: words.text("objects"),
      crumbs: [{ href: request.href("/api"), label: words.text("title") }],
      maxAge: 3600,
      body: bodiesFor(baseUrl).objects
    }
  })
)

export const reference = Layer.merge(operations, objects)
