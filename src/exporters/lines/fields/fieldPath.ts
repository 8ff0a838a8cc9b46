// Fields by name: a path as people read and type it, and the titles of columns made of paths.
import { formatPath, type JsonPath } from '../../../json/jsonPath.ts'
import { parsePath } from '../../../json/parsePath.ts'

/** Steps of a path that someone may type: it is followed by recursion. */
const MOST_STEPS = 200

/** Undefined for what is no path; '' is the whole value of a line. `[-1]` is the last element. */
export function parseFieldPath(text: string): JsonPath | undefined {
  const path = parsePath(text, { allowsFromEnd: true })
  return path && path.length <= MOST_STEPS ? path : undefined
}

/** What the column of lines is called that are no object. */
const WHOLE_LINE = 'value'

/**
 * A title for each path: `a.b`, as most programs have it, and with brackets and quotes where others have that
 * title already. All are different.
 */
export function columnTitles(paths: readonly JsonPath[]): readonly string[] {
  const taken = new Set<string>()
  // Those of the fields first: the column of whole lines gives way.
  const titles = paths.map((path) => {
    if (path.length === 0) return ''
    const plain = plainTitle(path)
    const title = unusedTitle([plain, formatPath(path)], taken)
    taken.add(title)
    return title
  })
  return paths.map((path, i) =>
    path.length === 0 ? unusedTitle([WHOLE_LINE], taken) : (titles[i] as string),
  )
}

/**
 * Of the only names that mean nothing by themselves, the empty one and an index, as they stand in paths; so are
 * halves of surrogate pairs, which have no UTF-8.
 */
function plainTitle(path: JsonPath): string {
  const isPlain = path.every(
    (step) => typeof step === 'string' && step !== '' && step.isWellFormed(),
  )
  return isPlain ? path.join('.') : formatPath(path)
}

function unusedTitle(names: readonly string[], taken: ReadonlySet<string>): string {
  const free = names.find((name) => !taken.has(name))
  if (free !== undefined) return free
  const last = names.at(-1) as string
  for (let n = 2; ; n++) if (!taken.has(`${last}_${n}`)) return `${last}_${n}`
}
