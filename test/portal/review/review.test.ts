/** Reviewing in the portal: who may, what is kept, what is shown, and that nothing of it can be turned against us. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import type { Statement } from "../../../src/domain/index.ts"
import { signIn, type Visitor } from "../security/attacked.ts"
import { serveReview, type ServedReview } from "./served.ts"

let portal: ServedReview
let editor: Visitor
let reader: Visitor
beforeAll(async () => {
  portal = await serveReview()
  editor = await signIn(portal, "editor")
  reader = await signIn(portal, "reader")
}, 60_000)
afterAll(() => portal.stop())

const must = <A>(value: A | undefined | null): A => {
  if (value === undefined || value === null) throw new Error("The page lacks what is asked for.")
  return value
}

const first = (): Statement => must(portal.statements[0])
const pageOf = ({ id, outputId }: Statement) => `/en/review/output/${outputId}?s=${id}`
const textOf = async (answer: Promise<Response>) => (await answer).text()
const batchIn = (location: string): string => must(new URL(location, portal.url).searchParams.get("done"))

/** Takes back what an answer says was decided. */
const undoOf = (answer: Response) =>
  editor.post("/en/review/undo", { batch: batchIn(must(answer.headers.get("location"))), back: "/review" })

const seen = () => [
  "/en/review",
  "/en/review?show=all",
  "/en/review?show=doubt",
  "/en/review?show=excluded",
  "/en/review?show=recent",
  pageOf(first())
]

describe("Reviewing in the portal", () => {
  const done = ["decide", "document", "undo", "bulk"].map((name) => `/en/review/${name}`)

  it("is for people of the Secretariat: readers see, editors decide, visitors sign in", async () => {
    for (const path of [...seen(), "/en/review/bulk?show=all&do=exclude"]) {
      const visitor = await portal.get(path)
      assert.strictEqual(visitor.status, 303, path)
      assert.match(must(visitor.headers.get("location")), /sign-in/)
    }
    for (const path of seen()) {
      const page = await reader.get(path)
      assert.strictEqual(page.status, 200, path)
      assert.notMatch(await page.text(), /action="\/en\/review\/(?:decide|document|undo|bulk)"/, path)
      assert.strictEqual((await editor.get(path)).status, 200, path)
    }
    assert.strictEqual((await reader.get("/en/review/bulk?show=all&do=exclude")).status, 403)
    for (const path of done) {
      const fields = { statement: first().id, output: first().outputId, do: "exclude" }
      assert.strictEqual((await reader.post(path, fields)).status, 403, path)
      assert.strictEqual((await portal.post(path, fields)).status, 303, path)
      assert.strictEqual(
        (await portal.post(path, fields, { cookie: editor.cookie })).status,
        403,
        `${path} without token`
      )
    }
  })

  it("keeps a decision with name and reason, shows it at once to readers, and takes it back", async () => {
    const statement = first()
    const answer = await editor.post("/en/review/decide", {
      statement: statement.id,
      output: statement.outputId,
      do: "label",
      "issue-1": "Encryption",
      kind: "challenge",
      reason: `It says so <script>alert("reason")</script>`
    })
    assert.strictEqual(answer.status, 303)
    const shown = await textOf(portal.get(`/en/statements/${statement.id}`))
    assert.include(shown, '/en/issues/encryption"')
    assert.include(shown, "challenge")
    assert.include(await textOf(portal.get("/en/issues/encryption")), statement.id)
    const page = await textOf(editor.get(must(answer.headers.get("location"))))
    assert.include(page, "Edo Editor")
    assert.include(page, "&lt;script&gt;")
    assert.notInclude(page, "<script>alert")
    const log = await textOf((await signIn(portal, "admin")).get("/en/people/log"))
    assert.include(log, "review.decide")
    assert.include(log, `statement:${statement.id}`)

    const undone = await undoOf(answer)
    assert.strictEqual(undone.status, 303)
    const after = await textOf(portal.get(`/en/statements/${statement.id}`))
    for (const { id } of statement.issues) assert.include(after, `/en/issues/${id}"`)
    if (!statement.issues.some(({ id }) => id === "encryption"))
      assert.notInclude(after, '/en/issues/encryption"')
  })

  it("excludes, lists what is excluded, and shows it again", async () => {
    const statement = must(portal.statements[1])
    const fields = { statement: statement.id, output: statement.outputId }
    const answer = await editor.post("/en/review/decide", { ...fields, do: "exclude", reason: "Not theirs" })
    assert.strictEqual(answer.status, 303)
    assert.strictEqual((await portal.get(`/en/statements/${statement.id}`)).status, 404)
    assert.include(await textOf(reader.get("/en/review?show=excluded")), statement.id)
    assert.include(await textOf(editor.get(pageOf(statement))), "Show again as found")
    assert.strictEqual((await editor.post("/en/review/decide", { ...fields, do: "restore" })).status, 303)
    assert.strictEqual((await portal.get(`/en/statements/${statement.id}`)).status, 200)
  })

  it("merges two statements and splits them again", async () => {
    const one = first()
    const other = must(portal.statements.find(({ initiativeId }) => initiativeId !== one.initiativeId))
    const fields = { statement: one.id, output: one.outputId }
    const wrong = await editor.post("/en/review/decide", { ...fields, do: "merge", into: "that one" })
    assert.strictEqual(wrong.status, 422)
    assert.include(await wrong.text(), "no number of a statement")
    const into = `${portal.url}en/statements/${other.id}`
    await editor.post("/en/review/decide", { ...fields, do: "merge", into })
    assert.include(await textOf(editor.get(pageOf(one))), `?s=${other.id}#selected`)
    await editor.post("/en/review/decide", { ...fields, do: "split" })
    assert.notInclude(await textOf(editor.get(pageOf(one))), `?s=${other.id}#selected`)
    await editor.post("/en/review/decide", { ...fields, do: "restore" })
  })

  it("corrects kind and date of a document, and tells what is wrong with a form", async () => {
    const { outputId } = first()
    const fields = { output: outputId, "document-kind": "report", published: "2025-10-30" }
    const wrong = await editor.post("/en/review/document", { ...fields, published: "30 October" })
    assert.strictEqual(wrong.status, 422)
    const answer = await editor.post("/en/review/document", fields)
    assert.strictEqual(answer.status, 303)
    assert.include(await textOf(portal.get(`/en/outputs/${outputId}`)), "30 October 2025")
    assert.strictEqual((await undoOf(answer)).status, 303)
    const unknown = await editor.post("/en/review/decide", {
      statement: first().id,
      output: outputId,
      do: "label",
      "issue-1": "Encrypton <b>"
    })
    assert.strictEqual(unknown.status, 422)
    assert.include(await unknown.text(), "Encrypton &lt;b&gt;")
  })

  it("changes a whole list after a preview, and takes that back as one", async () => {
    const { initiativeId } = first()
    const query = `show=all&initiative=${initiativeId}&do=add&issue-1=Encryption`
    const preview = await textOf(editor.get(`/en/review/bulk?${query}`))
    const count = Number(must(/<b>(\d+) statements? would change/.exec(preview)?.[1]))
    assert.isAbove(count, 1)
    const of = must(/name="of" value="([^"]*)"/.exec(preview)?.[1])
    const fields = { ...Object.fromEntries(new URLSearchParams(query)), reason: "The session's theme" }
    assert.strictEqual((await editor.post("/en/review/bulk", { ...fields, of: "stale" })).status, 422)
    const answer = await editor.post("/en/review/bulk", { ...fields, of })
    assert.strictEqual(answer.status, 303)
    const listed = await textOf(editor.get(must(answer.headers.get("location"))))
    assert.include(listed, `${count} decisions`)
    assert.include(await textOf(editor.get("/en/review?show=recent")), `and ${count - 1} more`)
    const undone = await undoOf(answer)
    assert.include(
      await textOf(editor.get(must(undone.headers.get("location")))),
      `Taken back. ${count} decisions`
    )
  })
})
