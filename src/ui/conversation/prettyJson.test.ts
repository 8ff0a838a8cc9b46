import { describe, expect, it } from 'vitest'
import { prettyJson } from './prettyJson.ts'

describe('prettyJson', () => {
  it('lays objects and arrays out and keeps their spelling', () => {
    expect(prettyJson(' {"a":1.0,"b":[]}')).toBe('{\n  "a": 1.0,\n  "b": []\n}')
  })

  it.each(['', '5', '"x"', 'null', '{"a":1', '[1] and more', 'Hello {x}'])('leaves %j', (text) => {
    expect(prettyJson(text)).toBeUndefined()
  })
})
