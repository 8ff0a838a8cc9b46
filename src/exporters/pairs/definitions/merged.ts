// Parts of an output, retries and error files as one file with one answer for each id.
import { msg } from '../../../i18n/message.ts'
import { definePairExporter } from '../definePairExporter.ts'
import { answerBytes, skipWithoutAnswer } from '../answerBytes.ts'

const A =
  '{"custom_id":"a","response":{"status_code":200,"body":{"choices":[],"n":1.0}},"error":null}'

export const exporter = definePairExporter({
  id: 'merged',
  place: 60,
  title: msg('Merged output'),
  summary: msg('All answer files as one. Of several answers to a request, the one that counts.'),
  noun: 'answer',
  extension: '.jsonl',
  mediaType: 'application/jsonl',
  nameEnding: 'merged',
  isNamedAfterAnswers: true,
  options: {},
  output: {
    kind: 'rows',
    rows: 'allAnswers',
    wants: ({ outcome }) => outcome !== 'duplicate',
    reads: () => ['answer'],
    skip: skipWithoutAnswer,
    lineEnd: '\n',
    open: () => ({ head: '', row: answerBytes }),
  },
  examples: [
    {
      kind: 'rows',
      shows: 'answers with and without a request',
      rows: [
        ['{"custom_id":"a","body":{}}', A],
        [undefined, '{"custom_id":"x", "response":null,"error":{"code":"c"}}'],
      ],
      file: `${A}\n{"custom_id":"x", "response":null,"error":{"code":"c"}}\n`,
    },
    { kind: 'rows', shows: 'no answers', rows: [], file: '' },
  ],
})
