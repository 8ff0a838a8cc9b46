// Ids that are made to fit what a provider takes. The same id always becomes the same one, and different
// ids become different ones as far as twelve characters of a hash tell (some 70 bits), so requests and answers can
// still be joined. Lines without an id that say the same get the same one, and the format tells of it.
import { sha256 } from '../base/sha256.ts'
import type { JsonNode, Raw } from './jsonNode.ts'
import type { Notes } from './notes.ts'
import { quote } from './writeJson.ts'

/** What a provider takes as an id; `maxLength` in code units. */
export interface IdRule {
  readonly pattern: RegExp
  readonly maxLength: number
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Letters and digits made of a text, 32 at most. */
export function hashText(text: string, length: number): string {
  // As JSON: halves of surrogate pairs would all become the same character.
  const hash = sha256(new TextEncoder().encode(quote(text)))
  let made = ''
  for (let i = 0; i < length; i++) made += DIGITS[(hash[i] as number) % DIGITS.length]
  return made
}

/** Characters of the hash at the end of an id that had to be changed. */
const HASH_LENGTH = 12

/** The id itself where the rule takes it; else its readable beginning with a hash of all of it. */
export function fitId(id: string, { pattern, maxLength }: IdRule): string {
  if (id !== '' && id.length <= maxLength && pattern.test(id)) return id
  const beginning = id.slice(0, maxLength - HASH_LENGTH - 1).replaceAll(/[^A-Za-z0-9_-]+/g, '_')
  return `${beginning}-${hashText(id, HASH_LENGTH)}`
}

/** The id of a request as the target has it, as JSON text. `line` is what an id is made of where there is none. */
export function requestId(
  source: JsonNode | undefined,
  line: JsonNode,
  rule: IdRule,
  key: string,
  notes: Notes,
): Raw {
  if (source?.kind === 'number') {
    notes.add('id-number', { id: source.raw }, source, [key])
    return fitted(source.raw, quote(source.raw), source, rule, key, notes)
  }
  const id = source?.string
  if (source === undefined || id === undefined || id === '') {
    const made = `request-${hashText(line.raw, HASH_LENGTH)}`
    notes.add('id-made', { id: made }, source ?? line, [key])
    return quote(made)
  }
  return fitted(id, source.raw, source, rule, key, notes)
}

function fitted(
  id: string,
  raw: Raw,
  source: JsonNode,
  rule: IdRule,
  key: string,
  notes: Notes,
): Raw {
  const made = fitId(id, rule)
  if (made === id) return raw
  notes.add('id-fitted', { id, made }, source, [key])
  return quote(made)
}

/** Ids or names of tools, JSON strings, as the target takes them; noted where `at` is given. */
export function fitter(
  code: 'call-id-changed' | 'tool-renamed',
  fit: (text: string) => string,
  notes: Notes,
): (raw: Raw, at?: JsonNode) => Raw {
  return (raw, at) => {
    const text = JSON.parse(raw) as string
    const made = fit(text)
    if (made === text) return raw
    if (at) notes.add(code, { id: text, made }, at)
    return quote(made)
  }
}
