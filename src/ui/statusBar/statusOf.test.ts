import { expect, test } from 'vitest'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { verbatim } from '../../i18n/message.ts'
import { statusOf } from './statusOf.ts'

const ready = { state: 'ready' } as DocumentFacts

test('the worst that is known is said', () => {
  expect(statusOf(undefined)).toBe('empty')
  expect(statusOf({})).toBe('reading')
  expect(statusOf({ facts: ready })).toBe('ready')
  expect(statusOf({ facts: ready, crash: verbatim('It stopped.') })).toBe('failed')
  expect(statusOf({ readFailure: verbatim('It is a folder.') })).toBe('failed')
})
