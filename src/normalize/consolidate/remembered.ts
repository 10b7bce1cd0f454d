/**
 * Answers about words, remembered: the same words come in most texts.
 */

/** `ask`, its answers kept up to a number of words; more are forgotten together. */
export const remembered = <Answer extends {} | null>(
  most: number,
  ask: (word: string) => Answer
): ((word: string) => Answer) => {
  const known = new Map<string, Answer>()
  return (word) => {
    const answer = known.get(word)
    if (answer !== undefined) return answer
    if (known.size >= most) known.clear()
    const made = ask(word)
    known.set(word, made)
    return made
  }
}
