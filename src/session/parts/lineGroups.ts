// Which lines may stand in one file together: those that have the same values where a batch takes one value
// alone, such as its model. Groups are in the order in which their first lines stand.
import { failureOf } from '../../base/failures.ts'
import { ReadFailure } from '../../document/byteSource.ts'
import { msg } from '../../i18n/message.ts'

/**
 * Of each group some hundred kilobytes are held while a file is split, and each makes a file at least: with
 * more of them the models are most likely a mistake.
 */
const MAX_GROUPS = 50

/** By place the values that have to be the same; undefined where a line has none. */
type Values = readonly (string | undefined)[]

export class LineGroups {
  readonly #valuesOf: (kind: number) => Values
  readonly #groups: Values[] = []
  /** By number of a kind its group; -1: that of the line before. */
  readonly #groupOfKind = new Map<number, number>()
  #last = 0

  /** `valuesOf`: of a kind of lines, by its number. */
  constructor(valuesOf: (kind: number) => Values) {
    this.#valuesOf = valuesOf
  }

  /**
   * The group of the next line, from 0. A line that lacks a value goes with those that agree with it in all
   * others; one that lacks all goes with the line before it. Throws ReadFailure beyond MAX_GROUPS.
   */
  next(kind: number): number {
    let group = this.#groupOfKind.get(kind)
    if (group === undefined) {
      group = this.#findGroup(this.#valuesOf(kind))
      this.#groupOfKind.set(kind, group)
    }
    if (group >= 0) this.#last = group
    return this.#last
  }

  #findGroup(values: Values): number {
    if (values.every((value) => value === undefined)) return -1
    const known = this.#groups.findIndex((other) =>
      other.every((value, at) => agree(value, values[at])),
    )
    if (known >= 0) {
      this.#groups[known] = (this.#groups[known] ?? []).map((value, at) => value ?? values[at])
      return known
    }
    if (this.#groups.length >= MAX_GROUPS) throw tooManyGroups()
    return this.#groups.push(values) - 1
  }
}

function agree(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other
}

function tooManyGroups(): ReadFailure {
  return new ReadFailure(
    failureOf(
      'too-many-groups',
      msg(
        'The lines name more than {count, number} different models and urls. Each pair of them makes a file of its own, so check them first.',
        { count: MAX_GROUPS },
      ),
    ),
  )
}
