// What OpenAI's own guides send though its description does not have it.
import { expect, test } from 'vitest'
import { chatMessage } from './chatMessage.ts'

test.each([
  // Its cookbook, How_to_call_functions_with_chat_models, and LangChain.
  { role: 'tool', tool_call_id: 'call_1', name: 'find', content: 'none' },
  // An answer of the API that is sent again, as its guides do.
  {
    role: 'assistant',
    content: 'Yes.',
    refusal: null,
    annotations: [],
    audio: null,
    function_call: null,
  },
])('$role: every key is known', (message) => {
  expect(chatMessage.safeParse(message).error?.issues).toBeUndefined()
})

test('a key that nobody sends is not', () => {
  const message = { role: 'tool', tool_call_id: 'call_1', content: 'none', annotations: [] }
  expect(chatMessage.safeParse(message).success).toBe(false)
})
