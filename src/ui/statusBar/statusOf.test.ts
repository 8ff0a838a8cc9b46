import { expect, test } from 'vitest'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { statusOf } from './statusOf.ts'

const ready = { state: 'ready' } as DocumentFacts

test('the worst that is known is said', () => {
  expect(statusOf(undefined)).toBe('empty')
  expect(statusOf({})).toBe('reading')
  expect(statusOf({ facts: ready })).toBe('ready')
  expect(statusOf({ facts: ready, crash: 'It stopped.' })).toBe('failed')
  expect(statusOf({ readFailure: 'It is a folder.' })).toBe('failed')
})
