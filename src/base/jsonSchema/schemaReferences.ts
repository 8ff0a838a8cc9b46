// Where references of a JSON Schema lead.

type JsonObject = Readonly<Record<string, unknown>>

/**
 * `definition`: to the whole or to a definition at the top, as the API takes them; `elsewhere`: to
 * another part of the same schema; `nowhere`: out of it, or to nothing.
 */
export type ReferenceKind = 'definition' | 'elsewhere' | 'nowhere'

/** Recorded: "reference can only point to definitions defined at the top level of the schema". */
export function referenceKind(reference: string, root: JsonObject): ReferenceKind {
  if (reference === '#') return 'definition'
  const target = targetOf(reference, root)
  if (typeof target !== 'boolean' && !isObject(target)) return 'nowhere'
  return /^#\/(?:\$defs|definitions)\/[^/]+$/.test(reference) ? 'definition' : 'elsewhere'
}

function targetOf(reference: string, root: JsonObject): unknown {
  if (!reference.startsWith('#/')) return undefined
  let at: unknown = root
  for (const step of reference.slice(2).split('/')) {
    const key = decoded(step)
    if (Array.isArray(at) && /^\d+$/.test(key)) at = at[Number(key)]
    else at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined
  }
  return at
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')
  } catch {
    return step
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
