import { inspect } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Secret } from './secret.ts'

const KEY = 'sk-proj-q7XwV2mZ9dKfR4tYb8LhN3sJc6PgA1uE5iO0'
const secret = new Secret(KEY)

test('printing it in any way shows nothing', () => {
  const held = { secret, list: [secret] }
  const shown = [
    String(secret),
    // oxlint-disable-next-line restrict-template-expressions -- what people write by mistake
    `${secret}`,
    secret.toString(),
    JSON.stringify(held),
    JSON.stringify(secret),
    inspect(held, { showHidden: true, depth: 9 }),
    Object.entries(secret).join(),
    JSON.stringify(structuredClone(secret as object)),
  ]
  for (const text of shown) expect(text).not.toContain('q7XwV2')
  expect(secret.reveal()).toBe(KEY)
})

test('it is hidden in texts, also in parts and percent-encoded', () => {
  expect(secret.hideIn(`a ${KEY} b ${KEY}`)).toBe('a ••• b •••')
  expect(secret.hideIn(`key ${KEY.slice(5, 20)}, rest`)).toBe('key •••, rest')
  const odd = new Secret('pass/word+with=signs')
  expect(odd.hideIn('?key=pass%2Fword%2Bwith%3Dsigns')).toBe('?key=•••')
  // As OpenAI shows which key it was.
  expect(secret.hideIn('provided: sk-proj-********5iO0.')).toBe('provided: sk-proj-********5iO0.')
})

test('words that servers at home take for keys stay words', () => {
  expect(new Secret('ollama').hideIn('ollama is running')).toBe('ollama is running')
  expect(new Secret('').hideIn('anything')).toBe('anything')
  expect(new Secret('').isEmpty).toBe(true)
})

test('law: ten characters of it in a row are in no text that it was hidden in', () => {
  const part = fc
    .tuple(fc.nat(KEY.length), fc.nat(KEY.length))
    .map(([from, to]) => KEY.slice(Math.min(from, to), Math.max(from, to)))
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string(), fc.constant(KEY))), (parts) => {
      const hidden = secret.hideIn(parts.join(''))
      for (let at = 0; at + 10 <= KEY.length; at++) {
        expect(hidden).not.toContain(KEY.slice(at, at + 10))
      }
    }),
  )
})

test('law: a text that has nothing of it stays as it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(secret.hideIn(text)).toBe(text)
    }),
  )
})
