/** Collections of places in the list of statements: lists of them, and groups. */

/** Lists of places, one for each place in order, in one array. */
export class Lists {
  #values = new Int32Array(1024)
  readonly #starts: Array<number> = [0]

  push(list: ReadonlyArray<number>): void {
    const start = this.#starts.at(-1) ?? 0
    const end = start + list.length
    if (end > this.#values.length) {
      const longer = new Int32Array(2 * end)
      longer.set(this.#values)
      this.#values = longer
    }
    this.#values.set(list, start)
    this.#starts.push(end)
  }

  /** Whether the list of a place is there and has the value. */
  has(place: number, value: number): boolean {
    const end = this.#starts[place + 1] ?? 0
    for (let at = this.#starts[place] ?? 0; at < end; at++) if (this.#values[at] === value) return true
    return false
  }
}

/** Groups of places that are joined one by one. */
export class Groups {
  /** Of groups of more than one. */
  readonly #members = new Map<number, Array<number>>()
  readonly #of: Int32Array

  constructor(size: number) {
    this.#of = Int32Array.from({ length: size }, (_, index) => index)
  }

  of(index: number): number {
    return this.#of[index] ?? index
  }

  members(group: number): ReadonlyArray<number> {
    return this.#members.get(group) ?? [group]
  }

  join(a: number, b: number): void {
    const [into, from] = a < b ? [a, b] : [b, a]
    const members = this.#members.get(into) ?? [into]
    for (const member of this.members(from)) {
      this.#of[member] = into
      members.push(member)
    }
    this.#members.set(into, members)
    this.#members.delete(from)
  }

  /** Groups of more than one. */
  get large(): Iterable<ReadonlyArray<number>> {
    return this.#members.values()
  }
}
