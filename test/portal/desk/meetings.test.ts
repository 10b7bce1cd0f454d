/** Cycles and meetings by form: over HTTP, and what the forms take. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import fc from "fast-check"
import { IssueId } from "../../../src/domain/index.ts"
import { readCycles } from "../../../src/export/index.ts"
import { presentCycles } from "../../../src/jobs/index.ts"
import { readMeeting, readSubTheme, realDate } from "../../../src/portal/desk/cycle-form.ts"
import { deskWords } from "../../../src/portal/desk/words/index.ts"
import { Audit } from "../../../src/store/index.ts"
import { signIn, type Visitor } from "../security/attacked.ts"
import { serveDesk, type ServedDesk } from "./served-desk.ts"

const words = deskWords.in("en")

let desk: ServedDesk
let editor: Visitor
let reader: Visitor

beforeAll(async () => {
  desk = await serveDesk()
  editor = await signIn(desk, "editor")
  reader = await signIn(desk, "reader")
}, 120_000)

afterAll(() => desk.stop())

const text = async (visitor: Visitor, path: string): Promise<string> => {
  const answer = await visitor.get(path)
  assert.strictEqual(answer.status, 200, path)
  return await answer.text()
}

const meeting = {
  year: "2027",
  name: "First Open Consultations and MAG Meeting",
  id: "first-consultations",
  place: "Geneva",
  start: "2027-02-03",
  end: "2027-02-05",
  from: "2026-02-01",
  to: "2027-01-20"
}

const cyclesNow = () => desk.inStore(presentCycles(desk.directory))

describe("Cycles and meetings", () => {
  it("are added by form, and count for digests, jobs and the calendar at once", async () => {
    assert.notInclude(await text(reader, "/en/desk/meetings"), "IGF 2027")
    await editor.post("/en/desk/meetings/year", { year: "2027", theme: "Rivers" })
    const saved = await editor.post("/en/desk/meetings/meeting", meeting)
    assert.strictEqual(saved.headers.get("location"), "/en/desk/meetings?done=1")
    await editor.post("/en/desk/meetings/sub-theme", {
      year: "2027",
      title: "Trust",
      issue: "cybersecurity",
      gdc: "3, 4",
      wsis: "c5",
      sdg: ""
    })
    const page = await text(reader, "/en/desk/meetings?done=1")
    assert.include(page, "IGF 2027")
    assert.include(page, "Edited by Edo Editor")
    const own = (await cyclesNow()).find(({ year }) => year === 2027)
    const [trust] = own?.subThemes ?? []
    assert.deepEqual(trust, {
      title: "Trust",
      issues: [IssueId.make("cybersecurity")],
      gdc: [3, 4],
      wsis: ["C5"]
    })
    assert.include(await (await desk.get("/meetings.ics")).text(), "2027-first-consultations@tributary")
    assert.include(await text(reader, "/en/desk"), meeting.name)
    assert.include(await text(editor, "/en/desk/digest"), "2027-first-consultations")
  })

  it("are exported as a file that reads back as what counts", async () => {
    const answer = await reader.get("/en/desk/meetings/export")
    assert.match(answer.headers.get("content-disposition") ?? "", /cycles\.yaml/)
    const back = await Effect.runPromise(readCycles(await answer.text()))
    assert.deepStrictEqual(back, [...(await cyclesNow())])
  })

  it("name the field that does not fit, and keep what was filled in", async () => {
    const answer = await editor.post("/en/desk/meetings/meeting", {
      ...meeting,
      id: "Second Meeting",
      end: "2027-02-01",
      to: "2027-02-30"
    })
    const page = await answer.text()
    assert.strictEqual(answer.status, 422)
    for (const name of ["id", "end", "to"]) assert.include(page, `id="${name}-problem"`)
    assert.include(page, 'value="Geneva"')
    const same = await editor.post("/en/desk/meetings/meeting", meeting)
    assert.include(await same.text(), "Another meeting of this year has this short name.")
  })

  it("are put back from the history, and all of it stands in the log", async () => {
    await editor.post("/en/desk/meetings/meeting", {
      ...meeting,
      former: "2027-first-consultations",
      place: "Riyadh"
    })
    await editor.post("/en/desk/meetings/meeting/remove", { year: "2027", id: "2027-first-consultations" })
    assert.deepStrictEqual((await cyclesNow()).find(({ year }) => year === 2027)?.meetings, [])
    const history = await text(editor, "/en/desk/meetings/history")
    const [newest] = [...history.matchAll(/name="edit" value="(\d+)"/g)].map(([, id]) => id)
    await editor.post("/en/desk/meetings/restore", { edit: newest ?? "" })
    const [restored] = (await cyclesNow()).find(({ year }) => year === 2027)?.meetings ?? []
    assert.strictEqual(restored?.place, "Riyadh")
    await editor.post("/en/desk/meetings/restore", { year: "2027" })
    assert.isUndefined((await cyclesNow()).find(({ year }) => year === 2027))
    const log = await desk.inStore(Effect.flatMap(Audit, (audit) => audit.list({ thing: "cycle:2027" })))
    assert.deepStrictEqual(
      log.map(({ action }) => action),
      ["cycle.restore", "cycle.restore", "cycle.edit", "cycle.edit", "cycle.edit", "cycle.edit", "cycle.edit"]
    )
  })
})

const fields = (values: Readonly<Record<string, string>>) => new URLSearchParams(values)

describe("Forms of cycles", () => {
  it("take every real date and no other", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString().slice(0, 10)
          assert.strictEqual(realDate(text), text)
        }
      )
    )
    for (const text of ["2027-02-29", "2027-04-31", "2027-13-01", "27-01-01", "", "2027-1-1"]) {
      assert.isNull(realDate(text), text)
    }
  })

  it("never throw, whatever is sent, and give a meeting only where all is right", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("name", "id", "start", "end", "from", "to"), fc.string()),
        (sent) => {
          const read = readMeeting(words, fields(sent), 2027, [])
          assert.isTrue("problems" in read)
        }
      )
    )
    assert.property(readMeeting(words, fields(meeting), 2027, []), "value")
  })

  it("take no issue that the taxonomy does not have, and no line that WSIS does not have", () => {
    const known = new Set(["cybersecurity"])
    const read = readSubTheme(
      words,
      fields({ title: "T", issue: "no-such-issue", wsis: "C12", gdc: "6", sdg: "x" }),
      known
    )
    assert.deepStrictEqual("problems" in read ? Object.keys(read.problems).toSorted() : [], [
      "gdc",
      "issue",
      "sdg",
      "wsis"
    ])
  })
})
