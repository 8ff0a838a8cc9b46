import { expect, it } from 'vitest'
import { requestDialectOf } from './requestDialect.ts'

it('Bedrock’s lines are recognised by both of their keys, whatever modelInput is', () => {
  expect(requestDialectOf({ recordId: '1', modelInput: 'Hi' })).toBe('bedrock')
  expect(requestDialectOf({ recordId: '1' })).toBeUndefined()
})
