// Requests that are there as a template: every value comes from its own row, which is a request line, too, so
// that nothing changes but what is written in the place of a value. What all of them say in the same words, the
// system message, stands there as it is, to be changed for all.
import { isObject } from '../../json/jsonPath.ts'
import { type JsonObject, readBody, writeBody } from './bodyForm.ts'

/** Keys that a placeholder can name as a step of a path. */
const NAMEABLE = /^[^.{}\s]+$/

/** Of a message that is written into the template. */
const MESSAGE_KEYS = new Set(['role', 'content', 'name'])

/**
 * `bodyKey`: of the lines, what their bodies stand under. `bodyTexts`: JSON of bodies; what is no object is passed over. Undefined when none is. Keys that none of
 * them has, and messages that are others than theirs, are told when the rows are looked at, see RowDifferences.
 */
export function templateOfRequests(
  bodyTexts: readonly string[],
  bodyKey = 'body',
): string | undefined {
  const bodies = bodyTexts.map(readBody).filter((body) => body !== undefined)
  if (bodies.length === 0) return undefined
  const keys = new Set(bodies.flatMap((body) => Object.keys(body)))
  const named = [...keys].filter((key) => NAMEABLE.test(key))
  const shared: JsonObject = {
    messages: messagesOf(bodies, bodyKey),
    instructions: sharedText(bodies, 'instructions'),
    system: sharedText(bodies, 'system'),
  }
  return writeBody(
    Object.fromEntries(
      named.map((key) => [
        key,
        (Object.hasOwn(shared, key) && shared[key]) || `{{{${bodyKey}.${key}}}}`,
      ]),
    ),
  )
}

/** All messages but the last as they are, and of the last, the user's, the content of each row. */
function messagesOf(
  bodies: readonly JsonObject[],
  bodyKey: string,
): readonly unknown[] | undefined {
  const lists = bodies.map((body) => body['messages'])
  const [first] = lists
  if (!Array.isArray(first) || first.length === 0) return undefined
  const last = first.length - 1
  const end: unknown = first[last]
  if (!isObject(end) || end['role'] !== 'user' || !Object.hasOwn(end, 'content')) return undefined
  const template = first.map((message: unknown, index) =>
    index === last ? { ...end, content: '' } : message,
  )
  if (!template.every(isPlain)) return undefined
  const json = JSON.stringify(template)
  const areAlike = lists.every(
    (list) =>
      Array.isArray(list) &&
      JSON.stringify(
        list.map((message: unknown, index) =>
          index === last && isObject(message) && Object.hasOwn(message, 'content')
            ? { ...message, content: '' }
            : message,
        ),
      ) === json,
  )
  if (!areAlike) return undefined
  const content = `{{{${bodyKey}.messages.${last}.content}}}`
  return template.with(last, { ...end, content })
}

function isPlain(message: unknown): boolean {
  return (
    isObject(message) &&
    Object.entries(message).every(([key, value]) => MESSAGE_KEYS.has(key) && isLiteral(value))
  )
}

/** It can stand in a template as it is. */
function isLiteral(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed() && !value.includes('{{')
}

function sharedText(bodies: readonly JsonObject[], key: string): string | undefined {
  const text = bodies[0]?.[key]
  return isLiteral(text) && bodies.every((body) => body[key] === text) ? text : undefined
}
