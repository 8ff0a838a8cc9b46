import { expect, test } from 'vitest'
import { cutIdPattern, paddedNumber } from './idPattern.ts'

test('running numbers are cut out of what stands around them', () => {
  expect(cutIdPattern('a{{#}}-{{ ### }}')).toEqual([
    'a',
    { digits: 1, source: '{{#}}' },
    '-',
    { digits: 3, source: '{{ ### }}' },
    '',
  ])
  expect(cutIdPattern('#{{name}}{#}')).toEqual(['#{{name}}{#}'])
})

test('numbers have as many digits as there are signs, or more', () => {
  expect([paddedNumber(7, 3), paddedNumber(1234, 3)]).toEqual(['007', '1234'])
})
