// A batch input with the requests that are to be sent again, ready to be uploaded.
import { msg } from '../../../i18n/message.ts'
import { definePairExporter } from '../definePairExporter.ts'
import { BROKEN_REQUEST, NO_TEXT_ID } from '../reasons.ts'
import { retryLine } from '../retry/retryLine.ts'
import { retryNotes } from '../retry/retryNotes.ts'
import { changesOf, isWanted, RETRY_OPTIONS } from '../retry/retryOptions.ts'

const FAILED =
  '{"custom_id":"a","response":null,"error":{"code":"batch_expired","message":"Late."}}'

export const exporter = definePairExporter({
  id: 'retry',
  place: 10,
  title: msg('Retry file'),
  summary: msg(
    'What should be sent again, as batch input. Requests stay as they are, byte by byte.',
  ),
  noun: 'request',
  extension: '.jsonl',
  mediaType: 'application/jsonl',
  nameEnding: 'retry',
  needsRequests: msg('A retry file is made of the requests. Add the input file to write one.'),
  options: RETRY_OPTIONS,
  output: {
    kind: 'rows',
    rows: 'viewByRequest',
    wants: (row, { options }) => isWanted(row, options.resend),
    reads: () => ['request'],
    skip({ key, isEchoed, requestClass }) {
      if (requestClass?.isBroken !== false) return BROKEN_REQUEST
      if (isEchoed) return undefined
      return key.kind === 'text' && key.text !== '' ? undefined : NO_TEXT_ID
    },
    isByContent: true,
    lineEnd: '\n',
    notes: (options) => retryNotes(changesOf(options), options.resend),
    open(options) {
      const changes = changesOf(options)
      return { head: '', row: ({ request }) => retryLine(request, changes) }
    },
  },
  examples: [
    {
      kind: 'rows',
      shows: 'that every byte stays when nothing is changed',
      rows: [
        [
          '{ "custom_id": "a", "body": {"seed": 12345678901234567890, "x": 1.0, "x": "\\u00e9", "messages": []}}',
          FAILED,
        ],
      ],
      file: '{ "custom_id": "a", "body": {"seed": 12345678901234567890, "x": 1.0, "x": "\\u00e9", "messages": []}}\n',
    },
    {
      kind: 'rows',
      shows: 'another model, a larger limit and a suffix, instead of what was there',
      options: { model: 'gpt-6-sol', tokenLimit: 900, idSuffix: '-"2"' },
      rows: [
        [
          '{"custom_id":"\\u0061","body":{"model": "gpt-6-luna","max_tokens":30,"messages":[{"role":"user","content":"caf\\u00e9"}]}}',
          FAILED,
        ],
        ['{"custom_id":"b","body":{"messages":[], "max_completion_tokens":1000}}', undefined],
        ['{"custom_id":"c","body":{"messages":[]}}', undefined],
        ['{"custom_id":"d","url":"/v1/embeddings","body":{"model":"e","input":"x"}}', undefined],
      ],
      file:
        '{"custom_id":"\\u0061-\\"2\\"","body":{"model": "gpt-6-sol","max_tokens":900,"messages":[{"role":"user","content":"caf\\u00e9"}]}}\n' +
        '{"custom_id":"b-\\"2\\"","body":{"messages":[], "max_completion_tokens":1000, "model":"gpt-6-sol"}}\n' +
        '{"custom_id":"c-\\"2\\"","body":{"messages":[],"model":"gpt-6-sol","max_completion_tokens":900}}\n' +
        '{"custom_id":"d-\\"2\\"","url":"/v1/embeddings","body":{"model":"gpt-6-sol","input":"x"}}\n',
    },
    {
      kind: 'rows',
      shows: 'the limit of Gemini, which is inside an object that may not be there',
      providerId: 'gemini',
      options: { tokenLimit: 900, model: 'not in the line' },
      rows: [['{"key":"k","request":{"contents":[]}}', undefined]],
      file: '{"key":"k","request":{"contents":[],"generationConfig":{"maxOutputTokens":900}}}\n',
    },
    {
      kind: 'rows',
      shows: "Vertex AI's requests, which have no key and are joined by what they say",
      providerId: 'gemini',
      rows: [['{"request": {"contents":[]}}', undefined]],
      file: '{"request": {"contents":[]}}\n',
    },
    {
      kind: 'rows',
      shows: 'what cannot be sent again, and a byte order mark that is dropped',
      rows: [
        ['\uFEFF{"custom_id":"a","body":{}}', undefined],
        ['{"custom_id":"b","body":{', undefined],
        ['{"custom_id":5,"body":{}}', undefined],
        ['{"custom_id":"","body":{}}', undefined],
        ['{"body":{},"url":"/v1/responses"}', undefined],
      ],
      file: '{"custom_id":"a","body":{}}\n',
      leftOut: [BROKEN_REQUEST, NO_TEXT_ID, NO_TEXT_ID, NO_TEXT_ID],
    },
  ],
})
