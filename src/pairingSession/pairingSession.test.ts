import { expect, test } from 'vitest'
import { chatAnswer, chatRequest, failedAnswer, linesOf, pairTexts } from './testing/pairTexts.ts'

test('all outcomes of a batch', async () => {
  const { facts, rows } = await pairTexts([
    {
      key: 'in',
      role: 'requests',
      text: linesOf([
        chatRequest('a'),
        chatRequest('b'),
        chatRequest('c'),
        chatRequest('a', 'Again'),
      ]),
    },
    { key: 'out', role: 'answers', text: linesOf([chatAnswer('z'), chatAnswer('a')]) },
    { key: 'errors', role: 'answers', text: linesOf([failedAnswer('b'), failedAnswer('a')]) },
  ])
  expect(facts()).toMatchObject({
    state: 'ready',
    requests: 4,
    answers: 4,
    succeeded: 1,
    failed: 1,
    missing: 1,
    unexpected: 1,
    duplicate: 2,
  })
  expect(
    (await rows()).map(
      ({ id, outcome, promptPreview, answerPreview, others, requestLine, answerLine }) => [
        id,
        outcome,
        promptPreview,
        answerPreview,
        others,
        requestLine,
        answerLine,
      ],
    ),
  ).toEqual([
    ['a', 'succeeded', 'Prompt of a', 'Answer to a', 2, 1, 2],
    ['a', 'duplicate', '', 'Wait.', 3, undefined, 2],
    ['b', 'failed', 'Prompt of b', 'Wait.', 0, 2, 1],
    ['c', 'missing', 'Prompt of c', '', 0, 3, undefined],
    ['a', 'duplicate', 'Again', '', 3, 4, undefined],
    ['z', 'unexpected', '', 'Answer to z', 0, undefined, 1],
  ])
})
