// Calls of tools in the input of /v1/responses, and what came of them, which may stand anywhere after them.
// Recorded answers of the API, status 400, invalid_request_error, param "input", 2026-02 to 2026-08: "No tool
// call found for function call output with call_id …", "No tool output found for function call …". Of outputs
// before their call, and of two with one id, no refusal by OpenAI itself was found.
import { faultsOfScattered, type LinkFaultName, type LinkKind } from '../../../base/linkFaults.ts'
import type { JsonPath, Severity } from '../../../diagnostics/diagnostic.ts'
import type { LineRule, PartialRead } from '../../../formats/defineFormat.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { RESPONSES } from '../endpoints/urls.ts'
import { idsIn, listOf, placeOf } from './callIds.ts'

const KINDS: ReadonlyMap<string, LinkKind> = new Map([
  ['function_call', 'gives'],
  ['custom_tool_call', 'gives'],
  ['computer_call', 'gives'],
  ['function_call_output', 'answers'],
  ['custom_tool_call_output', 'answers'],
  ['computer_call_output', 'answers'],
])

/** Items that stand for others, calls among them. */
const STAND_INS: readonly unknown[] = ['item_reference', 'compaction', 'compaction_summary']

/** What else a conversation may go on from. */
const BEFORE = ['previous_response_id', 'conversation', 'prompt'] as const

const of = (key: string): JsonPath => ['body', 'input', '[]', key]
const typeAt = (path: JsonPath): PartialRead => ({ path, observes: 'type' })

const READS: readonly (JsonPath | PartialRead)[] = [
  { path: of('call_id'), observes: { link: { role: 'byKind', isAdjacent: false } } },
  { path: of('type'), observes: { link: { role: 'kind', kinds: KINDS, isAdjacent: false } } },
  ['url'],
  of('type'),
  typeAt(of('role')),
  typeAt(of('async')),
  ...BEFORE.map((key) => typeAt(['body', key])),
]

function callRule(
  fault: LinkFaultName,
  code: string,
  severity: Severity,
  title: Message,
  messageOf: (position: number, id: string) => Message,
): LineRule {
  return {
    code,
    severity,
    title,
    reads: READS,
    anyOrder: true,
    check([ids, , url, types, roles, async, ...before]) {
      if (url !== RESPONSES || !before.every((value) => value === undefined || value === null)) {
        return undefined
      }
      const kinds = listOf(types)
      if (kinds.some((type, i) => standsIn(type, listOf(roles)[i]))) return undefined
      // What came of a call that runs beside the answer is sent later.
      if (fault === 'unanswered' && listOf(async).includes(true)) return undefined
      const placed = idsIn(ids, (element) => KINDS.get(String(kinds[element])))
      const found = faultsOfScattered(placed)[fault]
      if (!found) return undefined
      return {
        message: messageOf(found.element + 1, JSON.stringify(found.id)),
        at: 0,
        inside: placeOf(placed, found),
      }
    },
  }
}

function standsIn(type: unknown, role: unknown): boolean {
  return STAND_INS.includes(type) || (typeof type !== 'string' && typeof role !== 'string')
}

export const responsesCallRules: readonly LineRule[] = [
  callRule(
    'unknown',
    'output-without-call',
    'error',
    msg('Output of a tool belongs to no call'),
    (position, id) =>
      msg(
        'Item {position, number} is what came of the call {id}, and no item makes that call. Add the call before it, or remove the output.',
        { position, id },
      ),
  ),
  callRule(
    'unanswered',
    'call-without-output',
    'error',
    msg('Call of a tool has no output'),
    (position, id) =>
      msg(
        'Item {position, number} is the call {id}, and no item says what came of it. Add its output, or remove the call.',
        { position, id },
      ),
  ),
  callRule(
    'early',
    'output-before-call',
    'warning',
    msg('Output of a tool stands before its call'),
    (position, id) =>
      msg(
        'Item {position, number} is what came of the call {id}, which stands after it. Move the call before its output.',
        { position, id },
      ),
  ),
  callRule(
    'answeredTwice',
    'output-twice',
    'warning',
    msg('Call of a tool has two outputs'),
    (position, id) =>
      msg(
        'Item {position, number} is what came of the call {id}, as one before it is. Keep one of them.',
        { position, id },
      ),
  ),
  callRule(
    'givenTwice',
    'call-twice',
    'warning',
    msg('Two calls have one call_id'),
    (position, id) =>
      msg(
        'Item {position, number} is a call with the id {id}, as one before it is, so an output could be of either. Give each an id of its own.',
        { position, id },
      ),
  ),
]
