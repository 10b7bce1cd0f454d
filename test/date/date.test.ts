import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { dateFromUrl, findDates, readDate } from "../../src/date/index.ts"
import { processorTime } from "../processor-time.ts"

const spans = (text: string, language?: string) =>
  findDates(text, { language: language ?? null }).mentions.map(({ start, end }) =>
    start === end ? start : `${start}/${end}`
  )

describe("dates in running text", () => {
  const rows: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
    ["The forum took place on 4 November 2025 in Nairobi.", ["2025-11-04"]],
    ["Published November 4th, 2025", ["2025-11-04"]],
    ["20–22 October 2025", ["2025-10-20/2025-10-22"]],
    ["from 20 to 22 October 2025", ["2025-10-20/2025-10-22"]],
    ["October 20-22, 2025", ["2025-10-20/2025-10-22"]],
    ["30 September – 2 October 2025", ["2025-09-30/2025-10-02"]],
    ["30 December – 2 January 2026", ["2025-12-30/2026-01-02"]],
    ["20 October 2025 – 22 October 2025", ["2025-10-20/2025-10-22"]],
    ["Cotonou, le 1er août 2025", ["2025-08-01"]],
    ["du 20 au 22 février 2025", ["2025-02-20/2025-02-22"]],
    ["el 3 de octubre de 2025", ["2025-10-03"]],
    ["del 20 al 22 de septiembre del 2025", ["2025-09-20/2025-09-22"]],
    ["Lisboa, 17 de julho de 2015", ["2015-07-17"]],
    ["nos dias 5 e 6 de março de 2024", ["2024-03-05/2024-03-06"]],
    ["Berlin, den 24. März 2024", ["2024-03-24"]],
    ["7 апреля 2023 г.", ["2023-04-07"]],
    ["с 5 по 7 мая 2023 года", ["2023-05-05/2023-05-07"]],
    ["٤ تشرين الثاني ٢٠٢٥", ["2025-11-04"]],
    ["في 12 آذار 2024", ["2024-03-12"]],
    ["تونس في 14 جويلية 2023", ["2023-07-14"]],
    ["الرباط، 3 غشت 2023", ["2023-08-03"]],
    ["القاهرة ٥ أكتوبر ٢٠٢٢", ["2022-10-05"]],
    ["2025年11月4日", ["2025-11-04"]],
    ["2025年10月20日至22日", ["2025-10-20/2025-10-22"]],
    ["二〇二五年十一月四日", ["2025-11-04"]],
    ["令和7年11月4日", ["2025-11-04"]],
    ["２０２５年１１月４日", ["2025-11-04"]],
    ["2025년 11월 4일", ["2025-11-04"]],
    ["2025-11-04", ["2025-11-04"]],
    ["04.11.2025", ["2025-11-04"]],
    ["24/11/2025 and 11/25/2025", ["2025-11-24", "2025-11-25"]],
    ["31 November 2025, 30.02.2025, 4 March 1725", []],
    ["version 1.2.2025.1, phone 12-11-2025-55, May 2025", []],
    ["Maybe 12 marches 2020", []]
  ]
  for (const [text, expected] of rows) {
    it(`finds ${expected.length === 0 ? "nothing" : expected.join(", ")} in "${text}"`, () => {
      assert.deepStrictEqual(spans(text), [...expected])
    })
  }

  it("never guesses which number is the month", () => {
    const found = findDates("Event on 03/04/2025")
    assert.deepStrictEqual(found.mentions, [])
    assert.match(found.warnings.join(), /either of two days/)
    assert.deepStrictEqual(spans("03/04/2025", "fr"), ["2025-04-03"])
    assert.deepStrictEqual(spans("03/04/2025", "en-US"), ["2025-03-04"])
    assert.deepStrictEqual(spans("03/04/2025", "en-GB"), ["2025-04-03"])
    assert.deepStrictEqual(spans("03/04/2025", "en"), [])
    assert.deepStrictEqual(spans("04/04/2025"), ["2025-04-04"])
  })

  it("keeps a date whose day of the week is wrong, and says so", () => {
    const [mention] = findDates("held on Thursday, 30 Nov 2024").mentions
    assert.strictEqual(mention?.start, "2024-11-30")
    assert.match(mention?.warnings.join() ?? "", /thursday/)
  })

  const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  const locales = "en-GB en-US fr es pt de ru ar-EG ar-LB ar-MA ar-TN ar-DZ zh-CN ja ko".split(" ")
  for (const locale of locales) {
    for (const dateStyle of ["long", "full", "medium"] as const) {
      if (dateStyle === "medium" && /^(?:fr|ar|ko|zh|pt)/.test(locale)) continue
      it(`reads what ${locale} writes in its ${dateStyle} style`, () => {
        const format = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: "UTC", calendar: "gregory" })
        fc.assert(
          fc.property(day, (date) => {
            assert.deepStrictEqual(spans(`— ${format.format(date)} —`, locale), [
              date.toISOString().slice(0, 10)
            ])
          }),
          { numRuns: 60 }
        )
      })
    }
  }

  it("ends at once on any text, and gives only ordered calendar days", () => {
    const piece = fc.constantFrom(
      "1",
      "20",
      "2025",
      " ",
      "-",
      "–",
      "/",
      ".",
      "May",
      "de",
      "october",
      "年",
      "月",
      "日",
      "و",
      ","
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const { start, end, from, to } of findDates(pieces.join("")).mentions) {
          assert.isTrue(start <= end && from < to)
          assert.strictEqual(new Date(`${start}T00:00:00Z`).toISOString().slice(0, 10), start)
        }
      })
    )
    const began = processorTime()
    findDates("12 to ".repeat(20_000) + "1 - ".repeat(20_000) + " ".repeat(50_000) + "2025")
    assert.isBelow(processorTime() - began, 1000)
  })
})

describe("dates in fields", () => {
  const rows: ReadonlyArray<readonly [string, string | null, string | null]> = [
    ["Tue, 04 Nov 2025 10:00:00 +0100", "2025-11-04", "2025-11-04T09:00:00.000Z"],
    ["Tue, 4 Nov 25 10:00 EST", "2025-11-04", "2025-11-04T15:00:00.000Z"],
    ["04 Nov 2025 23:30:00 GMT", "2025-11-04", "2025-11-04T23:30:00.000Z"],
    ["mar., 04 nov. 2025 10:00:00 +0000", "2025-11-04", "2025-11-04T10:00:00.000Z"],
    ["Вт, 04 ноя 2025 10:00:00 +0300", "2025-11-04", "2025-11-04T07:00:00.000Z"],
    ["Tue Nov  4 10:00:00 2025", "2025-11-04", null],
    ["2025-11-04T23:30:00-05:00", "2025-11-04", "2025-11-05T04:30:00.000Z"],
    ["2025-11-04T23:30:00.123456Z", "2025-11-04", "2025-11-04T23:30:00.123Z"],
    ["2025-11-04 23:30", "2025-11-04", null],
    ["20251104T233000Z", "2025-11-04", "2025-11-04T23:30:00.000Z"],
    ["2025-11-04", "2025-11-04", null],
    ["4 novembre 2025", "2025-11-04", null],
    ["2025-11", null, null],
    ["1970-01-01T00:00:00Z", null, null],
    ["0000-00-00 00:00:00", null, null],
    ["yesterday", null, null],
    ["", null, null]
  ]
  for (const [text, date, instant] of rows) {
    it(`"${text}" is ${date ?? "no date"}${instant === null ? "" : ` at ${instant}`}`, () => {
      const reading = readDate(text)
      assert.deepStrictEqual([reading.date, reading.instant], [date, instant])
    })
  }

  it("says what cannot be read", () => {
    assert.match(readDate("next spring").warnings.join(), /not a date/)
  })

  it("gives back the instant of every RFC 3339 and RFC 822 time", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1990-01-02"), max: new Date("2099-12-30"), noInvalidDate: true }),
        (date) => {
          assert.strictEqual(readDate(date.toISOString()).instant, date.toISOString())
          assert.strictEqual(readDate(date.toUTCString()).instant, `${date.toISOString().slice(0, 19)}.000Z`)
        }
      )
    )
  })
})

describe("dates in URLs", () => {
  for (const [url, date] of [
    ["https://igf.example/2025/11/04/messages/", "2025-11-04"],
    ["https://igf.example/news/2025-11-04-messages", "2025-11-04"],
    ["https://igf.example/docs/report_20251104.pdf", "2025-11-04"],
    ["https://igf.example/2025/11/", null],
    ["https://igf.example/2025/13/40/", null],
    ["https://igf.example/id/a20251104b", null],
    ["not a url", null]
  ] as const) {
    it(`${url} gives ${date ?? "none"}`, () => assert.strictEqual<string | null>(dateFromUrl(url), date))
  }
})

describe("dates that cannot be", () => {
  it("are told with their place and year, and are no mention", () => {
    const { impossible, mentions } = findDates("The forum took place on 30-31 November 2024 in Saltmarsh.")
    assert.deepStrictEqual(mentions, [])
    assert.strictEqual(
      JSON.stringify(impossible),
      '[{"from":24,"to":43,"year":2024,"start":"2024-11-30","end":null}]'
    )
  })

  it("leave a number before a dash out of the day that follows it", () => {
    assert.deepStrictEqual(
      findDates("No. 12 – 3 March 2025").mentions.map(({ end, start }) => [start, end]),
      [["2025-03-03", "2025-03-03"]]
    )
  })
})

describe("dates of more languages", () => {
  for (const [text, expected] of [
    ["riuniti il 5 giugno 2025", "2025-06-05"],
    ["diselenggarakan pada 17 Agustus 2025", "2025-08-17"],
    ["12 Eylül 2025 tarihinde", "2025-09-12"],
    ["відбувся 3 жовтня 2025", "2025-10-03"],
    ["from Monday 30 September to Wednesday 2 October 2024", "2024-09-30/2024-10-02"],
    ["٢١ تشرين الأول/أكتوبر ٢٠٢٥", "2025-10-21"]
  ] as const) {
    it(`read ${text}`, () => {
      const [first] = findDates(text).mentions
      assert.strictEqual(
        first?.start === first?.end ? first?.start : `${first?.start}/${first?.end}`,
        expected
      )
    })
  }
})
