// Lines for property tests: JSON in all its spellings, and the same with a few bytes damaged.

import fc from 'fast-check'

const text = (value: string) => new TextEncoder().encode(value)

const space = fc.stringMatching(/^[ \t\r]{0,3}$/)

const number = fc.oneof(
  fc.double().filter(Number.isFinite).map(String),
  fc.integer().map(String),
  fc.stringMatching(/^-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?$/),
)

/** Pieces of a string as they stand in JSON text, raw and escaped. */
const stringPiece = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[ !#-[\]-~]{0,20}$/) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }).map(withoutSpecials) },
  { weight: 2, arbitrary: fc.stringMatching(/^[é一-鿿😀ก-๛א-ת]{0,12}$/u) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('\\n', '\\"', '\\\\', '\\/', '\\t', '\\b', '\\f', '\\r'),
  },
  { weight: 1, arbitrary: fc.stringMatching(/^\\u[0-9a-fA-F]{4}$/) },
)

function withoutSpecials(value: string): string {
  return Array.from(value)
    .filter((c) => c >= ' ' && c !== '"' && c !== '\\' && !isLoneSurrogate(c))
    .join('')
}

function isLoneSurrogate(c: string): boolean {
  return c.length === 1 && c >= '\ud800' && c <= '\udfff'
}

const string = fc.array(stringPiece, { maxLength: 6 }).map((pieces) => `"${pieces.join('')}"`)

const value = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom('true', 'false', 'null'),
    number,
    string,
    fc
      .array(fc.tuple(space, tie('value'), space), { maxLength: 6 })
      .map((items) => `[${items.map((item) => item.join('')).join(',')}]`),
    fc
      .array(fc.tuple(space, string, space, space, tie('value'), space), { maxLength: 6 })
      .map(
        (members) =>
          `{${members.map(([a, k, b, c, v, d]) => a + k + b + ':' + c + v + d).join(',')}}`,
      ),
  ),
})).value

/** A valid JSON text without line feed, as bytes. */
export const validLine = fc.tuple(space, value, space).map((parts) => text(parts.join('')))

/** Bytes that are likely to break a line, or to hit a special case of the grammar. */
const telling = fc.constantFrom(
  ...Buffer.from('{}[],:"\\\'+-.0123456789eEtrufalsnN/#* \t\r\0\x01\x1e\x1f\x7f'),
  ...Buffer.from('8080bfc0c2e0edeff0f4f5ff', 'hex'),
)

type Damage = { kind: 'set' | 'insert' | 'delete' | 'cut'; at: number; byte: number }

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('set', 'insert', 'delete', 'cut'),
  at: fc.nat(),
  byte: fc.oneof(telling, fc.nat(255)).filter((byte) => byte !== 10),
})

function damaged(line: Uint8Array, { kind, at, byte }: Damage): Uint8Array {
  const i = at % (line.length + 1)
  const head = line.subarray(0, i)
  if (kind === 'cut') return head
  if (kind === 'insert') return Uint8Array.of(...head, byte, ...line.subarray(i))
  const tail = line.subarray(i + 1)
  return kind === 'delete' ? Uint8Array.of(...head, ...tail) : Uint8Array.of(...head, byte, ...tail)
}

/** A valid line with up to three bytes changed, added or removed; may still be valid. */
export const mutatedLine = fc
  .tuple(validLine, fc.array(damage, { minLength: 1, maxLength: 3 }))
  .map(([line, damages]) => damages.reduce(damaged, line))

/** Short sequences of telling bytes: dense in special cases. */
const rawLine = fc
  .array(fc.oneof(telling, fc.constantFrom(0xe4, 0xbd, 0xa0, 0x9f, 0x98, 0x90, 0x8f)), {
    maxLength: 40,
  })
  .map((bytes) => Uint8Array.from(bytes))

export const anyLine = fc.oneof(validLine, mutatedLine, rawLine)
