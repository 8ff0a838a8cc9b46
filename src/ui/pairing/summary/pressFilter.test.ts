import { describe, expect, it } from 'vitest'
import type { PairFilter } from '../../../contracts/pairingApi.ts'
import { isPressed, pressFilter } from './pressFilter.ts'

const tokens = { name: 'total', from: 8, to: 16 } as const

describe('pressFilter', () => {
  it('shows the rows of the pressed number alone', () => {
    expect(pressFilter({ outcome: 'missing' }, { errorCode: 'x' }, false)).toEqual({
      errorCode: 'x',
    })
    expect(pressFilter({ outcome: 'missing' }, { outcome: 'failed' }, false)).toEqual({
      outcome: 'failed',
    })
  })

  it('stays within what was found and within the group', () => {
    const lasting: PairFilter = { matches: true, group: null }
    expect(pressFilter({ ...lasting, status: 200 }, { errorCode: 'x' }, false)).toEqual({
      ...lasting,
      errorCode: 'x',
    })
  })

  it('narrows what is filtered already when asked to', () => {
    expect(pressFilter({ outcome: 'failed' }, { errorCode: 'x' }, true)).toEqual({
      outcome: 'failed',
      errorCode: 'x',
    })
  })

  it('takes away what is pressed again, and nothing else', () => {
    expect(pressFilter({ outcome: 'failed', errorCode: 'x' }, { errorCode: 'x' }, false)).toEqual({
      outcome: 'failed',
    })
    expect(pressFilter({ tokens }, { tokens: { ...tokens } }, false)).toEqual({})
  })

  it('knows what is pressed by value', () => {
    const filter: PairFilter = {
      tokens,
      models: { asked: 'a', answered: null },
      status: 0,
      group: null,
    }
    expect(isPressed(filter, { tokens: { ...tokens } })).toBe(true)
    expect(isPressed(filter, { tokens: { ...tokens, to: 17 } })).toBe(false)
    expect(isPressed(filter, { models: { asked: 'a', answered: null } })).toBe(true)
    expect(isPressed(filter, { models: { asked: null, answered: 'a' } })).toBe(false)
    expect(isPressed(filter, { status: 0 })).toBe(true)
    expect(isPressed(filter, { group: null })).toBe(true)
    expect(isPressed({}, { group: null })).toBe(false)
    expect(isPressed({}, { outcome: 'failed' })).toBe(false)
  })
})
