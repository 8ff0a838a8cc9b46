// Law: whatever the lines are and however they are cut into chunks, the fields and counts are those that a reader finds
// who looks at each line.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadScannerModule } from '../../../scanner/testing/loadScanner.ts'
import { runs } from '../../../tooling/runs.ts'
import { FieldReader } from './fieldReader.ts'
import { findFields } from './findFields.ts'

const key = fc.constantFrom('a', 'b', 'c', 'a longer key', '', '"', 'é', '\ud800')
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    { weight: 2, arbitrary: fc.constantFrom(1, 'x', null, 'y\n') },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 2 }) },
    { weight: 4, arbitrary: fc.dictionary(key, tie('value'), { maxKeys: 4 }) },
  ),
})).value
/** Some with a key that stands twice, and with white space. */
const line = fc.tuple(value, fc.nat(3), value).map(([drawn, way, other]) => {
  const text = JSON.stringify(drawn)
  if (way < 2) return text
  if (way === 2) return JSON.stringify(drawn, null, ' ').replaceAll('\n', ' ')
  return `{"a":${JSON.stringify(other)},"b":{"a":1,"c":${text},"a":${text}},"a" : ${text}}`
})

async function findIn(
  lines: readonly string[],
  isFlat: boolean,
  linesPerChunk: number,
): Promise<{ readonly found: FieldReader; readonly plain: FieldReader }> {
  const plain = FieldReader.finding(isFlat)
  for (const one of lines) plain.read(one, 0)
  const found = FieldReader.finding(isFlat)
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < lines.length; i += linesPerChunk) {
      const some = lines.slice(i, i + linesPerChunk)
      yield new TextEncoder().encode(some.map((one) => `${one}\n`).join(''))
    }
  }
  await findFields(chunks(), found, await loadScannerModule())
  return { found, plain }
}

test('of drawn lines', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 6 }),
      fc.array(fc.nat(5), { maxLength: 12 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 8 }),
      async (drawn, again, isFlat, linesPerChunk) => {
        const lines = [...drawn, ...again.flatMap((i) => drawn[i] ?? [])]
        const { found, plain } = await findIn(lines, isFlat, linesPerChunk)
        expect(found.fields).toEqual(plain.fields)
        expect(found.linesWithMore).toBe(plain.linesWithMore)
      },
    ),
    runs(500),
  )
})

test.each([true, false])('more fields than there are places for, flat: %s', async (isFlat) => {
  const lines = Array.from({ length: 9000 }, (_, i) => {
    const name = `field ${i % 1500}`.padEnd(i % 11 === 0 ? 250 : 1, '.')
    return `{"id":${i},"of":{"${name}":1,"x":{}},"${name}":[]}`
  })
  const { found, plain } = await findIn([...lines, ...lines.slice(0, 500)], isFlat, 700)
  expect(plain.linesWithMore).toBeGreaterThan(1000)
  expect(found.fields).toEqual(plain.fields)
  expect(found.linesWithMore).toBe(plain.linesWithMore)
})
