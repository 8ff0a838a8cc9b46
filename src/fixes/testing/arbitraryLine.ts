// Lines of every kind for property tests: valid JSON, JSON with pieces of trouble thrown in, and
// plain noise.
import fc from 'fast-check'

const CHARACTERS = Array.from(
  '{}[](),:"\'`“”‘’\\/#*+-.0123456789eExnNTF_ \t\r\u0000\u0001\u001e\ufeff\u00a0，：；=>é中😀',
)
const WORDS =
  `null true None True NaN -Infinity undefined tru abc // /* */ "a" "b":1 'c' it's \\u00 \\n
  \\x41 \\' {"a": "}, \`\`\` data: "custom_id" "method" "url" "body" "messages" /v1/ C:\\a [{ }] 01
  007 0x1F .5 1. {'a': TRUE`.split(/\s+/)
const PIECES = [...CHARACTERS, ...WORDS, '"custom_id": ', '"b": 1']

/** Valid JSON texts with keys that formats know and all kinds of values, in various spacing. */
const arbitraryJson: fc.Arbitrary<string> = fc
  .tuple(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 0, 1))
  .map(([json, indent]) => {
    if (indent === 0) return json
    return JSON.stringify(JSON.parse(json), undefined, 1).replaceAll('\n', ' ')
  })

/** Valid JSON with some pieces inserted, removed or exchanged. */
export const damagedJson: fc.Arbitrary<string> = fc
  .tuple(
    arbitraryJson,
    fc.array(
      fc.record({
        at: fc.nat(),
        removed: fc.constantFrom(0, 0, 1, 1, 3),
        piece: fc.constantFrom('', ...PIECES),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([json, damages]) => {
    let text = json
    for (const { at, removed, piece } of damages) {
      const place = at % (text.length + 1)
      text = text.slice(0, place) + piece + text.slice(place + removed)
    }
    return text
  })

export const arbitraryLine: fc.Arbitrary<string> = fc.oneof(
  damagedJson,
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
  arbitraryJson,
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll('\n', ' ')),
)
