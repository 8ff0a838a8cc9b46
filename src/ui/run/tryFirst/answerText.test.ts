import { expect, test } from 'vitest'
import { answerText } from './answerText.ts'

const shown = (answer: unknown) => answerText(JSON.stringify(answer))

test.each([
  [{ choices: [{ message: { content: 'Yes.' }, finish_reason: 'stop' }] }, { text: 'Yes.' }],
  [{ choices: [{ message: { content: [{ type: 'text', text: 'Yes.' }] } }] }, { text: 'Yes.' }],
  [{ choices: [{ text: 'Yes.', finish_reason: 'stop' }] }, { text: 'Yes.' }],
  [
    {
      output: [
        { type: 'reasoning', summary: [] },
        { type: 'message', content: [{ type: 'output_text', text: 'Yes.' }] },
      ],
      incomplete_details: null,
    },
    { text: 'Yes.' },
  ],
])('%j', (answer, text) => {
  expect(shown(answer)).toEqual(text)
})

test('an end that is not the usual one is told', () => {
  const message = { content: 'Ye' }
  expect(shown({ choices: [{ message, finish_reason: 'length' }] })?.endedBy).toBe('length')
  const output = [{ content: [{ text: 'Ye' }] }]
  const incomplete_details = { reason: 'max_output_tokens' }
  expect(shown({ output, incomplete_details })?.endedBy).toBe('max_output_tokens')
})

test.each([
  { data: [{ embedding: [0.1, 0.2] }] },
  { choices: [{ message: { content: null, tool_calls: [{}] } }] },
  { choices: [] },
  { choices: [null] },
  null,
  [],
  'text',
])('%j says nothing in words', (answer) => {
  expect(shown(answer)).toBeUndefined()
})

test('what is no JSON is shown as it is', () => {
  expect(answerText('{"choices": [{"message": {"content": "Ye')).toBeUndefined()
  expect(answerText('<html>')).toBeUndefined()
})
