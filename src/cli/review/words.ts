/** Decisions of a review in a few words. */
import type { ReviewDecision } from "../../domain/index.ts"

/** "relabel s-… as encryption, surveillance". */
export const decisionText = (decision: ReviewDecision): string => {
  switch (decision._tag) {
    case "relabel":
      return decision.issues === null
        ? `${decision.statementId} has the labels that the program finds`
        : `relabel ${decision.statementId} as ${decision.issues.join(", ") || "none"}`
    case "statement-kind":
      return `${decision.statementId} is of the kind ${decision.kind ?? "that the program finds"}`
    case "exclude":
      return `exclude ${decision.statementId}`
    case "restore":
      return `restore ${decision.statementId}`
    case "merge":
      return `merge ${decision.statementId} into ${decision.into}`
    case "split":
      return `split off ${decision.statementId}`
    case "document-kind":
      return `${decision.outputId} is of the kind ${decision.kind ?? "that the program finds"}`
    case "correct-date":
      return decision.publishedAt === null
        ? `${decision.outputId} was published when it says`
        : `${decision.outputId} was published on ${decision.publishedAt}`
  }
}
