// Conversations for tuning on Amazon Bedrock. Source: docs.aws.amazon.com, "Prepare data for
// fine-tuning" of the models that take conversations, 2025.
import { isObject } from '../../../json/jsonPath.ts'
import { defineFormat } from '../../../formats/defineFormat.ts'
import { repeatedExamples } from '../../../formats/repeatedLines.ts'
import { BEDROCK } from '../provider.ts'
import { z } from '../../../formats/zod.ts'
import { msg } from '../../../i18n/message.ts'

const SCHEMA_VERSION = 'bedrock-conversation-2024'

const part = z.looseObject({ text: z.string().optional() })

const LINE = `{"schemaVersion":"${SCHEMA_VERSION}","system":[{"text":"Be brief."}],"messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant","content":[{"text":"Hello."}]}]}`

export const format = defineFormat({
  id: 'bedrockFineTuning',
  title: msg('Amazon Bedrock fine-tuning'),
  summary: msg('Conversations with schemaVersion, system and messages.'),
  // https://docs.aws.amazon.com/bedrock/latest/userguide/preparing-text-data.html
  provider: BEDROCK,
  variantOf: 'chatFineTuning',
  recognise: (value) =>
    isObject(value) &&
    typeof value['schemaVersion'] === 'string' &&
    value['schemaVersion'].startsWith('bedrock-conversation'),
  schema: z.looseObject({
    schemaVersion: z.literal(SCHEMA_VERSION),
    system: z.array(part).optional(),
    messages: z
      .array(z.looseObject({ role: z.enum(['user', 'assistant']), content: z.array(part).min(1) }))
      .min(1),
  }),
  lineRules: [
    {
      code: 'no-assistant-message',
      severity: 'error',
      title: msg('No assistant message'),
      reads: [['messages', '[]', 'role']],
      anyOrder: true,
      check: ([roles]) =>
        Array.isArray(roles) && roles.length > 0 && !roles.includes('assistant')
          ? {
              message: msg(
                'No message is from the assistant, so there is no answer to learn from.',
              ),
              at: 0,
            }
          : undefined,
    },
  ],
  wholeLines: repeatedExamples,
  byteOrderMark: 'warning',
  columns: [
    {
      id: 'first',
      title: msg('First message'),
      paths: [['messages', 0, 'content', 0, 'text'], ['messages']],
      width: 320,
    },
    {
      id: 'preview',
      title: msg('Last message'),
      paths: [['messages', -1, 'content', 0, 'text'], ['messages']],
    },
  ],
  examples: {
    valid: [LINE, LINE.replace('"system":[{"text":"Be brief."}],', '')],
    invalid: [
      { line: LINE.replace('2024', '2023'), codes: ['value:schemaVersion'] },
      { line: LINE.replace('[{"text":"Hi"}]', '"Hi"'), codes: ['type:messages[].content'] },
      { line: LINE.replace(/,\{"role":"assistant".*\]\}\]/, ']'), codes: ['no-assistant-message'] },
    ],
  },
})
