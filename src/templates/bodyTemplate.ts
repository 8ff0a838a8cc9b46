// The body of a request as a template: JSON in whose texts placeholders stand. It is compiled once into pieces
// of JSON text and what is filled in between them, so that a request costs no parsing.
import { type Message, msg } from '../i18n/message.ts'
import { parsePlaceholders, type TextPart } from './placeholders.ts'
import type { Row } from './row.ts'
import { type JsonProblem, readTemplateJson } from './templateJson.ts'
import { wellFormed } from './wellFormed.ts'

/** JSON as it is; a text with placeholders; the value of a column as JSON. */
type BodyPart = string | { readonly parts: readonly TextPart[] } | ValuePart

interface ValuePart {
  readonly value: string
  /** JSON of the key with its colon; empty for elements of lists. */
  readonly key: string
}

export interface BodyTemplate {
  readonly parts: readonly BodyPart[]
  /** The columns that are used, in order, each once. */
  readonly columns: readonly string[]
  /** Of the body itself, as the template writes them. */
  readonly keys: readonly string[]
}

export type CompiledBody =
  | { readonly ok: true; readonly template: BodyTemplate }
  | { readonly ok: false; readonly problem: JsonProblem }

/** `text`: a JSON object, spaced in any way. */
export function compileBody(text: string): CompiledBody {
  const parts: BodyPart[] = []
  const columns = new Set<string>()
  let json = ''
  /** JSON of the key whose value comes next. */
  let key = ''
  let problem: JsonProblem | undefined
  const tell = (message: Message, at: number): void => {
    problem ??= { message, at }
  }
  const broken = readTemplateJson(text, {
    json(piece) {
      json += piece
      if (piece !== ':') key = ''
    },
    key(piece, at) {
      json += piece
      key = `${piece}:`
      const name = JSON.parse(piece) as string
      if (name.includes('{{')) tell(PLACEHOLDER_IN_KEY, at)
    },
    text(piece, at) {
      const parsed = parsePlaceholders(JSON.parse(piece) as string)
      if (!parsed.ok) return tell(parsed.problem.message, at + 1 + parsed.problem.at)
      const used = parsed.parts.filter((part) => typeof part !== 'string')
      if (used.length === 0) {
        json += JSON.stringify(
          wellFormed(parsed.parts.filter((part) => typeof part === 'string').join('')),
        )
        return
      }
      for (const { column } of used) columns.add(column)
      const part = partOf(parsed.parts, key)
      parts.push('value' in part ? json.slice(0, json.length - key.length) : json, part)
      json = ''
      key = ''
    },
  })
  if (broken) return { ok: false, problem: broken }
  if (!/^\s*\{/.test(text)) return { ok: false, problem: { message: NO_OBJECT, at: 0 } }
  if (problem) return { ok: false, problem }
  const keys = Object.keys(JSON.parse(text) as object)
  return { ok: true, template: { parts: [...parts, json], columns: [...columns], keys } }
}

const PLACEHOLDER_IN_KEY = msg('Placeholders stand in values, not in keys.')
const NO_OBJECT = msg('The body of a request is an object.')

function partOf(parts: readonly TextPart[], key: string): Exclude<BodyPart, string> {
  const [only] = parts
  const isValue = parts.length === 1 && typeof only === 'object' && only.isValue
  return isValue ? { value: only.column, key } : { parts }
}

export interface FilledBody {
  /** JSON on one line. */
  readonly json: string
  /** A text that has nothing but placeholders came out empty, or as spaces alone. */
  readonly hasEmptyText: boolean
}

/**
 * Never fails: a column that the row lacks is an empty text. Where its value alone is asked for, the member is
 * not there either; in lists it is null.
 */
export function fillBody({ parts }: BodyTemplate, row: Row): FilledBody {
  let json = ''
  let hasEmptyText = false
  /** The first member was left out: the comma that follows it goes, too. */
  let isFirstOut = false
  for (const part of parts) {
    if (typeof part === 'string') {
      json += isFirstOut && part.startsWith(',') ? part.slice(1) : part
      isFirstOut = false
    } else if ('value' in part) {
      const value = row.json(part.value)
      if (value !== undefined || part.key === '') json += part.key + (value ?? 'null')
      else if (json.endsWith(',')) json = json.slice(0, -1)
      else isFirstOut = true
    } else {
      const text = fillText(part.parts, row)
      hasEmptyText ||= text.trim() === ''
      json += JSON.stringify(text)
    }
  }
  return { json, hasEmptyText }
}

function fillText(parts: readonly TextPart[], row: Row): string {
  let text = ''
  for (const part of parts) text += typeof part === 'string' ? part : row.text(part.column)
  return wellFormed(text)
}
