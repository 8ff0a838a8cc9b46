import { describe, expect, test } from 'vitest'
import { createFormatValidator } from '../../../formats/formatValidator.ts'
import { format } from '../formats/batchInput.ts'

const validator = createFormatValidator(format)

function codesOf(url: string, model: string, members: object): string[] {
  const body = { model, input: 'Hi', messages: [{ role: 'user', content: 'Hi' }], ...members }
  const { input, messages, ...rest } = body
  const prompt = url === '/v1/responses' ? { input } : { messages }
  const line = { custom_id: 'a', method: 'POST', url, body: { ...rest, ...prompt } }
  return validator
    .validate(line)
    .findings.map(({ code }) => code)
    .filter((code) => code.startsWith('model-refuses'))
}

describe.each(['/v1/chat/completions', '/v1/responses'])('sampling in %s', (url) => {
  test.each([
    'o3',
    'o3-2025-04-16',
    'gpt-5',
    'gpt-5-mini-2025-08-07',
    'gpt-5.6-luna',
    'ft:o4-mini:a',
  ])('is fixed for %s', (model) => {
    expect(codesOf(url, model, { temperature: 0.2, top_p: 0.9 })).toEqual([
      'model-refuses:temperature',
      'model-refuses:top_p',
    ])
    expect(codesOf(url, model, { temperature: 1 })).toEqual([])
  })

  test.each(['gpt-4.1-mini', 'gpt-5-chat-latest', 'gpt-5.1', 'gpt-6-luna', 'gpt-oss-120b'])(
    'is free, or not known, for %s',
    (model) => {
      expect(codesOf(url, model, { temperature: 0.2, top_p: 0.9 })).toEqual([])
    },
  )
})
