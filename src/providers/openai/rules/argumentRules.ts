// The arguments of calls in a conversation are a text that holds JSON: OpenAI's OpenAPI description of 2026-08-21,
// ChatCompletionMessageToolCall and FunctionToolCall, which says too that a model does not always write valid JSON.
// What was cut off came from an answer that ran out of tokens. That OpenAI refuses either was not found; vLLM and
// llama.cpp do (local-inference-lab/vllm#684, 2026-09; OpenHands/software-agent-sdk#2887, 2026-06).
import { isBadJson } from '../../../base/innerJson.ts'
import { isOpenObject } from '../../../base/textMarks.ts'
import type { JsonPath } from '../../../diagnostics/diagnostic.ts'
import type { LineRule, Projection } from '../../../formats/defineFormat.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { textsIn } from './placedTexts.ts'

interface Place {
  readonly path: JsonPath
  readonly where: (place: number) => Message
}

const inMessage = (message: number): Message => msg('Message {message, number}', { message })
const inItem = (item: number): Message => msg('Item {item, number}', { item })

interface ArgumentRule {
  readonly code: string
  readonly title: Message
  readonly observes: Projection
  readonly isWrong: (text: string) => boolean
  readonly message: (where: Message) => Message
}

const RULES: readonly ArgumentRule[] = [
  {
    code: 'arguments-cut-off',
    title: msg('Arguments of a call break off'),
    observes: 'openObject',
    isWrong: isOpenObject,
    message: (where) =>
      msg(
        '{where}: the arguments of the call begin as a JSON object and do not end as one. Complete them, or take the call and its answer out.',
        { where },
      ),
  },
  {
    code: 'arguments-bad-json',
    title: msg('Arguments of a call are not JSON'),
    observes: 'innerJson',
    isWrong: (text) => isBadJson(text) && !isOpenObject(text),
    message: (where) =>
      msg('{where}: the arguments of the call are not valid JSON. Write them as a JSON object.', {
        where,
      }),
  },
]

function argumentRules(places: readonly Place[]): readonly LineRule[] {
  return RULES.map(
    ({ code, title, observes, isWrong, message }): LineRule => ({
      code,
      severity: 'warning',
      title,
      reads: places.map(({ path }) => ({ path, observes })),
      anyOrder: true,
      apart: 'reads',
      check(reads) {
        for (const [at, { where }] of places.entries()) {
          const found = textsIn(reads[at]).find(({ text }) => isWrong(text))
          if (!found) continue
          return {
            message: message(where((found.inside[0] ?? 0) + 1)),
            at,
            inside: found.inside,
          }
        }
        return undefined
      },
    }),
  )
}

/** `list`: where the messages are. */
function callsOf(list: JsonPath, where = inMessage): readonly Place[] {
  return [
    { path: [...list, '[]', 'tool_calls', '[]', 'function', 'arguments'], where },
    { path: [...list, '[]', 'function_call', 'arguments'], where },
  ]
}

export const requestArgumentRules = argumentRules([
  ...callsOf(['body', 'messages']),
  { path: ['body', 'input', '[]', 'arguments'], where: inItem },
])

export const exampleArgumentRules = argumentRules(callsOf(['messages']))

export const comparedArgumentRules = argumentRules([
  ...callsOf(['input', 'messages']),
  ...callsOf(['preferred_output'], () => msg('The preferred answer')),
  ...callsOf(['non_preferred_output'], () => msg('The answer that is not preferred')),
])
