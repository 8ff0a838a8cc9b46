// The input of a call as a JSON value, where a source may have it as a text that holds one.
import type { Raw } from './jsonNode.ts'
import type { CallPart } from './neutral.ts'
import type { Notes } from './notes.ts'
import { object, unquoted } from './writeJson.ts'

/** A JSON object. The numbers and escapes in a text stay as they are written there. */
export function callInput({ input, name, isCustom, at }: CallPart, notes: Notes): Raw {
  if (isCustom) return object([['input', input.raw]])
  if (input.kind === 'json') return input.raw.startsWith('{') ? input.raw : wrapped()
  const text = JSON.parse(input.raw) as string
  // No arguments at all are written in both ways.
  if (text.trim() === '') return '{}'
  const json = unquoted(text)
  return json?.startsWith('{') ? json : wrapped()

  function wrapped(): Raw {
    notes.add('arguments-not-json', { name: JSON.parse(name) as string }, at)
    return object([['input', input.raw]])
  }
}
