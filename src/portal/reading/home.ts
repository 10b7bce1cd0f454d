/**
 * Home: the current digest, the next meeting, ways into the statements, and how to take part.
 */
import { Effect } from "effect"
import { markup } from "../../export/html/html.ts"
import { DigestShelf } from "../digest/shelf.ts"
import type { PortalRequest } from "../request.ts"
import { layoutWords } from "../words/layout.ts"
import { Known } from "./known.ts"
import { keptPage } from "./kept.ts"
import { nextMeeting } from "./meetings.ts"
import { readingWords } from "./words/index.ts"

/** Issues named on the first page. */
const raisedShown = 8

export const home = keptPage(
  "/",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { lang, m } = request
    const words = readingWords.in(lang)
    const layout = layoutWords.in(lang)
    const known = yield* Known
    const initiatives = yield* known.initiatives
    const heard = yield* known.initiativeTotals
    const issues = known.issues(lang)
    const raised = [...(yield* known.issueTotals).values()]
      .sort((a, b) => b.initiatives - a.initiatives || b.statements - a.statements)
      .slice(0, raisedShown)
    const [digest] = yield* (yield* DigestShelf).list
    const meeting = yield* nextMeeting
    return {
      title: layout.text("site"),
      heading: layout.text("tagline"),
      description: words.text("homeLead"),
      body: markup`<p class="lead">${words.text("homeLead")}</p>
        <form role="search" class="inline" action="${request.href("/search")}">
          <label for="q">${words.text("searchAll")}</label>
          <input id="q" name="q" type="search" dir="auto" maxlength="200" />
          <button>${layout.text("search")}</button>
        </form>
        <div class="tiles-of-home">
          <section>
            <h2>${words.text("latestDigest")}</h2>
            ${
              digest === undefined
                ? markup`<p>${words.text("noDigest")}</p>`
                : markup`<p>
                      <a class="button" href="${request.href(`/digest/${digest.slug}`)}">${
                        digest.release === null
                          ? words.text("readDigest")
                          : m.text("title", { number: digest.release.number })
                      }</a>
                    </p>
                    ${
                      digest.release === null
                        ? markup`<p class="note">${words.text("digestPreview")}</p>`
                        : markup`<p class="note">
                            ${words.text("window", { window: m.dates(digest.release.window.from, digest.release.window.to) })}${m.text("comma")}${words.text("frozenOn", { date: m.date(digest.release.frozenAt) })}
                          </p>`
                    }
                    <p><a href="${request.href("/digests")}">${words.text("allReleases")}</a></p>`
            }
          </section>
          <section>
            <h2>${words.text("nextMeeting")}</h2>
            ${
              meeting === undefined
                ? markup`<p>${words.text("noMeeting")}</p>`
                : markup`<p><bdi lang="en">${meeting.name}</bdi><br />${m.dates(meeting.start, meeting.end)}${meeting.place === null ? "" : markup`${m.text("comma")}<bdi>${meeting.place}</bdi>`}</p>`
            }
            <p><a href="${request.href("/meetings")}">${words.text("meetingsTitle")}</a></p>
          </section>
          <section>
            <h2>${words.text("inNumbers")}</h2>
            <p>
              <a href="${request.href("/initiatives")}"
                >${words.text("initiativesRegistered", { count: initiatives.size })}</a
              ><br />${words.text("initiativesHeard", { count: heard.size })}
            </p>
          </section>
        </div>
        ${
          raised.length === 0
            ? ""
            : markup`<h2>${words.text("mostRaised")}</h2>
                <ol class="raised">
                  ${raised.map((own) => {
                    const issue = issues.get(own.issue)
                    return issue === undefined
                      ? ""
                      : markup`<li>
                          <a href="${request.href(`/issues/${issue.id}`)}">${issue.name}</a>
                          <span class="meta">${words.text("initiativeCount", { count: own.initiatives })}</span>
                        </li>`
                  })}
                </ol>
                <p><a href="${request.href("/issues")}">${words.text("issuesTitle")}</a></p>`
        }
        <h2>${words.text("takePartLead")}</h2>
        <p>${words.text("takePartText")}</p>
        <p><a href="${request.href("/take-part")}">${layout.text("takePart")}</a></p>`
    }
  })
)
