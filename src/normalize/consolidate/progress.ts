/** How far consolidation has come, told in whole per cents of each of its stages. */

/** In their order; all of them come twice where an output is found to stand at two addresses. */
export const stages = ["words", "repetitions", "neighbours", "groups"] as const
export type Stage = (typeof stages)[number]

export type OnProgress = (stage: Stage, percent: number) => void

/** Counts the steps of a stage; a step costs nothing but where it brings the next per cent. */
export const counting = (onProgress: OnProgress, stage: Stage, size: number): ((done: number) => void) => {
  let next = 0
  return (done) => {
    if (done < next) return
    const percent = Math.floor((100 * done) / size)
    next = ((percent + 1) * size) / 100
    onProgress(stage, percent)
  }
}
