// What the columns of a table are called in its lines.

export interface ColumnNames {
  readonly names: readonly string[]
  /** Names that the file does not have: of columns without one, or with one that stood before. */
  readonly made: readonly string[]
}

/** Each column's name once: a repeated one gets `_2`, an empty one is called by its place, from 1. */
export function nameColumns(header: readonly string[]): ColumnNames {
  const taken = new Set(header)
  /** Of each name that came, the suffix that was given last: a header of one name alone takes no hours. */
  const suffixes = new Map<string, number>()
  const made: string[] = []
  const names = header.map((name, index) => {
    const last = suffixes.get(name)
    if (name !== '' && last === undefined) {
      suffixes.set(name, 1)
      return name
    }
    let given: string
    if (last === undefined) {
      given = freeName(`column_${index + 1}`, taken)
    } else {
      const suffix = freeSuffix(name, taken, last)
      suffixes.set(name, suffix)
      given = `${name}_${suffix}`
    }
    taken.add(given)
    made.push(given)
    return given
  })
  return { names, made }
}

/** `name`, or with the first suffix from `_2` on that is not taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? `${name}_${freeSuffix(name, taken)}` : name
}

/** The first that is free after `last`. */
function freeSuffix(name: string, taken: ReadonlySet<string>, last = 1): number {
  for (let count = last + 1; ; count++) if (!taken.has(`${name}_${count}`)) return count
}
