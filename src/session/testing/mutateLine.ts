// For tests: JSON lines near given ones. Small changes at one or a few places, such as a number past a
// bound, an escape in a key, a repeated key or element: what a recogniser of shapes may miss.
import fc from 'fast-check'
import { changed, changeOf } from '../../formats/testing/changeValue.ts'

/** A line made from one of `seeds` by up to four changes, spelled in one of several ways. */
export function mutatedLine(seeds: readonly string[]): fc.Arbitrary<string> {
  return fc
    .record({
      seed: fc.constantFrom(...seeds),
      changes: fc.array(changeOf(replacement), { maxLength: 4 }),
      spelling: fc.nat(6),
    })
    .map(({ seed, changes, spelling }) => {
      let value: unknown
      try {
        value = JSON.parse(seed)
      } catch {
        return seed
      }
      for (const change of changes) value = changed(value, change)
      return spelled(value, spelling)
    })
}

const replacement: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -0.5,
    1,
    2,
    2.0001,
    -2,
    -2.5,
    128,
    129,
    0.1,
    1e21,
    2 ** 53,
    -1,
    20,
    21,
    100,
    -101,
    '',
    'x',
    'user',
    'assistant',
    'system',
    'POST',
    'post',
    'function',
    'gpt-6-luna',
    'o3',
    'gpt-5.6-sol',
    '/v1/chat/completions',
    '/v1/embeddings',
    '/chat/completions',
    'text',
    'high',
    'none',
    'a b',
    ' a',
    'é',
    '請',
    '😀',
    '\u2028',
    'a"b',
    '\\',
    'length',
    'x'.repeat(64),
    'x'.repeat(65),
    'x'.repeat(512),
    'x'.repeat(513),
    'é'.repeat(300),
    [],
    {},
    [1],
    [[1, 2]],
    ['a', ''],
    [1, 'a'],
    [1.5],
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.jsonValue({ maxDepth: 2 }),
)

/** Equal values in other texts: keys with escapes, keys given twice, spaces, other numbers. */
function spelled(value: unknown, spelling: number): string {
  const text = JSON.stringify(value)
  if (spelling === 1)
    return text.replace(
      /"([a-z])([a-z_]*)":/,
      (_, first: string, rest: string) =>
        `"\\u${first.charCodeAt(0).toString(16).padStart(4, '0')}${rest}":`,
    )
  if (spelling === 2) return text.replace(/\{"([a-z_]+)":/, '{"$1":1,"$1":')
  if (spelling === 3) return text.replaceAll(',"', ' , "').replace(/:(-?\d+)([,}])/, ': $1.0e0 $2')
  // Anywhere in the line: a key twice, once with an escape; half a pair; a separator of lines.
  if (spelling === 4) return text.replace(/,"[a-z_]*":/, ',"\\u0061":1,"a":{"b":1,"b":2}$&')
  if (spelling === 5) return text.replace(/"(?=[,}\]])/, '\\ud83d"')
  if (spelling === 6) return text.replace(/"(?=[,}\]])/, '\u2029"')
  return text
}
