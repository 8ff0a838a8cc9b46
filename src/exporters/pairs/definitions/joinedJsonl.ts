// Requests and answers beside each other, a line each, for programs.
import { msg } from '../../../i18n/message.ts'
import { definePairExporter } from '../definePairExporter.ts'
import { FIELD_NAMES, fieldOf, FIELDS_OPTION, sidesOf } from '../fields.ts'
import type { FieldName } from '../fields.ts'
import type { CellValue } from '../../cells/cellValue.ts'
import type { ExportRow } from '../exportRow.ts'
import { FAILED_PAIR, GOOD_PAIR, LONE_ANSWER } from '../examplePairs.ts'

function jsonOf(value: CellValue | undefined): string {
  if (value === undefined) return 'null'
  switch (value.kind) {
    case 'text':
      return JSON.stringify(value.text)
    case 'number':
      return String(value.number)
    case 'json':
      return value.source
  }
}

/** Every chosen field is there in every line; null where the row has nothing of the kind. */
function objectOf(fields: readonly FieldName[], row: ExportRow): string {
  const members = fields.map(
    (name) => `${JSON.stringify(name)}:${jsonOf(fieldOf(name).value(row))}`,
  )
  return `{${members.join(',')}}`
}

export const exporter = definePairExporter({
  id: 'joinedJsonl',
  place: 20,
  title: msg('Joined results (JSONL)'),
  summary: msg('Request and answer in one line, with the fields that you choose.'),
  noun: 'row',
  extension: '.jsonl',
  mediaType: 'application/jsonl',
  nameEnding: 'joined',
  options: { fields: FIELDS_OPTION },
  output: {
    kind: 'rows',
    rows: 'view',
    reads: ({ fields }) => sidesOf(fields),
    lineEnd: '\n',
    open: ({ fields }) => ({
      head: '',
      row: (row) => ({ kind: 'line', content: objectOf(fields, row) }),
    }),
    openGroups: ({ fields }) => ({
      head: '',
      limit: Infinity,
      begin: (name) => `{"group":${JSON.stringify(name)},"rows":[`,
      member: (row, place) => (place === 0 ? '' : ',') + objectOf(fields, row),
      end: () => ']}',
    }),
  },
  examples: [
    {
      kind: 'rows',
      shows: 'all fields of a good and of a failed pair; bodies with their own digits and escapes',
      options: { fields: FIELD_NAMES },
      rows: [GOOD_PAIR, FAILED_PAIR, LONE_ANSWER],
      file:
        '{"custom_id":"a-1","outcome":"succeeded","status":200,"error_code":null,"error_message":null,"finish_reason":"stop","model":"gpt-6-luna-2026","prompt":"system: Be brief.\\n\\nuser: Hi é","answer":"Hello, \\"you\\"","request_body":{"model":"gpt-6-luna","seed":12345678901234567890,"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi \\u00e9"}]},"answer_body":{"model":"gpt-6-luna-2026","x":1.0,"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Hello, \\"you\\""}}],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}},"prompt_tokens":9,"cached_tokens":0,"completion_tokens":3,"reasoning_tokens":0,"total_tokens":12,"not_usable":null}\n' +
        '{"custom_id":"a-2","outcome":"failed","status":400,"error_code":"too_long","error_message":"Too long.","finish_reason":null,"model":"m","prompt":"=1+1","answer":null,"request_body":{"model":"m","input":"=1+1"},"answer_body":{"error":{"code":"too_long","message":"Too long."}},"prompt_tokens":null,"cached_tokens":null,"completion_tokens":null,"reasoning_tokens":null,"total_tokens":null,"not_usable":null}\n' +
        '{"custom_id":7,"outcome":"unexpected","status":200,"error_code":null,"error_message":null,"finish_reason":"length","model":null,"prompt":null,"answer":"cut","request_body":null,"answer_body":{"choices":[{"finish_reason":"length","message":{"content":"cut"}}]},"prompt_tokens":null,"cached_tokens":null,"completion_tokens":null,"reasoning_tokens":null,"total_tokens":null,"not_usable":"cut-off"}\n',
    },
    {
      kind: 'rows',
      shows: 'groups',
      options: { fields: ['custom_id', 'answer'] },
      rows: [GOOD_PAIR, FAILED_PAIR, LONE_ANSWER],
      groups: [
        { name: 'a', members: [0, 1] },
        { name: null, members: [2] },
      ],
      file:
        '{"group":"a","rows":[{"custom_id":"a-1","answer":"Hello, \\"you\\""},{"custom_id":"a-2","answer":null}]}\n' +
        '{"group":null,"rows":[{"custom_id":7,"answer":"cut"}]}\n',
    },
  ],
})
