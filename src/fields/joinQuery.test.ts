import { expect, test } from 'vitest'
import { formatQuery } from './formatQuery.ts'
import { joinQuery } from './joinQuery.ts'
import { parseQuery } from './parseQuery.ts'

function joined(present: string, added: string): string {
  const [one, other] = [parseQuery(present), parseQuery(added)]
  if (!one.ok || !other.ok) throw new Error('no query')
  return formatQuery(joinQuery(one.value, other.value))
}

test.each([
  ['a = 1', 'b = 2', 'a = 1 and b = 2'],
  ['a = 1', 'a = 1', 'a = 1'],
  ['a = 1 and b = 2', 'b = 2', 'a = 1 and b = 2'],
  ['a = 1 and b = 2', 'n >= 3 and n < 4', 'a = 1 and b = 2 and n >= 3 and n < 4'],
  ['a = 1 or b = 2', 'c = 3', '(a = 1 or b = 2) and c = 3'],
  ['not a = 1', 'exists(b)', 'a != 1 and exists(b)'],
  ['(a = 1 and b = 2) and c = 3', 'd = 4', 'a = 1 and b = 2 and c = 3 and d = 4'],
])('%s with %s', (present, added, whole) => {
  expect(joined(present, added)).toBe(whole)
})
