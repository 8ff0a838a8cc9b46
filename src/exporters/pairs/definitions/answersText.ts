// Answers as people read them, below the ids that they belong to.
import { msg } from '../../../i18n/message.ts'
import type { Translator } from '../../../i18n/translator.ts'
import { definePairExporter } from '../definePairExporter.ts'
import { skipWithoutAnswer } from '../answerBytes.ts'
import { FAILED_PAIR, GOOD_PAIR, LONE_ANSWER } from '../examplePairs.ts'
import { BROKEN_ANSWER, LINE_DELETED, NO_ANSWER, NO_TEXT, REQUEST_FAILED } from '../reasons.ts'
import { escapeMarkdown } from '../../cells/markdown.ts'
import { answerText, promptText } from '../wholeText.ts'

function withHeadings(prompt: string, answer: string, { t }: Translator): string {
  return `### ${t(msg('Prompt'))}\n\n${prompt}\n\n### ${t(msg('Answer'))}\n\n${answer}`
}

export const exporter = definePairExporter({
  id: 'answersText',
  place: 70,
  title: msg('Answers as text (Markdown)'),
  summary: msg('The words of each answer below its id, to read or to review.'),
  noun: 'answer',
  extension: '.md',
  mediaType: 'text/markdown',
  nameEnding: 'answers',
  options: { withPrompts: { kind: 'check', title: msg('With the prompts'), isChecked: false } },
  output: {
    kind: 'rows',
    rows: 'view',
    wants: ({ outcome }) => outcome !== 'duplicate',
    reads: ({ withPrompts }) => (withPrompts ? ['request', 'answer'] : ['answer']),
    skip: (row) =>
      skipWithoutAnswer(row) ?? (row.answerClass?.isSuccess ? undefined : REQUEST_FAILED),
    isByContent: true,
    lineEnd: '\n',
    open: ({ withPrompts }, translator) => ({
      head: '',
      row({ key, request, answer }) {
        if (!answer) return { kind: 'leftOut', reason: LINE_DELETED }
        const text = answer.content && answerText(answer.content, translator)
        if (text === undefined) return { kind: 'leftOut', reason: NO_TEXT }
        const prompt =
          withPrompts && request?.content
            ? promptText(request.content.conversation, translator)
            : undefined
        const id =
          key.kind === 'missing' ? translator.t(msg('Without an id')) : escapeMarkdown(key.text)
        const body = prompt === undefined ? text : withHeadings(prompt, text, translator)
        return { kind: 'line', content: `## ${id}\n\n${body}\n` }
      },
    }),
  },
  examples: [
    {
      kind: 'rows',
      shows: 'words below ids, and what has none',
      rows: [
        GOOD_PAIR,
        FAILED_PAIR,
        LONE_ANSWER,
        ['{"custom_id":"b","body":{}}', undefined],
        ['{"custom_id":"c","body":{}}', '{"custom_id":"c","response":'],
        [
          undefined,
          '{"custom_id":"e","response":{"status_code":200,"body":{"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.1]}]}},"error":null}',
        ],
      ],
      file: '## a-1\n\nHello, "you"\n\n## 7\n\ncut\n\n',
      leftOut: [REQUEST_FAILED, NO_ANSWER, BROKEN_ANSWER, NO_TEXT],
    },
    {
      kind: 'rows',
      shows: 'prompts before their answers, and an id that is no Markdown',
      options: { withPrompts: true },
      rows: [
        GOOD_PAIR,
        [
          undefined,
          '{"custom_id":"*x*","response":{"status_code":200,"body":{"choices":[{"message":{"content":"Line\\n\\n- item"}}]}},"error":null}',
        ],
      ],
      file: '## a-1\n\n### Prompt\n\nsystem: Be brief.\n\nuser: Hi é\n\n### Answer\n\nHello, "you"\n\n## \\*x\\*\n\nLine\n\n- item\n\n',
    },
  ],
})
