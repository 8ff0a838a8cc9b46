// What pairing keeps of a line that was read: its class, without the words.
import { shortText } from '../../base/cutText.ts'
import { syntaxFinding } from '../../diagnostics/codes.ts'
import { type Message, msg, verbatim } from '../../i18n/message.ts'
import type { AnswerContent } from '../answerReading.ts'
import { BROKEN_LINE } from '../pairLines.ts'
import type { AnswerClass, RequestClass } from '../pairLines.ts'
import type { RequestContent } from '../requestReading.ts'
import { checkUsability } from '../usability.ts'
import { SYNTAX_CODES } from '../../scanner/syntaxCodes.ts'
import { ClassTable } from './classTable.ts'

export function requestClassOf({ model, wantsJson }: RequestContent): RequestClass {
  return { isBroken: false, model, wantsJson: wantsJson !== undefined }
}

export const BROKEN_REQUEST_CLASS: RequestClass = {
  isBroken: true,
  model: undefined,
  wantsJson: false,
}

export function requestClasses(): ClassTable<RequestClass> {
  return new ClassTable<RequestClass>(
    (found) => JSON.stringify([found.isBroken, found.wantsJson, found.model ?? null]),
    (found) => ({ ...found, model: undefined }),
  )
}

export function answerClassOf(content: AnswerContent): AnswerClass {
  const { isSuccess, status, errorCode, errorMessage, model, answers, usage } = content
  const [first] = answers
  return {
    isBroken: false,
    isSuccess,
    status,
    errorCode,
    errorMessage: cutMessage(errorMessage),
    finishReason: first?.finishReason,
    ending: first?.ending ?? 'unknown',
    model,
    unusable: checkUsability(content, undefined, undefined)[0]?.reason,
    // Words beside a call of a tool are not an answer, and JSON is not looked for in them.
    hasText: answers.some(({ text, toolCalls }) => text !== undefined && toolCalls.length === 0),
    statesUsage: usage !== undefined,
  }
}

/** Code units of a message that are kept. */
const MESSAGE_LIMIT = 2000

function cutMessage(message: string | undefined): Message | undefined {
  return message === undefined ? undefined : verbatim(shortText(message, MESSAGE_LIMIT))
}

/** The class of a line with this status of the scanner, which is not `valid`. */
export function brokenAnswer(status: number): AnswerClass {
  return unreadableAnswer(
    syntaxFinding(SYNTAX_CODES[status] as (typeof SYNTAX_CODES)[number]).title,
  )
}

/** Of a line that is too long to be read. */
export function tooLongAnswer(): AnswerClass {
  return unreadableAnswer(msg('The line is too long to be read'))
}

function unreadableAnswer(message: Message): AnswerClass {
  return {
    isBroken: true,
    isSuccess: false,
    status: undefined,
    errorCode: BROKEN_LINE,
    errorMessage: message,
    finishReason: undefined,
    ending: 'unknown',
    model: undefined,
    unusable: undefined,
    hasText: false,
    statesUsage: false,
  }
}

/** Error codes that found no place any more. */
const OTHER_CODE = 'other_error'

export function answerClasses(): ClassTable<AnswerClass> {
  return new ClassTable<AnswerClass>(answerIdentity, (found) => ({
    ...found,
    status: undefined,
    errorCode: found.errorCode === undefined ? undefined : OTHER_CODE,
    finishReason: undefined,
    model: undefined,
  }))
}

/** Messages of one code may differ, but those of broken lines say how they are broken. */
function answerIdentity(found: AnswerClass): string {
  const { isBroken, isSuccess, status, errorCode, errorMessage, finishReason, ending, model } =
    found
  return JSON.stringify([
    isBroken,
    isSuccess,
    status ?? null,
    errorCode ?? null,
    isBroken ? errorMessage : null,
    finishReason ?? null,
    ending,
    model ?? null,
    found.unusable ?? null,
    found.hasText,
    found.statesUsage,
  ])
}
