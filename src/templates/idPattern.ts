// How the custom_id of each request is made: `review-{{#}}` with a running number, padded to as many digits as
// there are signs; `{{column}}`; `{{hash}}`, by which the same content has the same id.
import { cutIdPattern, paddedNumber } from '../base/idPattern.ts'
import { sha256 } from '../base/sha256.ts'
import { parsePlaceholders, type PlaceholderProblem, type TextPart } from './placeholders.ts'
import type { Row } from './row.ts'

type IdPart = TextPart | { readonly digits: number }

/** Stands for the content where no column has this name. */
export const HASH = 'hash'

/** Hexadecimal digits of the hash: 48 bits, some ten million contents without two alike. */
const HASH_DIGITS = 12

export interface IdPattern {
  readonly parts: readonly IdPart[]
  readonly columns: readonly string[]
}

export type CompiledId =
  | { readonly ok: true; readonly pattern: IdPattern }
  | { readonly ok: false; readonly problem: PlaceholderProblem }

export function compileId(text: string): CompiledId {
  const parts: IdPart[] = []
  const columns = new Set<string>()
  let at = 0
  // In mustache a number sign begins a section; there are none here.
  for (const piece of cutIdPattern(text)) {
    if (typeof piece !== 'string') {
      parts.push({ digits: piece.digits })
      at += piece.source.length
    } else {
      const parsed = parsePlaceholders(piece)
      if (!parsed.ok) {
        const { message } = parsed.problem
        return { ok: false, problem: { message, at: at + parsed.problem.at } }
      }
      parts.push(...parsed.parts)
      for (const part of parsed.parts) if (typeof part !== 'string') columns.add(part.column)
      at += piece.length
    }
  }
  return { ok: true, pattern: { parts, columns: [...columns] } }
}

export interface IdContent {
  readonly row: Row
  /** Of the request among all, from 1. */
  readonly number: number
  /** JSON of its body. */
  readonly body: string
  /** Whether rows have a column of the name `hash`. */
  readonly hasHashColumn: boolean
}

export function makeId({ parts }: IdPattern, content: IdContent): string {
  let id = ''
  for (const part of parts) {
    if (typeof part === 'string') id += part
    else if ('digits' in part) id += paddedNumber(content.number, part.digits)
    else if (part.column === HASH && !content.hasHashColumn) id += hashOf(content.body)
    else id += content.row.text(part.column)
  }
  return id
}

const utf8 = new TextEncoder()

function hashOf(body: string): string {
  const hex = Array.from(sha256(utf8.encode(body)), (byte) => byte.toString(16).padStart(2, '0'))
  return hex.join('').slice(0, HASH_DIGITS)
}
