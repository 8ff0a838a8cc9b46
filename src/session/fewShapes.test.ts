// Files in which nearly everything varies from line to line have few shapes, so that nearly every
// line is recognised. What makes shapes by the thousand makes reading slow.
import { expect, test } from 'vitest'
import { openText } from './testing/openText.ts'
import {
  chatRequest,
  embeddingRequest,
  messages,
  type Random,
  randomFrom,
  result,
  trainingExample,
} from './testing/variedLines.ts'

const LINES = 3000

/** Requests with the same turns in another order each. */
test('the order of turns makes no new shape', async () => {
  const random = randomFrom(2)
  const turns = Array.from({ length: 20 }, () => messages(random)).flat()
  const lines = Array.from({ length: 200 }, (_, i) => {
    const body = { model: 'm', messages: turns.toSorted(() => random() - 0.5) }
    return JSON.stringify({
      custom_id: `r-${i}`,
      method: 'POST',
      url: '/v1/chat/completions',
      body,
    })
  })
  const { facts } = await openText(lines.join('\n'))
  expect(facts()).toMatchObject({ lines: 200, formatId: 'batchInput', invalid: 0, shapes: 1 })
})

test.each<[string, string, (random: Random) => unknown, number]>([
  ['requests for chat completions', 'batchInput', chatRequest, 200],
  ['requests for embeddings', 'batchInput', embeddingRequest, 20],
  ['results', 'batchOutput', result, 100],
  ['examples for fine-tuning', 'chatFineTuning', trainingExample, 400],
])('%s have few shapes', async (_, formatId, make, most) => {
  const random = randomFrom(1)
  const lines = Array.from({ length: LINES }, () => JSON.stringify(make(random)))
  const { facts } = await openText(lines.join('\n'))
  const { formatId: detected, invalid, warnings, shapes } = facts()
  expect({ detected, invalid, warnings }).toEqual({ detected: formatId, invalid: 0, warnings: 0 })
  expect(shapes).toBeLessThan(most)
})
