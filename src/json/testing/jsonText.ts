// Random JSON texts for property tests: any value, spaced at random, keys escaped at random.
import fc from 'fast-check'

export interface WrittenJson {
  readonly value: unknown
  readonly text: string
}

/** A value and one of the many texts that parse to it. No key is doubled. */
export const writtenJson: fc.Arbitrary<WrittenJson> = fc
  .tuple(fc.jsonValue({ maxDepth: 4 }), fc.array(fc.nat(9), { minLength: 4, maxLength: 12 }))
  .map(([value, picks]) => {
    let next = 0
    const pick = (): number => picks[next++ % picks.length] as number
    return { value: JSON.parse(JSON.stringify(value)) as unknown, text: write(value, pick) }
  })

function write(value: unknown, pick: () => number): string {
  const space = (): string => ['', '', '', ' ', '  ', '\t', ' \r'][pick() % 7] as string
  const text = (string: string): string =>
    pick() % 3 === 0 ? `"${escaped(string)}"` : JSON.stringify(string)
  const part = (inner: unknown): string => {
    if (typeof inner === 'string') return space() + text(inner) + space()
    if (typeof inner !== 'object' || inner === null)
      return space() + JSON.stringify(inner) + space()
    if (Array.isArray(inner)) return `${space()}[${inner.map(part).join(',') || space()}]${space()}`
    const members = Object.entries(inner).map(
      ([key, one]) => `${space()}${text(key)}${space()}:${part(one)}`,
    )
    return `${space()}{${members.join(',') || space()}}${space()}`
  }
  return part(value)
}

function escaped(string: string): string {
  return Array.from({ length: string.length }, (_, i) => {
    const unit = string.charCodeAt(i).toString(16).padStart(4, '0')
    return `\\u${unit}`
  }).join('')
}

/** The paths of all values in a value, the root's first. */
export function allPaths(value: unknown): (string | number)[][] {
  const paths: (string | number)[][] = [[]]
  if (Array.isArray(value)) {
    value.forEach((one, i) => paths.push(...allPaths(one).map((path) => [i, ...path])))
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      paths.push(...allPaths(one).map((path) => [key, ...path]))
    }
  }
  return paths
}
