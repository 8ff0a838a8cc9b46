// A batch input with the requests that are to be sent again, ready to be uploaded.
import type { ProviderDefinition } from '../../../pairing/defineProvider.ts'
import { definePairExporter } from '../definePairExporter.ts'
import type { FileLimits } from '../definePairExporter.ts'
import { BROKEN_REQUEST, LINE_DELETED, NO_TEXT_ID } from '../reasons.ts'
import { changeRequest } from '../retry/changeRequest.ts'
import { retryNotes } from '../retry/retryNotes.ts'

const FAILED =
  '{"custom_id":"a","response":null,"error":{"code":"batch_expired","message":"Late."}}'

function fileLimitsOf({ requestFileLimits }: ProviderDefinition): FileLimits {
  const { requests, bytes, inputs } = requestFileLimits
  return { lines: requests, bytes, items: inputs }
}

export const exporter = definePairExporter({
  id: 'retry',
  extension: '.jsonl',
  mediaType: 'application/jsonl',
  way: {
    kind: 'rows',
    reads: () => ['request'],
    skip({ key, isEchoed, requestClass }) {
      if (requestClass?.isBroken !== false) return BROKEN_REQUEST
      if (isEchoed) return undefined
      return key.kind === 'text' && key.text !== '' ? undefined : NO_TEXT_ID
    },
    isByContent: true,
    lineEnd: '\n',
    notes: ({ changes, unusable }) => retryNotes(changes, unusable),
    open: ({ changes }) => ({
      head: '',
      row({ request }) {
        if (!request) return { kind: 'leftOut', reason: LINE_DELETED }
        const { text, record, content, keyPath, provider } = request
        if (!content) return { kind: 'leftOut', reason: BROKEN_REQUEST }
        const changed = changeRequest({ text, record, content, keyPath }, changes)
        const isOfOneModel = provider.hasOneModelPerBatch && content.modelPath !== undefined
        const model = isOfOneModel ? (changes.model ?? content.model ?? '') : ''
        return {
          kind: 'line',
          content: changed === text ? request.bytes : changed,
          // A batch is of one endpoint, and with most providers of one model.
          part: JSON.stringify([provider.id, content.url ?? '', model]),
          items: content.inputCount ?? 0,
          limits: fileLimitsOf(provider),
        }
      },
    }),
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
      options: { changes: { model: 'gpt-6-sol', tokenLimit: 900, idSuffix: '-"2"' } },
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
      options: { changes: { tokenLimit: 900, model: 'not in the line' } },
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
