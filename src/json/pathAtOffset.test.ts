import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLocator } from './locate.ts'
import { pathAtOffset } from './pathAtOffset.ts'
import { allPaths, writtenJson } from './testing/jsonText.ts'

test('where a value begins and in its key, it is the path that leads there', () => {
  fc.assert(
    fc.property(writtenJson, ({ value, text }) => {
      const locator = createLocator(text)
      for (const path of allPaths(value)) {
        const located = locator.rangeOfPath(path)
        expect(pathAtOffset(text, located?.value.from ?? -1)).toEqual(path)
        if (located?.key) expect(pathAtOffset(text, located.key.from)).toEqual(path)
      }
    }),
  )
})

test('a scalar reaches from its first character to behind its last', () => {
  const text = ' {"a" : [10,{"b\\u0063":"x, y"} ] }'
  const at = (part: string, by = 0) => pathAtOffset(text, text.indexOf(part) + by)
  expect(at('{')).toEqual([])
  expect(at('"a"')).toEqual(['a'])
  expect(at('10')).toEqual(['a', 0])
  expect(at('10', 2)).toEqual(['a', 0])
  expect(at('x, y', 2)).toEqual(['a', 1, 'bc'])
  expect(at(' ]')).toEqual(['a', 1])
  expect(at(' ]', 1)).toEqual(['a'])
  expect(pathAtOffset(text, text.length)).toEqual([])
  expect(pathAtOffset('7', 0)).toEqual([])
})
