import { expect, test } from 'vitest'
import { present } from '../../../base/assert.ts'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { findProvider } from '../../../pairing/providerRegistry.ts'
import { severalFilesNote } from './severalFilesNote.ts'

test.each([
  ['openai', true, 'is of one model and one endpoint, and has at most 50,000 requests and 200 MB'],
  ['openai', false, 'is of one model, and has at most 50,000 requests and 200 MB'],
  ['anthropic', false, 'has at most 100,000 requests and 256 MB'],
  ['gemini', false, 'is of one model, and has at most 2 GB'],
] as const)('several files of %s (urls: %s)', (id, hasUrls, rules) => {
  const provider = present(findProvider(id), id)
  expect(inEnglish(severalFilesNote([provider], hasUrls))).toBe(
    `It takes several files: a batch ${rules}.`,
  )
})
