// Laws of arrays that become lines: nothing of an element changes, however the bytes arrive and wherever the
// file ends; and the WebAssembly engine does what the plain one does, for any bytes.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ElementEngine, WasmElements } from '../../scanner/elementEngine.ts'
import { PlainElements } from '../../scanner/testing/plainElements.ts'
import { loadScannerModule } from '../../scanner/testing/loadScanner.ts'
import type { LeftOut } from '../defineSource.ts'
import { readArray } from './readArray.ts'

const wasm = await loadScannerModule()
/** Each is used again and again: making one takes longer than what is tried with it. */
const fast = new WasmElements(wasm)
const plainly = new PlainElements()
const encoder = new TextEncoder()

interface Result {
  readonly lines: readonly string[]
  readonly left: readonly LeftOut[]
}

/** `sizes`: of the pieces, over and over. */
function convert(
  text: string,
  sizes: readonly number[] = [text.length * 3 + 1],
  { path = '', engine = fast }: { readonly path?: string; readonly engine?: ElementEngine } = {},
): Result {
  const bytes = encoder.encode(text)
  const decoder = new TextDecoder()
  const left: LeftOut[] = []
  let out = ''
  const sink = {
    write: (part: Uint8Array) => {
      out += decoder.decode(part, { stream: true })
    },
    leave: (part: LeftOut) => left.push(part),
  }
  const converter = readArray(path, sink, wasm, engine)
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] as number
    converter.push(bytes.subarray(at, at + size))
    at += size
  }
  converter.finish()
  const lines = out.split('\n')
  expect(lines.pop()).toBe('')
  return { lines, left }
}

const space = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r'), maxLength: 5 })
const spaces = fc.infiniteStream(space)
const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 })
const numeral = fc.constantFrom('0', '-0.0', '1.10', '12345678901234567890', '1E+2', '-1e-07')
const quoted = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  fc
    .string({
      unit: fc.constantFrom('a', '\\\\', '\\"', '\\u0041', '[', '}', ',', '{', ' ', '\\n'),
    })
    .map((text) => `"${text}"`),
)

/** A JSON text, as tokens: whitespace may stand between them. */
const { value: tokens } = fc.letrec<{ value: string[] }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(numeral, fc.constantFrom('true', 'false', 'null'), quoted).map((word) => [word]),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => ['[', ...commas(items), ']']),
    fc
      .array(fc.tuple(quoted, tie('value')), { maxLength: 4 })
      .map((members) => ['{', ...commas(members.map(([key, of]) => [key, ':', ...of])), '}']),
  ),
}))

const commas = (items: readonly string[][]): string[] =>
  items.flatMap((item, i) => (i === 0 ? item : [',', ...item]))

/** An array, its elements as they stand in it, and where each of them ends. */
const array = fc.tuple(fc.array(tokens, { maxLength: 8 }), spaces).map(([items, drawn]) => {
  const elements: string[] = []
  const ends: number[] = []
  let text = `${drawn.next().value}[`
  items.forEach((item, i) => {
    text += `${i === 0 ? '' : ','}${drawn.next().value}`
    const element = item
      .map((token, at) => (at === 0 ? token : `${drawn.next().value}${token}`))
      .join('')
    text += element
    elements.push(element)
    ends.push(encoder.encode(text).length)
    text += drawn.next().value
  })
  return { text: `${text}]${drawn.next().value}`, elements, ends }
})

/** Without what stands between tokens and holds a line break, told in another way than the engines do. */
function onOneLine(element: string): string {
  return element.replaceAll(
    /("(?:[^"\\]|\\.)*")|[ \t\r\n]*[\r\n][ \t\r\n]*/gs,
    (_all, text?: string) => text ?? '',
  )
}

describe('an array', () => {
  test('becomes lines that have the bytes of its elements', () => {
    fc.assert(
      fc.property(array, sizes, ({ text, elements }, cut) => {
        expect(convert(text, cut)).toEqual({ lines: elements.map(onOneLine), left: [] })
      }),
    )
  })

  test('and an array again, with the same values', () => {
    fc.assert(
      fc.property(array, ({ text }) => {
        const again = `[${convert(text).lines.join(',')}]`
        expect(JSON.parse(again)).toEqual(JSON.parse(text))
      }),
    )
  })

  test('that is cut anywhere gives the elements that were whole, and tells of the rest', () => {
    fc.assert(
      fc.property(array, fc.double({ min: 0, max: 1, noNaN: true }), sizes, (drawn, part, cut) => {
        const bytes = encoder.encode(drawn.text)
        const to = Math.floor(bytes.length * part)
        const text = new TextDecoder().decode(bytes.subarray(0, to))
        const { lines, left } = convert(text, cut)
        // A number at the very end may have had more digits; other values are whole.
        const whole = drawn.ends.filter(
          (end, i) => end < to || (end === to && /[\]}"]$/.test(drawn.elements[i] as string)),
        )
        expect(lines).toEqual(drawn.elements.slice(0, whole.length).map(onOneLine))
        const isWhole = drawn.text.slice(0, text.length).trimEnd() === drawn.text.trimEnd()
        if (!isWhole) expect(left).toHaveLength(1)
        else expect(left).toEqual([])
      }),
    )
  })

  test('at a path gives the same lines, and the keys around it are told of', () => {
    const key = fc.string({ unit: 'binary', minLength: 1 }).map((text) => JSON.stringify(text))
    fc.assert(
      fc.property(array, tokens, key, key, sizes, ({ text, elements }, other, a, b, cut) => {
        fc.pre(a !== b)
        const around = `{${b}: ${other.join('')},${a}:{${a}:${text}, ${b}:1}}`
        const path = `[${a}][${a}]`
        const { lines, left } = convert(around, cut, { path })
        expect(lines).toEqual(elements.map(onOneLine))
        expect(left.map(({ reason }) => JSON.parse(JSON.stringify(reason.values)))).toEqual([
          { key: JSON.parse(b) },
          { key: JSON.parse(b) },
        ])
      }),
    )
  })
})

describe('any bytes', () => {
  const part = fc.constantFrom(
    '[',
    ']',
    '{',
    '}',
    '"',
    ',',
    ':',
    '\\',
    '\n',
    ' ',
    '1',
    '{"id":',
    '"a"',
    ',{"id":',
    '{"id":1}',
    ',\n  {"id":',
    ',\n  {"id":2}',
    'null',
    'NaN',
    'x'.repeat(61),
  )
  const garbage = fc
    .array(part, { maxLength: 40 })
    .map((parts) => `[{"id":0},\n  {"id":0},${parts.join('')}`)

  test('are read alike by both engines, however they arrive', () => {
    fc.assert(
      fc.property(garbage, sizes, (text, cut) => {
        const plain = convert(text, [1], { engine: plainly })
        expect(convert(text, cut)).toEqual(plain)
        expect(convert(text)).toEqual(plain)
      }),
      { numRuns: 300 },
    )
  })

  test('become lines that are the text between two places, or are told of', () => {
    fc.assert(
      fc.property(garbage, (text) => {
        for (const line of convert(text).lines) expect(onOneLine(text)).toContain(line)
      }),
    )
  })
})

test('elements that are larger than a piece and the output', () => {
  const large = `{"a": "${'x'.repeat(700_000)}",\n "b": [\n${'1,\n'.repeat(300_000)}2]}`
  const text = `[1,${large},\n${large}, 2]`
  const line = onOneLine(large)
  expect(convert(text)).toEqual({ lines: ['1', line, line, '2'], left: [] })
  expect(convert(text, [65_537]).lines).toEqual(['1', line, line, '2'])
})
