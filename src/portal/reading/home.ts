/**
 * Home: the current digest, the next meeting, ways into the statements, and how to take part.
 */
import { Effect } from "effect"
import { markup } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import { DigestShelf, type Shelved, type ShelvedOutline } from "../digest/shelf.ts"
import type { PortalRequest } from "../request.ts"
import { layoutWords } from "../words/layout.ts"
import { Known } from "./known.ts"
import { keptPage } from "./kept.ts"
import { nextMeeting } from "./meetings.ts"
import { readingWords } from "./words/index.ts"

/** Issues named on the first page. */
const raisedShown = 8

/**
 * Issues by the number of initiatives whose main concern they are, as the digest ranks them: a long report
 * touches nearly every issue once, so that "raised by" tells little.
 */
const concerns = (request: PortalRequest, digest: Shelved, outline: ShelvedOutline): Html => {
  const words = readingWords.in(request.lang)
  const most = outline.issues
    .filter(({ concerned }) => concerned > 0)
    .toSorted((a, b) => b.concerned - a.concerned || b.initiatives - a.initiatives)
    .slice(0, raisedShown)
  return most.length === 0
    ? markup``
    : markup`<h2>${words.text("mostConcerned")}</h2>
        <p class="note">${words.text("mostConcernedNote")}</p>
        <ol class="raised">
          ${most.map(
            ({ concerned, id, label }) =>
              markup`<li>
                <a href="${request.href(`/digest/${digest.slug}/issues/${id}`)}">${label}</a>
                <span class="meta">${words.text("initiativeCount", { count: concerned })}</span>
              </li>`
          )}
        </ol>
        <p><a href="${request.href("/issues")}">${words.text("issuesTitle")}</a></p>`
}

/** The same by all statements of the store, while no digest can say more. */
const raisedByMost = Effect.fnUntraced(function* (request: PortalRequest) {
  const words = readingWords.in(request.lang)
  const known = yield* Known
  const issues = known.issues(request.lang)
  const raised = [...(yield* known.issueTotals).values()]
    .sort((a, b) => b.initiatives - a.initiatives || b.statements - a.statements)
    .slice(0, raisedShown)
  return raised.length === 0
    ? markup``
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
})

export const home = keptPage(
  "/",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { lang, m } = request
    const words = readingWords.in(lang)
    const layout = layoutWords.in(lang)
    const known = yield* Known
    const initiatives = yield* known.initiatives
    const heard = yield* known.initiativeTotals
    const shelf = yield* DigestShelf
    const [digest] = yield* shelf.list
    const outline =
      digest === undefined
        ? null
        : yield* shelf
            .preparedOutline(digest, lang)
            .pipe(Effect.catchTag("NotPrepared", () => Effect.succeed(null)))
    const meeting = yield* nextMeeting
    return {
      title: layout.text("site"),
      heading: layout.text("tagline"),
      // A digest that is being prepared will say more in a moment.
      ...(digest !== undefined && outline === null ? { maxAge: 0 } : {}),
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
        ${digest === undefined || outline === null ? yield* raisedByMost(request) : concerns(request, digest, outline)}
        <h2>${words.text("takePartLead")}</h2>
        <p>${words.text("takePartText")}</p>
        <p><a href="${request.href("/take-part")}">${layout.text("takePart")}</a></p>`
    }
  })
)
