import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { encodingOf, loadCounter } from './encodings.ts'
import type { TextCounter } from './textCounter.ts'
import { stepsOf } from './textSteps.ts'

let o200k: TextCounter
let cl100k: TextCounter

beforeAll(async () => {
  o200k = await loadCounter('o200k_base')
  cl100k = await loadCounter('cl100k_base')
})

describe('tokens', () => {
  // Counted by js-tiktoken 1.0.21, which was written independently, on 2026-11-27.
  test.each([
    ['', 0, 0],
    [' ', 1, 1],
    ['Hello, world!', 4, 4],
    ['You are a helpful assistant.', 6, 6],
    ["I'll won't THEY'RE", 5, 6],
    ['   \n\n  x', 3, 3],
    ['1234567 3.14159', 8, 8],
    ['繁體中文：把批次檔案在瀏覽器裡驗證，然後上傳。', 24, 39],
    ['한국어와 日本語のテスト', 8, 12],
    ['ภาษาไทยไม่มีช่องว่างระหว่างคำ', 9, 28],
    ['👩‍👩‍👧‍👦 🏳️‍🌈 😀', 19, 28],
    ['<|endoftext|> and <|im_start|>', 14, 13],
    ['\ud83d lone \udc00', 3, 3],
    ['{"a":[1,2,{"b":null}]}', 13, 12],
    ['MiXeD CaseWORDS camelCaseHTTPServer', 9, 10],
  ])('of %j', (text, newer, older) => {
    expect([o200k.count(text), cl100k.count(text)]).toEqual([newer, older])
  })

  test('of long texts are those of their parts, where words end', () => {
    const sentence = 'All of this is said again, 2,000 times or so; 而且用中文，也一樣。 '
    const one = o200k.count(sentence + sentence) - o200k.count(sentence)
    const text = sentence.repeat(2000)
    expect(Math.abs(o200k.count(text) - 2000 * one)).toBeLessThanOrEqual(1)
  })

  test.each([
    ['letters', 'acgt'.repeat(100_000)],
    ['capitals', 'ACGT'.repeat(100_000)],
    ['spaces', ' '.repeat(400_000)],
    ['signs', '=-'.repeat(200_000)],
    ['ideographs', '一丁七'.repeat(100_000)],
    ['halves of characters', '\ud83d'.repeat(300_000)],
    ['emoji', '😀'.repeat(150_000)],
    ['base64', btoa('\0\x10\x83').repeat(100_000)],
  ])('of a run of %s take no more than linear time', (_, text) => {
    const quarter = text.slice(0, text.length / 4)
    const tokens = o200k.count(text)
    // A run that was cut has a token or two more.
    expect(tokens / (4 * o200k.count(quarter))).toBeCloseTo(1, 1)
  })
})

describe('steps', () => {
  test('put together are the text, and no character is cut', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (whole, step) => {
        const steps = [...stepsOf(whole, step)]
        expect(steps.join('')).toBe(whole)
        expect(steps.every((each) => each.length <= step && each !== '')).toBe(true)
        if (whole.isWellFormed()) expect(steps.every((each) => each.isWellFormed())).toBe(true)
      }),
      runs(300),
    )
  })

  test('of words have the tokens of the text', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'B', 'e', '1', '.', '漢'), maxLength: 6 })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = `start ${words.map((each) => `x${each}y`).join(' ')} end`
        const steps = [...stepsOf(text, 24)]
        const sum = steps.reduce((tokens, each) => tokens + o200k.count(each), 0)
        expect(sum).toBe(o200k.count(text))
      }),
      runs(200),
    )
  })
})

test.each([
  ['gpt-4o', 'o200k_base', true],
  ['gpt-4o-mini-2024-07-18', 'o200k_base', true],
  ['gpt-4.1-nano', 'o200k_base', true],
  ['gpt-6-luna', 'o200k_base', true],
  ['gpt-5.4', 'o200k_base', true],
  ['o3-pro', 'o200k_base', true],
  ['chatgpt-4o-latest', 'o200k_base', true],
  ['ft:gpt-4o-mini-2024-07-18:acme::x', 'o200k_base', true],
  ['openai/gpt-4o', 'o200k_base', true],
  ['gpt-4', 'cl100k_base', true],
  ['gpt-4-turbo-2024-04-09', 'cl100k_base', true],
  ['gpt-3.5-turbo-0125', 'cl100k_base', true],
  ['text-embedding-3-small', 'cl100k_base', true],
  ['ft:gpt-3.5-turbo:acme::x', 'cl100k_base', true],
  ['llama-3.3-70b', 'o200k_base', false],
  ['', 'o200k_base', false],
  [undefined, 'o200k_base', false],
])('%s is cut into tokens by %s', (model, name, isKnown) => {
  expect(encodingOf(model)).toEqual({ name, isKnown })
})
