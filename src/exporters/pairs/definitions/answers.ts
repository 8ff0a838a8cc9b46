// The answers in the order in which they were asked for, which batches do not keep.
import { msg } from '../../../i18n/message.ts'
import { definePairExporter } from '../definePairExporter.ts'
import { answerBytes, skipWithoutAnswer } from '../answerBytes.ts'
import { BROKEN_ANSWER, NO_ANSWER } from '../reasons.ts'

const A = '{"custom_id":"a", "response":{"status_code":200,"body":{"choices":[]}},"error":null}'
const B = '{"custom_id":"b","response":null,"error":{"code":"batch_expired","message":"Late."}}'

export const exporter = definePairExporter({
  id: 'answers',
  place: 50,
  title: msg('Answers only, in request order'),
  summary: msg('The lines of the answers as they are, one for each request that has one.'),
  noun: 'answer',
  extension: '.jsonl',
  mediaType: 'application/jsonl',
  nameEnding: 'answers',
  options: {},
  output: {
    kind: 'rows',
    rows: 'viewByRequest',
    // Without requests, the answers that count.
    wants: ({ requestProvider, outcome }, { hasRequests }) =>
      hasRequests ? requestProvider !== undefined : outcome !== 'duplicate',
    reads: () => ['answer'],
    skip: skipWithoutAnswer,
    lineEnd: '\n',
    open: () => ({ head: '', row: answerBytes }),
  },
  examples: [
    {
      kind: 'rows',
      shows: 'original bytes, failures too',
      rows: [
        ['{"custom_id":"a","body":{}}', A],
        ['{"custom_id":"b","body":{}}', `\uFEFF${B}`],
      ],
      file: `${A}\n${B}\n`,
    },
    {
      kind: 'rows',
      shows: 'rows without an answer that can be read',
      rows: [
        ['{"custom_id":"a","body":{}}', undefined],
        ['{"custom_id":"b","body":{}}', '{"custom_id":"b","response":'],
      ],
      file: '',
      leftOut: [NO_ANSWER, BROKEN_ANSWER],
    },
  ],
})
