import { expect, test } from 'vitest'
import { misspeltFields } from './misspeltFields.ts'

const KNOWN = ['body', 'body.model', 'body.max_tokens', 'messages', 'messages[*].role'].map(
  (path) => ({ path }),
)

test('fields that no line has are told, with the query that was meant', () => {
  const text = 'body.modle = "a" and not exists(messages[0].role) and type($) = "object"'
  expect(misspeltFields(text, KNOWN)).toEqual([
    {
      field: 'body.modle',
      meant: [
        {
          path: 'body.model',
          query: 'body.model = "a" and not exists(messages[0].role) and type($) = "object"',
        },
      ],
    },
  ])
  expect(misspeltFields('unheard = 1', KNOWN)).toEqual([{ field: 'unheard', meant: [] }])
  expect(misspeltFields('a =', KNOWN)).toEqual([])
})

test('what other languages call the length of a field is asked as that', () => {
  const known = [...KNOWN, { path: 'body.length' }]
  expect(misspeltFields('messages.length > 3', known)).toEqual([
    {
      field: 'messages.length',
      meant: [{ path: 'length(messages)', query: 'length(messages) > 3' }],
    },
  ])
  expect(misspeltFields('messages.length = "3"', KNOWN)[0]?.meant).toEqual([])
  expect(misspeltFields('body.length > 3', known)).toEqual([])
})
