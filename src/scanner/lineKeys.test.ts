import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastMembers } from '../json/lastMembers.ts'
import { runs } from '../tooling/runs.ts'
import type { LineWay, PlanStep } from './fieldPlan.ts'
import { LINE_KEY, LineKeys } from './lineKeys.ts'
import { loadScannerModule } from './testing/loadScanner.ts'
import { plainSipHash } from './testing/plainSipHash.ts'

const SECRET = [0x0706_0504_0302_0100n, 0x0f0e_0d0c_0b0a_0908n] as const
const encoder = new TextEncoder()
const decoder = new TextDecoder()

const wasm = await loadScannerModule()

/** [line]: its key as text, or what else became of it. */
function keysOf(
  text: string,
  fields: readonly (readonly PlanStep[])[],
  way: LineWay = 'plain',
  chunk = 1 << 20,
): (string | number)[] {
  const keys = new LineKeys(
    wasm,
    fields,
    {
      readWords: () => {},
      wayOf: () => way,
      plainLine: (bytes) => encoder.encode(lastMembers(decoder.decode(bytes))),
    },
    SECRET,
  )
  const found: (string | number)[] = []
  const take = (batches: ReturnType<LineKeys['push']>): void => {
    for (const { count, status, halves, checks } of batches) {
      for (let i = 0; i < count; i++) {
        found.push(
          status[i] === LINE_KEY.hasKey
            ? `${halves[2 * i]} ${halves[2 * i + 1]} ${checks[i]}`
            : (status[i] as number),
        )
      }
    }
  }
  const bytes = encoder.encode(text)
  for (let at = 0; at < bytes.length; at += chunk) take(keys.push(bytes.subarray(at, at + chunk)))
  take(keys.finish())
  return found
}

function plainKey(text: string): string {
  const { low, high } = plainSipHash(SECRET, [16, 0, 0, 0, 0, 0, 0, 0, ...encoder.encode(text)])
  const mask = 0xffff_ffffn
  return `${low & mask} ${low >> 32n} ${high & mask}`
}

test('the key of a whole line is the hash of its bytes, without its end', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ unit: 'binary', maxLength: 40 }).map((s) => s.replaceAll(/[\r\n]/g, 'x')),
        { minLength: 1 },
      ),
      fc.integer({ min: 1, max: 50 }),
      (lines, chunk) => {
        const wanted = lines.map((line) => plainKey(line.toWellFormed()))
        expect(keysOf(`${lines.join('\r\n')}\n`, [], 'plain', chunk)).toEqual(wanted)
      },
    ),
    runs(200),
  )
})

test('the plain hash is SipHash as others have it', () => {
  const bytes = Array.from({ length: 15 }, (_, i) => i)
  // The example of the paper, and the first of the vectors of its authors for 128 bits.
  expect(plainSipHash(SECRET, bytes, { c: 2, d: 4, is128: false }).low).toBe(0xa129ca6149be45e5n)
  expect(plainSipHash(SECRET, [], { c: 2, d: 4, is128: true })).toEqual({
    low: 0xe6a825ba047f81a3n,
    high: 0x930255c71472f66dn,
  })
})

/** What a value is, whatever it is written like; of numbers by their exact value. */
function canonical(text: string): string {
  return JSON.stringify(
    JSON.parse(
      lastMembers(text).replaceAll(/("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*)/g, (_, string, number) =>
        typeof string === 'string' ? string : JSON.stringify(`#${exact(number as string)}`),
      ),
      (_, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? ['object', ...Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))]
          : value,
    ),
  )
}

function exact(number: string): string {
  const [, sign = '', whole = '', part = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? []
  const digits = `${whole}${part}`.replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  if (significant === '') return '0'
  const scale = BigInt(exponent) - BigInt(part.length) + BigInt(digits.length - significant.length)
  return `${sign}${significant}e${scale}`
}

const anyNumber = fc.oneof(
  fc.constantFrom('0', '-0', '0.0', '1', '1.0', '1e0', '10', '1E+1', '0.1e2', '100e-2', '12.50'),
  fc.constantFrom('9007199254740993', '9007199254740992', '9007199254740992.0', '1e400', '1e401'),
  fc.constantFrom('-1', '1e99999999999999999999', '0.000', '0e5', '1250e-2', '12.5'),
)
/** The same few characters, as they are or as escapes. */
const anyString = fc
  .array(
    fc.constantFrom(
      'a',
      '\\u0061',
      '\\n',
      '\\u000A',
      'é',
      '\\u00e9',
      '😀',
      '\\ud83d\\ude00',
      '\\ud83d',
      '/',
      '\\/',
      '0123456789',
    ),
    { maxLength: 6 },
  )
  .map((parts) => `"${parts.join('')}"`)
const anySpace = fc.constantFrom('', ' ', '\t')
const anyValue = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { withCrossShrink: true, depthSize: 'small' },
    fc.constantFrom('true', 'false', 'null', '""', '[]', '{}', '[[]]'),
    anyNumber,
    anyString,
    fc
      .tuple(anySpace, fc.array(tie('value'), { maxLength: 3 }))
      .map(([space, items]) => `[${space}${items.join(`,${space}`)}${space}]`),
    fc
      .tuple(
        anySpace,
        fc.array(fc.tuple(fc.constantFrom('"a"', '"\\u0061"', '"b"'), tie('value')), {
          maxLength: 3,
        }),
      )
      .map(
        ([space, members]) =>
          `{${space}${members.map(([key, value]) => `${key}${space}:${value}`).join(`,${space}`)}}`,
      ),
  ),
})).value

describe('keys of fields', () => {
  test('are equal where values are, however they are written', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { minLength: 2, maxLength: 20 }), (values) => {
        const text = `${values.map((value) => `{"x":0,"v": ${value} ,"y":1}`).join('\n')}\n`
        const keys = keysOf(text, [['v']], 'by-asking')
        expect(sameness(keys)).toEqual(sameness(values.map(canonical)))
      }),
      runs(1000),
    )
  })

  test('tell a missing field from null, and fields from each other', () => {
    const keys = keysOf(
      ['{"a":1}', '{"b":1}', '{"a":1,"b":null}', '{"b":null,"a":1.0}', '{"c":1}', '7', '[1]'].join(
        '\n',
      ),
      [['a'], ['b']],
    )
    expect(sameness(keys.slice(0, 4))).toEqual([0, 1, 2, 2])
    expect(keys.slice(4)).toEqual(Array.from({ length: 3 }, () => LINE_KEY.hasNone))
  })

  test('of indexes, of nested fields, and of a field within a field', () => {
    const text = ['{"m":[{"r":1},{"r":2}]}', '{"m":[{"r":2}]}', '{"m":[]}'].join('\n')
    expect(sameness(keysOf(text, [['m', -1, 'r']]).slice(0, 2))).toEqual([0, 0])
    expect(keysOf(text, [['m', -1, 'r']])[2]).toBe(LINE_KEY.hasNone)
    expect(sameness(keysOf(text, [['m'], ['m', 0, 'r']]))).toEqual([0, 1, 2])
  })

  test('are none of lines that are not JSON, blank, or deeper than lines may be', () => {
    expect(keysOf('{"a":1}', [['a']], 'unread')).toEqual([LINE_KEY.notJson])
    expect(keysOf(' \t\n', [['a']], 'blank')).toEqual([LINE_KEY.blank])
    expect(keysOf(' \t\n', [], 'blank')).toEqual([LINE_KEY.blank])
    expect(keysOf('{"a":[1', [['a']])).toEqual([LINE_KEY.notJson])
    const deep = `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`
    expect(keysOf(deep, [['a']])).toEqual([LINE_KEY.notJson])
  })

  test('do not depend on where chunks end', () => {
    const text = Array.from({ length: 30 }, (_, i) => `{"a":"${'x'.repeat(i % 7)}\\n"}`).join('\n')
    expect(keysOf(text, [['a']], 'plain', 5)).toEqual(keysOf(text, [['a']]))
  })
})

/** [i]: the first that is the same. */
function sameness(values: readonly unknown[]): number[] {
  return values.map((value) => values.indexOf(value))
}
