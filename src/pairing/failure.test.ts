import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeWithout, mergeFailures, readFailure } from './failure.ts'

describe('failures', () => {
  test.each([[null], [undefined], [''], [false], [{}], [[]]])('%j is none', (value) => {
    expect(readFailure(value)).toBeUndefined()
  })

  test.each([
    [{ code: 'a', message: 'b' }, 'a', 'b'],
    ['gone', undefined, 'gone'],
    [503, '503', undefined],
    [{ message: 'b', type: 't', code: null }, 't', 'b'],
    [{ message: 'b', type: 't', code: 400 }, 't', 'b'],
    [{ message: 'b', code: 400 }, '400', 'b'],
    [{ code: null, message: { message: 'inner', code: 'c' } }, 'c', 'inner'],
    [{ code: null, message: { error: { message: 'x', code: '429' } } }, '429', 'x'],
    [
      { type: 'error', error: { type: 'overloaded_error', message: 'Busy' } },
      'overloaded_error',
      'Busy',
    ],
    [{ error: 'words' }, undefined, 'words'],
    [{ detail: 'Not Found' }, undefined, 'Not Found'],
    [{ detail: [{ msg: 'field required' }] }, undefined, '[{"msg":"field required"}]'],
    [{ status: 'INTERNAL', code: 500, message: 'm' }, 'INTERNAL', 'm'],
    [{ odd: 1 }, undefined, '{"odd":1}'],
    [['a'], undefined, '["a"]'],
    [true, undefined, 'true'],
  ])('%j', (value, code, message) => {
    expect(readFailure(value)).toEqual({ code, message })
  })

  test('whatever is not "no error" says something', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const failure = readFailure(value)
        if (failure) expect(failure.code ?? failure.message).toBeTypeOf('string')
      }),
    )
  })

  test('the first says what it can, the others the rest', () => {
    const first = { code: undefined, message: 'm' }
    const second = { code: 'c', message: 'other' }
    expect(mergeFailures([undefined, first, second])).toEqual({ code: 'c', message: 'm' })
    expect(mergeFailures([undefined])).toBeUndefined()
  })

  test('have a code even when the line names none', () => {
    expect(codeWithout(429, true)).toBe('http_429')
    expect(codeWithout(0, true)).toBe('http_0')
    expect(codeWithout(200, true)).toBe('no_body')
    expect(codeWithout(undefined, false)).toBe('no_response')
  })
})
