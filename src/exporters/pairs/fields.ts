// The fields of joined results: what each says of a row, and whether a line has to be read for it.
import { english } from '../../i18n/loadTranslator.ts'
import { msg, verbatim } from '../../i18n/message.ts'
import type { ListOption } from '../../pairing/exportOptions.ts'
import type { CellValue } from '../cells/cellValue.ts'
import type { ExportRow } from './exportRow.ts'
import type { Side } from './definePairExporter.ts'
import { answerText, promptText } from './wholeText.ts'

interface Field {
  readonly reads?: Side
  /** undefined where the row has nothing of the kind. */
  readonly value: (row: ExportRow) => CellValue | undefined
}

function text(value: string | undefined): CellValue | undefined {
  return value === undefined ? undefined : { kind: 'text', text: value }
}

function number(value: number | undefined): CellValue | undefined {
  return value === undefined ? undefined : { kind: 'number', number: value }
}

function json(source: string | undefined): CellValue | undefined {
  return source === undefined ? undefined : { kind: 'json', source }
}

const FIELDS = {
  custom_id: {
    value: ({ key }) => {
      if (key.kind === 'missing') return undefined
      return key.kind === 'text' ? text(key.text) : json(key.text)
    },
  },
  outcome: { value: ({ outcome }) => text(outcome) },
  status: { value: ({ answerClass }) => number(answerClass?.status) },
  error_code: { value: ({ answerClass }) => text(answerClass?.errorCode) },
  // Lines of one code may have different messages, and a broken line has none but its class's.
  error_message: {
    reads: 'answer',
    value: ({ answer, answerClass }) => {
      if (answerClass?.isSuccess !== false) return undefined
      if (answer?.content) return text(answer.content.errorMessage)
      const { errorMessage } = answerClass
      return text(errorMessage && english.t(errorMessage))
    },
  },
  finish_reason: { value: ({ answerClass }) => text(answerClass?.finishReason) },
  model: {
    value: ({ answerClass, requestClass }) => text(answerClass?.model ?? requestClass?.model),
  },
  prompt: {
    reads: 'request',
    value: ({ request }) => text(request?.content && promptText(request.content.conversation)),
  },
  answer: {
    reads: 'answer',
    value: ({ answer }) => text(answer?.content && answerText(answer.content)),
  },
  request_body: {
    reads: 'request',
    value: ({ request }) => json(request?.sourceOf(request.provider.requestBodyPath)),
  },
  answer_body: {
    reads: 'answer',
    value: ({ answer }) => json(answer?.firstSourceOf(answer.provider.resultBodyPaths)),
  },
  prompt_tokens: { value: ({ tokens }) => number(tokens?.prompt) },
  cached_tokens: { value: ({ tokens }) => number(tokens?.cached) },
  completion_tokens: { value: ({ tokens }) => number(tokens?.completion) },
  reasoning_tokens: { value: ({ tokens }) => number(tokens?.reasoning) },
  total_tokens: { value: ({ tokens }) => number(tokens?.total) },
  not_usable: { value: ({ unusable }) => text(unusable) },
} as const satisfies Readonly<Record<string, Field>>

export type FieldName = keyof typeof FIELDS

/** In the order in which they are written, if the user has no other. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[]

export const FIELDS_OPTION: ListOption<FieldName> = {
  kind: 'list',
  title: msg('Fields, in this order'),
  items: FIELD_NAMES.map((name) => ({ value: name, title: verbatim(name) })),
  chosen: [
    'custom_id',
    'outcome',
    'error_code',
    'error_message',
    'finish_reason',
    'model',
    'prompt',
    'answer',
    'total_tokens',
  ],
  isOrdered: true,
  whenNone: msg('Choose at least one field.'),
}

export function fieldOf(name: FieldName): Field {
  return FIELDS[name]
}

/** Sides whose lines have to be read for the fields. */
export function sidesOf(names: readonly FieldName[]): readonly Side[] {
  return [...new Set(names.flatMap((name) => fieldOf(name).reads ?? []))]
}
