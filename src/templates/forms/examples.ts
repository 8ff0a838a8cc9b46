// Whole batches to begin with and to change: rows, a template and ids for each. Their words are Messages, so that
// they are in the language of whoever reads them.
import { type Message, msg } from '../../i18n/message.ts'
import { writeBody } from './bodyForm.ts'
import { formOf } from './endpointForms.ts'

export interface BatchExample {
  readonly id: string
  readonly title: Message
  readonly prompts: readonly Message[]
  /** How the prompts are told from one another. */
  readonly split: 'lines' | 'paragraphs'
  readonly endpoint: string
  /** By the ids of its fields; empty texts and those that are not named stay as the endpoint begins with. */
  readonly fields: Readonly<Record<string, Message | string>>
  readonly idPattern: string
}

const TICKET_SCHEMA = JSON.stringify({
  type: 'object',
  properties: {
    name: { type: 'string' },
    order: { type: ['string', 'null'] },
    wish: { type: 'string', enum: ['refund', 'exchange', 'question'] },
  },
  required: ['name', 'order', 'wish'],
  additionalProperties: false,
})

export const BATCH_EXAMPLES: readonly BatchExample[] = [
  {
    id: 'reviews',
    title: msg('Classify reviews'),
    prompts: [
      msg('The lamp is bright, and it came a day early.'),
      msg('It broke after a week, and nobody answers my letters.'),
      msg('It does what it should. The colour is not as in the picture.'),
      msg('The third one that I have bought. My mother has one, too.'),
    ],
    split: 'lines',
    endpoint: '/v1/chat/completions',
    fields: {
      system: msg('You sort reviews of a shop. Answer with one word: positive, negative or mixed.'),
      tokenLimit: '200',
    },
    idPattern: 'review-{{###}}',
  },
  {
    id: 'fields',
    title: msg('Extract fields as JSON'),
    prompts: [
      msg('Hello,\nmy order A-1042 came with a broken glass. I want my money back.\nMaria Lopez'),
      msg('Could you send the shoes of order A-1077 one size larger?\nBest wishes, Tom'),
      msg('Do you ship to Norway?\nIngrid'),
    ],
    split: 'paragraphs',
    endpoint: '/v1/responses',
    fields: {
      system: msg('Read the letter and fill in the fields. What it does not say is null.'),
      schema: TICKET_SCHEMA,
    },
    idPattern: 'letter-{{###}}',
  },
  {
    id: 'embeddings',
    title: msg('Embed sentences'),
    prompts: [
      msg('How do I change my password?'),
      msg('I cannot sign in any more.'),
      msg('Where do I find my invoices?'),
      msg('Can I pay by bank transfer?'),
    ],
    split: 'lines',
    endpoint: '/v1/embeddings',
    fields: { dimensions: '256' },
    idPattern: 'sentence-{{###}}',
  },
]

/** `t`: the words of a Message in the language of the reader. */
export function exampleText({ prompts, split }: BatchExample, t: (message: Message) => string) {
  return prompts.map(t).join(split === 'lines' ? '\n' : '\n\n')
}

/** JSON of the template. */
export function exampleBody(
  { endpoint, fields }: BatchExample,
  t: (message: Message) => string,
): string {
  const form = formOf(endpoint)
  const body = form.fields.reduce((before, { id, write }) => {
    const value = fields[id]
    if (value === undefined) return before
    return write(before, typeof value === 'string' ? value : t(value))
  }, form.body)
  return writeBody(body)
}
