import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import type { TokenEstimate, TokenRequest } from '../contracts/tokensApi.ts'
import { neverCancelled } from '../base/jobs.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { estimateTokens } from './estimateTokens.ts'
import { linesOfBlob } from './requestLines.ts'
import { TokenCounting } from './tokenCounting.ts'

const line = (content: string, more: object = {}): string =>
  JSON.stringify({
    custom_id: 'r',
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model: 'gpt-6-luna', messages: [{ role: 'user', content }], ...more },
  })

async function estimateOf(
  lines: readonly string[],
  more: Partial<TokenRequest> = {},
): Promise<TokenEstimate> {
  const blob = new Blob([lines.map((each) => `${each}\n`).join('')])
  return estimateTokens({ jobId: 'count', blob, ...more }, neverCancelled, () => {})
}

describe('an estimate', () => {
  test('of a small file is counted', async () => {
    const { cost, ...estimate } = await estimateOf([
      line('Hello!', { max_completion_tokens: 100 }),
      line('Hello!'),
      line('Hello!', { model: 'my-model', max_tokens: 5 }),
      '',
      '{"a":',
      '[1]',
      line('Hello!', { model: undefined }),
    ])
    const none = { requests: 0, promptTokens: 0, maxOutputTokens: 0 }
    const rest = { long: none, withImages: 0, withTools: 0, withStoredInput: 0 }
    const one = { requests: 1, promptTokens: 9, ...rest }
    expect(inEnglish(estimate)).toEqual({
      isExact: true,
      requests: 4,
      unreadable: 2,
      promptTokens: 36,
      models: [
        {
          ...one,
          model: 'gpt-6-luna',
          requests: 2,
          promptTokens: 18,
          maxOutputTokens: 100,
          withoutOutputLimit: 1,
        },
        {
          ...one,
          model: 'my-model',
          maxOutputTokens: 5,
          withoutOutputLimit: 0,
          note: 'How my-model counts tokens is not known. It is counted as OpenAI’s newer models do.',
        },
        {
          ...one,
          model: undefined,
          maxOutputTokens: 0,
          withoutOutputLimit: 1,
          note: 'Requests that name no model are counted as OpenAI’s newer models count.',
        },
      ],
    })
    expect(cost).toMatchObject({
      unknownModels: ['my-model'],
      requestsWithoutPrice: 2,
      answersWithoutLimit: 1,
    })
  })

  test('takes a model for lines that name none', async () => {
    const lines = [line('Hello!', { model: undefined })]
    const { models } = await estimateOf(lines, { model: 'gpt-4' })
    expect(models).toMatchObject([{ model: 'gpt-4', requests: 1 }])
  })

  test('tells long prompts apart', async () => {
    const long = 'word '.repeat(280_000)
    const { models } = await estimateOf([line(long, { max_completion_tokens: 7 }), line('short')])
    expect(models[0]?.long).toMatchObject({ requests: 1, maxOutputTokens: 7 })
    expect(models[0]?.long.promptTokens).toBeGreaterThan(272_000)
  })

  test('counts no image as text', async () => {
    const url = `data:image/png;base64,${'A'.repeat(100_000)}`
    const content = [{ type: 'image_url', image_url: { url } }]
    const withImage = line('').replace('"content":""', `"content":${JSON.stringify(content)}`)
    const { models } = await estimateOf([withImage])
    expect(models).toMatchObject([{ withImages: 1, promptTokens: 7 }])
  })
})

/** Lines that differ in length and in language. */
function variedLines(count: number, seed: number): string[] {
  let state = seed
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return Math.floor((state / 0x8000_0000) * below)
  }
  const texts = [
    'Please summarise the following report. ',
    '請用三句話摘要以下的報告。',
    '{"id": 12345, "name": "x-y"} ',
    'ACGTTGCA',
  ]
  return Array.from({ length: count }, () =>
    line((texts[next(texts.length)] as string).repeat(1 + next(40))),
  )
}

describe('of a large file', () => {
  test('the number is right within the error that is stated', async () => {
    let missed = 0
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    for (const seed of seeds) {
      const lines = variedLines(1500, seed)
      const exact = await estimateOf(lines)
      const sampled = await estimateOf(lines, { exactBytes: 60_000 })
      expect(exact.isExact).toBe(true)
      expect(sampled.isExact).toBe(false)
      expect(sampled.requests).toBe(1500)
      const error = sampled.error ?? 0
      // Useful, and true.
      expect(error / exact.promptTokens).toBeLessThan(0.2)
      if (Math.abs(sampled.promptTokens - exact.promptTokens) > error) missed++
    }
    expect(missed).toBeLessThanOrEqual(2)
  })

  test('the number is the same each time', async () => {
    const lines = variedLines(500, 1)
    const once = await estimateOf(lines, { exactBytes: 20_000 })
    expect(await estimateOf(lines, { exactBytes: 20_000 })).toEqual(once)
  })

  test('little is counted of much, and all of what is no more than is counted', async () => {
    const lines = variedLines(400, 3)
    const size = new Blob(lines.map((each) => `${each}\n`)).size
    expect((await estimateOf(lines, { exactBytes: size })).isExact).toBe(true)
    const images = lines.map((_, i) => {
      const image = { type: 'image_url', image_url: { url: 'A'.repeat(20_000 + i) } }
      return line('x').replace('"x"', JSON.stringify([image, { type: 'text', text: 'What?' }]))
    })
    const { isExact, models } = await estimateOf(images, { exactBytes: 300_000 })
    expect(isExact).toBe(true)
    expect(models[0]?.withImages).toBe(400)
  })
})

test('lines of a Blob do not depend on how it comes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string()), fc.boolean(), async (texts, endsWithLineFeed) => {
      const lines = texts.map((text) => text.replaceAll('\n', ''))
      const text = lines.join('\n') + (endsWithLineFeed ? '\n' : '')
      const found: string[] = []
      let end = 0
      for await (const batch of linesOfBlob(new Blob([text]))) {
        for (const each of batch) {
          found.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(each.bytes))
          end = each.end
        }
      }
      const expected = text.split('\n')
      if (expected.at(-1) === '') expected.pop()
      expect(found).toEqual(expected.map((each) => each.toWellFormed()))
      expect(end).toBe(new Blob([text]).size)
    }),
    runs(60),
  )
})

test('long lines come whole', async () => {
  const lines = ['a'.repeat(5_000_000), 'b', 'c'.repeat(3_000_001)]
  const found: number[] = []
  for await (const batch of linesOfBlob(new Blob([lines.join('\n')]))) {
    for (const { bytes } of batch) found.push(bytes.length)
  }
  expect(found).toEqual(lines.map(({ length }) => length))
})

describe('counting', () => {
  test('can be cancelled, and says so', async () => {
    const counting = new TokenCounting()
    const blob = new Blob([variedLines(2000, 1).join('\n')])
    const estimate = counting.estimate({ jobId: 'count', blob }, () => {})
    await counting.cancel('count')
    expect(await estimate).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    const again = await counting.estimate({ jobId: 'again', blob: new Blob([]) }, () => {})
    expect(again).toMatchObject({ ok: true, value: { requests: 0, isExact: true } })
  })
})
