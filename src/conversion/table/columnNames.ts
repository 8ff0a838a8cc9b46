// What the columns of a table are called in its lines.

export interface ColumnNames {
  readonly names: readonly string[]
  /** Names that the file does not have: of columns without one, or with one that stood before. */
  readonly made: readonly string[]
}

/** Each column's name once: a repeated one gets `_2`, an empty one is called by its place, from 1. */
export function nameColumns(header: readonly string[]): ColumnNames {
  const taken = new Set(header)
  const seen = new Set<string>()
  const made: string[] = []
  const names = header.map((name, index) => {
    if (name !== '' && !seen.has(name)) {
      seen.add(name)
      return name
    }
    const given = name === '' ? freeName(`column_${index + 1}`, taken) : freeSuffix(name, taken)
    taken.add(given)
    made.push(given)
    return given
  })
  return { names, made }
}

/** `name`, or with the first suffix from `_2` on that is not taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? freeSuffix(name, taken) : name
}

function freeSuffix(name: string, taken: ReadonlySet<string>): string {
  for (let count = 2; ; count++) if (!taken.has(`${name}_${count}`)) return `${name}_${count}`
}
