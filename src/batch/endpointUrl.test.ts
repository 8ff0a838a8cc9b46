import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endpointUrl, idStep } from './endpointUrl.ts'

test.each([
  [
    'https://api.openai.com/v1',
    '/v1/chat/completions',
    'https://api.openai.com/v1/chat/completions',
  ],
  [
    'https://api.openai.com/v1',
    '/v1/images/generations',
    'https://api.openai.com/v1/images/generations',
  ],
  ['https://x.example/openai/v1', '/v1/responses', 'https://x.example/openai/v1/responses'],
  ['https://x.example/openai/v1', '/openai/v1/responses', 'https://x.example/openai/v1/responses'],
  ['https://x.example/openai', '/openai/v1/responses', 'https://x.example/openai/v1/responses'],
  ['https://x.example', '/v1/responses', 'https://x.example/v1/responses'],
  [
    'https://x.example/api/paas/v4',
    '/v4/chat/completions',
    'https://x.example/api/paas/v4/chat/completions',
  ],
  ['https://x.example/v1', '/v2/chat/completions', 'https://x.example/v2/chat/completions'],
  ['https://x.example/v1', '/chat/completions', 'https://x.example/v1/chat/completions'],
])('%s with %s', (base, path, url) => {
  expect(endpointUrl(base, path)).toBe(url)
})

test('law: whatever the path is, the host stays, and the path is an endpoint', () => {
  const step = fc.oneof(
    fc.constantFrom(
      'v1',
      'chat',
      'completions',
      'responses',
      '..',
      '.',
      '',
      '@',
      '//',
      '%2e%2e',
      ':',
      '?',
      '#',
      '\\',
    ),
    fc.string({ maxLength: 6 }),
  )
  const path = fc.array(step, { maxLength: 6 }).map((steps) => steps.join('/'))
  fc.assert(
    fc.property(path, fc.boolean(), (rest, isPlain) => {
      const url = endpointUrl('https://api.openai.com/v1', isPlain ? `/v1/${rest}` : rest)
      if (url === undefined) return
      const parsed = new URL(url)
      expect(parsed.href).toBe(url)
      expect(parsed.origin).toBe('https://api.openai.com')
      expect(parsed.pathname).toMatch(
        /\/(completions|responses|embeddings|moderations|generations|edits|videos)$/,
      )
    }),
    { numRuns: 500 },
  )
})

test('an id is one step of an address', () => {
  expect(idStep('file-abc_1')).toBe('file-abc_1')
  expect(idStep('a/b')).toBe('a%2Fb')
  for (const id of ['', '.', '..', 'x'.repeat(513), 'file-\ud800'])
    expect(idStep(id)).toBeUndefined()
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (id) => {
      const step = idStep(id)
      if (step === undefined) return
      expect(new URL(`https://x.example/files/${step}/content`).pathname).toBe(
        `/files/${step}/content`,
      )
    }),
  )
})
