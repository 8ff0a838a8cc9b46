// A row as an example of chat fine-tuning: what was asked, and the answer as the last message.
import type { Message } from '../../../i18n/message.ts'
import { rangeOfPath } from '../../../json/locate.ts'
import { valueAt } from '../../../json/jsonPath.ts'
import type { JsonPath } from '../../../json/jsonPath.ts'
import { childrenAt } from '../../../json/walkText.ts'
import { field, listOf } from '../../../pairing/jsonReading.ts'
import type { RequestContent } from '../../../pairing/requestReading.ts'
import type { Written } from '../definePairExporter.ts'
import type { ExportLine, ExportRow } from '../exportRow.ts'
import {
  BROKEN_ANSWER,
  BROKEN_REQUEST,
  KEPT_ELSEWHERE,
  LINE_DELETED,
  NO_CONVERSATION,
  NO_PLAIN_ANSWER,
  NO_SUCH_TOOLS,
  NOT_TRAINABLE,
} from '../reasons.ts'
import { pickMembers } from './pickMembers.ts'
import { answerMessage, plainMessages } from './plainMessages.ts'
import { trainableKeys } from './trainingMessage.ts'
import { toolMembers } from './trainingTools.ts'

function leftOut(reason: Message): Written {
  return { kind: 'leftOut', reason }
}

/** Of several answers of one line the first is taken. */
export function trainingLine({ request, answer }: ExportRow): Written {
  if (!request || !answer) return leftOut(LINE_DELETED)
  const { content, record } = request
  if (!content) return leftOut(BROKEN_REQUEST)
  if (!answer.content) return leftOut(BROKEN_ANSWER)
  if (!content.isConversation) return leftOut(NO_CONVERSATION)
  const [first] = answer.content.answers
  const last = first && answerMessage(first.parts, first.text)
  if (last === undefined) return leftOut(NO_PLAIN_ANSWER)

  const bodyPath = request.provider.requestBodyPath
  const body = valueAt(record, bodyPath)
  if (isKeptElsewhere(body)) return leftOut(KEPT_ELSEWHERE)
  const messages =
    ownMessages(request, content, bodyPath, body) ?? plainMessages(content.conversation)
  if (messages === undefined || messages.length === 0) return leftOut(NOT_TRAINABLE)
  const tools = toolMembers(request, bodyPath, body)
  if (tools === undefined) return leftOut(NO_SUCH_TOOLS)
  const members = [`"messages":[${[...messages, last].join(',')}]`, ...tools]
  return { kind: 'line', content: `{${members.join(',')}}` }
}

/** Responses may go on from an answer, a conversation or a prompt that the server keeps. */
function isKeptElsewhere(body: unknown): boolean {
  return ['previous_response_id', 'conversation'].some((key) => (field(body, key) ?? null) !== null)
}

/** The texts of the messages themselves, where training takes all of them as they are. */
function ownMessages(
  request: ExportLine<RequestContent>,
  content: RequestContent,
  bodyPath: JsonPath,
  body: unknown,
): readonly string[] | undefined {
  const messages = listOf(field(body, 'messages'))
  // Other APIs have the system's words beside the messages.
  if (messages.length === 0 || messages.length !== content.conversation.length) return undefined
  const keys = messages.map(trainableKeys)
  const { text } = request
  const list = rangeOfPath(text, [...bodyPath, 'messages'])?.value
  if (!list || keys.some((kept) => kept === undefined)) return undefined
  return [...childrenAt(text, list.from)].map(({ valueFrom, valueTo }, i) =>
    pickMembers(text, valueFrom, valueTo, keys[i] ?? []),
  )
}
