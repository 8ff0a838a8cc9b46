import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import {
  isLoopback,
  isOpenAi,
  normaliseBaseUrl,
  normaliseId,
  normaliseKey,
  OPENAI_BASE,
} from './access.ts'

describe('base URL', () => {
  test.each([
    ['', OPENAI_BASE],
    ['  https://api.openai.com/v1/  ', OPENAI_BASE],
    ['api.openai.com', OPENAI_BASE],
    ['https://API.openai.com:443/v1', OPENAI_BASE],
    ['https://api.openai.com/v1/chat/completions', OPENAI_BASE],
    ['https://api.openai.com/v1/batches', OPENAI_BASE],
    ['https://eu.api.openai.com/v1', 'https://eu.api.openai.com/v1'],
    ['https://relay.example.com', 'https://relay.example.com'],
    ['relay.example.com:8443/openai/v1//', 'https://relay.example.com:8443/openai/v1'],
    ['localhost:8000/v1', 'http://localhost:8000/v1'],
    ['http://127.0.0.1:11434/v1', 'http://127.0.0.1:11434/v1'],
    ['http://127.1/v1', 'http://127.0.0.1/v1'],
    ['https://localhost:8443/v1', 'https://localhost:8443/v1'],
  ])('%s', (typed, base) => {
    expect(normaliseBaseUrl(typed)).toEqual({ ok: true, value: base })
  })

  test.each([
    ['http://api.openai.com/v1', 'has to begin with https'],
    ['http://192.168.1.5:8000/v1', 'has to begin with https'],
    ['http://localhost.evil.example/v1', 'has to begin with https'],
    ['http://127.0.0.2/v1', 'has to begin with https'],
    ['http://[::1]:8000/v1', 'Write localhost'],
    ['https://user:pass@example.com/v1', 'no user name'],
    ['https://api.openai.com@evil.example/v1', 'no user name'],
    ['https://example.com/v1?key=1', 'no user name'],
    ['https://example.com/v1#x', 'no user name'],
    ['ftp://example.com', 'not the address'],
    ['javascript://x', 'not the address'],
    ['http ://x', 'not the address'],
    ['https://exa mple.com', 'not the address'],
    ['sk-proj-abcdefghijkl', 'looks like a key'],
  ])('%s is refused', (typed, words) => {
    expect(inEnglish(normaliseBaseUrl(typed))).toMatchObject({
      failure: { code: 'bad-option', message: expect.stringContaining(words) },
    })
  })

  test('law: what is accepted stays as it is, and is https or this machine', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.domain()), (typed) => {
        const base = normaliseBaseUrl(typed)
        if (!base.ok) return
        expect(normaliseBaseUrl(base.value)).toEqual(base)
        expect(base.value).not.toMatch(/\/$/)
        const url = new URL(base.value)
        expect(url.protocol === 'https:' || isLoopback(base.value)).toBe(true)
      }),
    )
  })

  test('OpenAI is that host over https alone', () => {
    expect(isOpenAi(OPENAI_BASE)).toBe(true)
    for (const other of [
      'https://eu.api.openai.com/v1',
      'https://api.openai.com.evil.example/v1',
      'https://api.openai.com:8443/v1',
      'http://api.openai.com/v1',
      'nonsense',
    ]) {
      expect(isOpenAi(other), other).toBe(false)
    }
  })
})

describe('key', () => {
  test.each([
    ['sk-abc', 'sk-abc'],
    ['  sk-abc\n', 'sk-abc'],
    ['Bearer sk-abc', 'sk-abc'],
    ['Authorization: Bearer sk-abc', 'sk-abc'],
    ['"sk-abc"', 'sk-abc'],
  ])('%j', (typed, key) => {
    expect(normaliseKey(typed, OPENAI_BASE)).toEqual({ ok: true, value: key })
  })

  test('may be missing for other servers, and not for OpenAI', () => {
    expect(normaliseKey(' ', 'http://localhost:8000/v1')).toEqual({ ok: true, value: '' })
    expect(normaliseKey(' ', OPENAI_BASE)).toMatchObject({ failure: { code: 'api-key-refused' } })
  })

  test.each(['sk-a b', 'sk-a\nb', 'sk-ä', 'sk-a\u200bb', 'sk-\u{1F511}'])(
    '%j is refused, and not shown',
    (typed) => {
      const result = inEnglish(normaliseKey(typed, OPENAI_BASE))
      expect(result).toMatchObject({ failure: { code: 'api-key-refused' } })
      expect(JSON.stringify(result)).not.toContain('sk-')
    },
  )

  test('law: what is accepted can be sent in a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const key = normaliseKey(typed, 'http://localhost/v1')
        if (key.ok) new Headers({ Authorization: `Bearer ${key.value}` })
      }),
    )
  })
})

test('ids of organisations and projects', () => {
  expect(normaliseId(undefined)).toEqual({ ok: true, value: undefined })
  expect(normaliseId('  ')).toEqual({ ok: true, value: undefined })
  expect(normaliseId(' org-A1_b ')).toEqual({ ok: true, value: 'org-A1_b' })
  expect(normaliseId('My Company')).toMatchObject({ failure: { code: 'bad-option' } })
  expect(normaliseId('sk-proj-1')).toMatchObject({ failure: { code: 'bad-option' } })
  expect(normaliseId('a\r\nb')).toMatchObject({ failure: { code: 'bad-option' } })
})
