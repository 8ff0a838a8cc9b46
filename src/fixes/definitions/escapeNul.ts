// Keeps bytes of value 0 in strings, as \u0000.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { readSyntax } from '../syntax/readSyntax.ts'
import { applySplices } from '../textSplice.ts'

export const fix = defineFix({
  id: 'escapeNul',
  title: msg('Write NUL as \\u0000'),
  order: 103,
  codes: ['nul-byte'],
  safeForAll: false,
  propose({ text }) {
    const nuls = readSyntax(text).repairs.filter((repair) => repair.cause === 'nul-byte')
    const inString = placesInStrings(
      text,
      nuls.map(({ from }) => from),
    )
    if (inString.size === 0) return undefined
    const splices = nuls.map((nul) =>
      inString.has(nul.from) ? { ...nul, insert: '\\u0000' } : nul,
    )
    return { kind: 'replace', text: applySplices(text, splices) }
  },
  examples: [
    { code: 'nul-byte', before: '{"a": "b\0c"}', after: ['{"a": "b\\u0000c"}'] },
    { code: 'nul-byte', before: '["\0", "\\"\0"]\0', after: ['["\\u0000", "\\"\\u0000"]'] },
    { code: 'nul-byte', before: '{"鍵\0": 1}', after: ['{"鍵\\u0000": 1}'] },
  ],
})

/** Those of the places, which ascend, that have an odd number of quotes before them. */
function placesInStrings(text: string, places: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>()
  let isInside = false
  let at = 0
  for (const place of places) {
    for (; at < place; at++) {
      if (text[at] === '\\') at++
      else if (text[at] === '"') isInside = !isInside
    }
    if (isInside) found.add(place)
  }
  return found
}
