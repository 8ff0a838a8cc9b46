// Examples make valid requests as they are, one for each of their rows.
import { expect, test } from 'vitest'
import { english } from '../../i18n/loadTranslator.ts'
import { createFormatValidator } from '../../formats/formatValidator.ts'
import { format } from '../../providers/openai/formats/batchInput.ts'
import { checked, made, openRows, template } from '../testing/templateSessions.ts'
import { BATCH_EXAMPLES, exampleBody, exampleText } from './examples.ts'

test.each(BATCH_EXAMPLES.map((example) => [example.id, example] as const))(
  '%s',
  async (_, example) => {
    const text = exampleText(example, english.t)
    const session = await openRows({ kind: 'text', text, split: example.split })
    const of = template({
      endpoint: example.endpoint,
      body: exampleBody(example, english.t),
      idPattern: example.idPattern,
    })
    expect(await checked(session, of)).toMatchObject({
      requests: example.prompts.length,
      problems: [],
    })
    const validator = createFormatValidator(format)
    for (const line of await made(session, of)) {
      expect(validator.validate(JSON.parse(line)).findings).toEqual([])
    }
  },
)
