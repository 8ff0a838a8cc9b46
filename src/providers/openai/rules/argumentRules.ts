// The arguments of calls in a conversation are a text that holds JSON: OpenAI's OpenAPI description of 2026-08-21,
// ChatCompletionMessageToolCall and FunctionToolCall. What was cut off came from an answer that ran out of tokens.
// That the API refuses it was not found.
import { isOpenObject } from '../../../base/textMarks.ts'
import type { JsonPath } from '../../../diagnostics/diagnostic.ts'
import type { LineRule } from '../../../formats/defineFormat.ts'
import { msg } from '../../../i18n/message.ts'
import { textsIn } from './placedTexts.ts'

function argumentRule(paths: readonly JsonPath[]): LineRule {
  return {
    code: 'arguments-cut-off',
    severity: 'warning',
    title: msg('Arguments of a call break off'),
    reads: paths.map((path) => ({ path, observes: 'openObject' })),
    anyOrder: true,
    apart: 'reads',
    check(reads) {
      for (const [at, read] of reads.entries()) {
        const found = textsIn(read).find(({ text }) => isOpenObject(text))
        if (!found) continue
        const place = (found.inside[0] ?? 0) + 1
        const where = paths[at]?.includes('input')
          ? msg('Item {item, number}', { item: place })
          : msg('Message {message, number}', { message: place })
        return {
          message: msg(
            '{where}: the arguments of the call begin as a JSON object and do not end as one. Complete them, or take the call and its answer out.',
            { where },
          ),
          at,
          inside: found.inside,
        }
      }
      return undefined
    },
  }
}

const ofMessages = (at: JsonPath): readonly JsonPath[] => [
  [...at, 'messages', '[]', 'tool_calls', '[]', 'function', 'arguments'],
  [...at, 'messages', '[]', 'function_call', 'arguments'],
]

export const requestArgumentRule = argumentRule([
  ...ofMessages(['body']),
  ['body', 'input', '[]', 'arguments'],
])

export const exampleArgumentRule = argumentRule(ofMessages([]))
