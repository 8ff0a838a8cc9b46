import fc from 'fast-check'

/**
 * Expressions in what JavaScript and the engine have in common, and texts for them. Only what matches
 * some character is repeated: of empty repeats the two keep different ones.
 */
const letter = fc.constantFrom('a', 'b', 'c', '-', '"', '7', 'é', '中')
export const { expression } = fc.letrec<{ expression: string; solid: string }>((tie) => ({
  solid: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    letter,
    fc.constantFrom('.', '\\d', '\\w', '\\.', '[a-c]', '[^ab]', 'abc', '\\x61'),
    fc.tuple(tie('solid'), tie('expression')).map(([a, b]) => a + b),
    fc.tuple(tie('solid'), tie('solid')).map(([a, b]) => `(?:${a}|${b})`),
    tie('solid').map((inner) => `(${inner})`),
  ),
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('solid'),
    fc.constantFrom('\\b', '^', '$'),
    fc
      .tuple(tie('solid'), fc.constantFrom('*', '+', '?', '*?', '+?', '??', '{2}', '{0,2}'))
      .map(([inner, repeat]) => `(?:${inner})${repeat}`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => a + b),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(?:${a}|${b})`),
  ),
}))
export const text = fc.array(fc.oneof(letter, fc.constantFrom('abc', 'ab', ' ', 'A')), {
  maxLength: 14,
})
