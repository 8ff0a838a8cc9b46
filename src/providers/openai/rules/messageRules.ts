// Rules about chat messages that their shapes cannot say.
import type { JsonPath } from '../../../diagnostics/diagnostic.ts'
import type { LineRule } from '../../../formats/defineFormat.ts'
import { msg } from '../../../i18n/message.ts'

/** `at`: where the object with `messages` is. null and [] stand for nothing. */
export function assistantContentRule(at: JsonPath): LineRule {
  return contentRule([...at, 'messages'], 'assistant-without-content')
}

/** `list`: where the messages are. */
export function contentRule(list: JsonPath, code: string): LineRule {
  const of = (key: string): JsonPath => [...list, '[]', key]
  return {
    code,
    severity: 'error',
    title: msg('Assistant message has no content'),
    reads: [
      of('role'),
      { path: of('content'), observes: 'type' },
      { path: of('tool_calls'), observes: 'type' },
      { path: of('function_call'), observes: 'type' },
      { path: of('audio'), observes: 'type' },
      { path: of('refusal'), observes: 'type' },
    ],
    anyOrder: true,
    apart: 'elements',
    check([roles, ...inPlace]) {
      if (!Array.isArray(roles)) return undefined
      const index = roles.findIndex(
        (role, i) => role === 'assistant' && inPlace.every((read) => isNothing(valueOf(read, i))),
      )
      if (index < 0) return undefined
      return {
        message: msg(
          'Message {position, number} is from the assistant and has neither content nor a tool call. Add "content".',
          { position: index + 1 },
        ),
        at: 0,
      }
    },
  }
}

/** `list`: where the messages are that are learnt. */
export function emptyAnswerRule(list: JsonPath, code: string): LineRule {
  const of = (...rest: readonly string[]): JsonPath => [...list, '[]', ...rest]
  return {
    code,
    severity: 'warning',
    title: msg('Answer is empty'),
    reads: [
      of('role'),
      { path: of('content'), observes: 'filled' },
      { path: of('content', '[]', 'text'), observes: 'filled' },
      { path: of('tool_calls'), observes: 'type' },
      { path: of('function_call'), observes: 'type' },
      { path: of('refusal'), observes: 'type' },
    ],
    anyOrder: true,
    apart: 'elements',
    check([roles, contents, texts, ...inPlace]) {
      if (!Array.isArray(roles)) return undefined
      const index = roles.findIndex((role, i) => {
        if (role !== 'assistant' || !inPlace.every((read) => isNothing(valueOf(read, i))))
          return false
        const parts = valueOf(texts, i)
        const isEmptyPart = (text: unknown): boolean => text === ''
        return (
          valueOf(contents, i) === '' ||
          (Array.isArray(parts) && parts.length > 0 && parts.every(isEmptyPart))
        )
      })
      if (index < 0) return undefined
      return {
        message: msg(
          'Message {position, number} is from the assistant and is empty: the model would learn to say nothing. Write the answer, or delete the line.',
          { position: index + 1 },
        ),
        at: 1,
      }
    },
  }
}

/** Rules about what an example teaches. */
export const learntRules: readonly LineRule[] = [
  emptyAnswerRule(['messages'], 'empty-answer'),
  {
    code: 'tool-content-parts',
    severity: 'warning',
    title: msg('Content of a tool message is an array'),
    reads: [['messages', '[]', 'role'], { path: ['messages', '[]', 'content'], observes: 'type' }],
    anyOrder: true,
    apart: 'elements',
    check([roles, contents]) {
      if (!Array.isArray(roles)) return undefined
      const index = roles.findIndex(
        (role, i) => role === 'tool' && Array.isArray(valueOf(contents, i)),
      )
      if (index < 0) return undefined
      return {
        message: msg(
          'Message {position, number} is from a tool, and its content is an array of parts. Fine-tuning takes a string there.',
          { position: index + 1 },
        ),
        at: 1,
      }
    },
  },
]

/** What `[]` read of the element `index`. */
function valueOf(read: unknown, index: number): unknown {
  return Array.isArray(read) ? (read as readonly unknown[])[index] : undefined
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null
}
