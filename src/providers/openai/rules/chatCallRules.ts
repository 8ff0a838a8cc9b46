// Calls of tools in a chat are answered at once: by a tool message for each, right after the assistant's
// message. Recorded answers of the API, status 400, invalid_request_error, 2024-05 to 2026-05:
// "messages with role 'tool' must be a response to a preceeding message with 'tool_calls'",
// "An assistant message with 'tool_calls' must be followed by tool messages responding to each
// 'tool_call_id'", "Duplicate value for 'tool_call_id'" (2025-10). Of two calls with one id, and of a
// conversation that ends with a call, no refusal was found.
import { faultsOfAdjacent, type LinkFaultName } from '../../../base/linkFaults.ts'
import type { JsonPath, Severity } from '../../../diagnostics/diagnostic.ts'
import type { LineRule, PartialRead } from '../../../formats/defineFormat.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { CHAT_COMPLETIONS } from '../endpoints/urls.ts'
import { idsIn, listOf, placeOf } from './callIds.ts'

interface FaultRule {
  readonly code: string
  readonly severity: Severity
  readonly title: Message
  message(position: number, id: string): Message
}

const FAULT_RULES: Readonly<Partial<Record<LinkFaultName, FaultRule>>> = {
  unknown: {
    code: 'answer-without-call',
    severity: 'error',
    title: msg('Tool message answers no call'),
    message: (position, id) =>
      msg(
        'Message {position, number} answers the call {id}, which the assistant’s message before it does not make. Give it the id of a call there, or remove it.',
        { position, id },
      ),
  },
  unanswered: {
    code: 'call-without-answer',
    severity: 'error',
    title: msg('Call of a tool is not answered'),
    message: (position, id) =>
      msg(
        'Message {position, number} calls a tool, and no tool message right after it answers the call {id}. Add one with that "tool_call_id", or remove the call.',
        { position, id },
      ),
  },
  pending: {
    code: 'call-at-end',
    severity: 'warning',
    title: msg('Conversation ends with a call'),
    message: (position, id) =>
      msg(
        'Message {position, number} calls a tool, and the conversation ends before the call {id} is answered. Add the tool message with the answer.',
        { position, id },
      ),
  },
  answeredTwice: {
    code: 'call-answered-twice',
    severity: 'error',
    title: msg('Call is answered twice'),
    message: (position, id) =>
      msg(
        'Message {position, number} answers the call {id}, which the one before has answered. Keep one of them.',
        { position, id },
      ),
  },
  givenTwice: {
    code: 'call-id-twice',
    severity: 'warning',
    title: msg('Two calls have one id'),
    message: (position, id) =>
      msg(
        'Message {position, number} has two calls with the id {id}, so an answer could be to either. Give each an id of its own.',
        { position, id },
      ),
  },
}

interface ChatCalls {
  /** Where the object with `messages` is. */
  readonly at: JsonPath
  /** Where the url is that tells chats from other requests; absent where all lines are chats. */
  readonly urlAt?: JsonPath
  readonly faults: readonly LinkFaultName[]
  /** Of all of them, where it is not that of requests. */
  readonly severity?: Severity
}

function chatCallRules({ at, urlAt, faults, severity }: ChatCalls): readonly LineRule[] {
  const reads: readonly (JsonPath | PartialRead)[] = [
    {
      path: [...at, 'messages', '[]', 'tool_calls', '[]', 'id'],
      observes: { link: { role: 'gives', isAdjacent: true } },
    },
    {
      path: [...at, 'messages', '[]', 'tool_call_id'],
      observes: { link: { role: 'answers', isAdjacent: true } },
    },
    ...(urlAt ? [urlAt] : []),
  ]
  return faults.flatMap((fault): LineRule[] => {
    const rule = FAULT_RULES[fault]
    if (!rule) return []
    const { code, title } = rule
    return [
      {
        code,
        severity: severity ?? rule.severity,
        title,
        reads,
        anyOrder: true,
        check([calls, answers, url]) {
          if (urlAt && url !== CHAT_COMPLETIONS) return undefined
          const given = idsIn(calls, () => 'gives')
          const ids = [...given, ...idsIn(answers, () => 'answers')]
          if (ids.length === 0) return undefined
          const found = faultsOfAdjacent(ids, listOf(calls).length)[fault]
          if (!found) return undefined
          return {
            message: rule.message(found.element + 1, JSON.stringify(found.id)),
            at: found.kind === 'answers' ? 1 : 0,
            inside: placeOf(ids, found),
          }
        },
      },
    ]
  })
}

export const requestCallRules = chatCallRules({
  at: ['body'],
  urlAt: ['url'],
  faults: ['unknown', 'unanswered', 'pending', 'answeredTwice', 'givenTwice'],
})

/**
 * `at`: where the object with `messages` is. An example may end with the call that is to be learnt; where answers
 * stand apart, a conversation that ends with a call has none to what came of it. Of examples no refusal was recorded.
 */
export function exampleCallRules(at: JsonPath = []): readonly LineRule[] {
  return chatCallRules({
    at,
    faults: [
      'unknown',
      'unanswered',
      ...(at.length > 0 ? (['pending'] as const) : []),
      'answeredTwice',
      'givenTwice',
    ],
    severity: 'warning',
  })
}
