// Placeholders in a text, as mustache has them: `{{column}}`, and `{{{column}}}` or `{{& column}}`, which are
// the same within a text. Nothing is escaped for HTML. Sections, partials and other delimiters would make
// programs of prompts; they are refused with their name.
import Mustache from 'mustache'
import { type Message, msg } from '../i18n/message.ts'

export interface Placeholder {
  /** The column's name, or a path into its value: `a.b`. */
  readonly column: string
  /** `{{{column}}}`: alone in a text it stands for the value itself. */
  readonly isValue: boolean
}

/** What stands in the text as it is, or a placeholder. */
export type TextPart = string | Placeholder

/** `at`: code units from the start of the text, where it is known. */
export interface PlaceholderProblem {
  readonly message: Message
  readonly at: number
}

export type ParsedText =
  | { readonly ok: true; readonly parts: readonly TextPart[] }
  | { readonly ok: false; readonly problem: PlaceholderProblem }

/** Mustache's own parser: [type, value, start, end]. */
const writer = new Mustache.Writer()
// Templates that are typed letter by letter would stay in it for good.
Reflect.set(writer, 'templateCache', undefined)

export function parsePlaceholders(text: string): ParsedText {
  if (!text.includes('{{')) return { ok: true, parts: text === '' ? [] : [text] }
  let tokens: readonly (readonly unknown[])[]
  try {
    tokens = writer.parse(text)
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
  const parts: TextPart[] = []
  for (const [type, value, start] of tokens) {
    const at = Number(start)
    const name = String(value)
    if (type === 'text') parts.push(name)
    else if (type === 'name' || type === '&') {
      if (name === '') return { ok: false, problem: { message: NAMELESS, at } }
      parts.push({ column: name, isValue: type === '&' })
    } else if (type !== '!') return { ok: false, problem: { message: refusalOf(type, name), at } }
  }
  return { ok: true, parts }
}

const EXAMPLE = '{{column}}'
const NAMELESS = msg('A placeholder names no column. It is written {example}.', {
  example: EXAMPLE,
})

function refusalOf(type: unknown, name: string): Message {
  const tag = `{{${String(type)}${name}}}`
  return type === '#' || type === '^'
    ? msg(
        '{tag} begins a section, which templates do not have here. Only placeholders are filled in.',
        {
          tag,
        },
      )
    : msg(
        '{tag} is a part of mustache that templates do not have here. Only placeholders are filled in.',
        {
          tag,
        },
      )
}

/** The parser throws sentences with a place at their end. */
function problemOf(error: unknown): PlaceholderProblem {
  const text = error instanceof Error ? error.message : String(error)
  const at = Number(/(\d+)$/.exec(text)?.[1] ?? 0)
  const section =
    /^Unopened section "(.*)"/s.exec(text)?.[1] ?? /^Unclosed section "(.*)"/s.exec(text)?.[1]
  if (section !== undefined) {
    return { message: refusalOf(text.startsWith('Unopened') ? '/' : '#', section), at }
  }
  return {
    message: msg('A placeholder has no end. It is written {example}.', { example: EXAMPLE }),
    at,
  }
}
