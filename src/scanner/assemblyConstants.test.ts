// Constants that the WebAssembly module and the TypeScript side both need. AssemblyScript cannot import
// the latter's, so its sources are read.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DETAIL_KEPT_VALUES } from '../contracts/fieldStatistics.ts'
import { MAX_FIELDS } from '../fields/fieldFigures.ts'
import { CAPTURE_ABSENT, CAPTURE_KINDS } from './captures.ts'
import { ELEMENT_PHASES, ELEMENT_STOPS } from './elementEngine.ts'
import { MAX_NEEDLE } from './literalSearch.ts'
import { LINK_CODES } from './linkWords.ts'
import { RULE } from './planParts.ts'
import { EMPTY_FLAGS, INFERRED_FLAG, ROW_STOPS } from './rowEngine.ts'
import { MAX_CAPTURES, MAX_PLAN_BYTES } from './scanPlan.ts'
import { LINE_FLAGS, MAX_LINES, MAX_SHAPES, TAG_UNKNOWN } from './scanner.ts'

test('flags of lines', () => {
  const { CRLF, NO_FINAL_LF, NON_ASCII, LEADING_BOM, IS_OBJECT, IS_ARRAY, ...others } = constantsOf(
    'lines.ts',
    'u8',
  )
  expect(LINE_FLAGS).toEqual({
    crlf: CRLF,
    noFinalLf: NO_FINAL_LF,
    nonAscii: NON_ASCII,
    leadingBom: LEADING_BOM,
    isObject: IS_OBJECT,
    isArray: IS_ARRAY,
    doubledKey: others['HAS_DOUBLED_KEY'],
    oddText: others['HAS_ODD_TEXT'],
  })
})

test('rules of the nodes of a plan', () => {
  const rules = Object.entries(constantsOf('plan.ts', 'u32')).filter(
    ([name]) => name !== 'CAPTURE_SHIFT',
  )
  const named = rules.map(([name, bit]) => [camelCase(name), bit] as const)
  expect(RULE).toEqual(Object.fromEntries(named))
})

test('what texts are to the links of a line', () => {
  const constants = constantsOf('links.ts', 'u32')
  const names = Object.keys(LINK_CODES).map((name) => name.replace('K', '_K').toUpperCase())
  expect(names.map((name) => constants[name])).toEqual(Object.values(LINK_CODES))
})

test('kinds of captured values', () => {
  const kinds = Object.entries(constantsOf('capture.ts', 'u8')).map(
    ([name, kind]) =>
      [
        name
          .replace(/_VALUE$/, '')
          .replace('_', '-')
          .toLowerCase(),
        kind,
      ] as const,
  )
  expect(kinds).toEqual(CAPTURE_KINDS.map((name, kind) => [name, kind]).slice(1))
})

test('what comes of reading elements, and what may come next', () => {
  const upperCase = (name: string): string => name.replace('-', '_').toUpperCase()
  const numbered = (names: readonly string[]) =>
    Object.fromEntries(names.map((name, i) => [upperCase(name), i] as const))
  expect(constantsOf('elements.ts', 'i32')).toEqual(numbered(ELEMENT_STOPS))
  expect(constantsOf('elements.ts', 'u32')).toMatchObject(numbered(ELEMENT_PHASES))
})

test('what comes of reading rows of a table, and what becomes of their values', () => {
  expect(constantsOf('table.ts', 'i32')).toEqual(
    Object.fromEntries(ROW_STOPS.map((name, i) => [name.toUpperCase(), i])),
  )
  const { EMPTY_NULL, EMPTY_OMITTED, INFERRED } = constantsOf('table.ts', 'u32')
  expect([0, EMPTY_NULL, EMPTY_OMITTED, INFERRED]).toEqual([
    EMPTY_FLAGS.text,
    EMPTY_FLAGS.null,
    EMPTY_FLAGS.omitted,
    INFERRED_FLAG,
  ])
})

test('bounds of figures of fields', () => {
  expect(constantsOf('statisticsValues.ts', 'u32')['TARGET_LIMIT']).toBe(DETAIL_KEPT_VALUES)
  expect(constantsOf('statisticsMemory.ts', 'u32')['MOST_FIELDS']).toBe(MAX_FIELDS)
})

test('sizes of tables, and values that stand for nothing', () => {
  const memory = { ...constantsOf('memory.ts', '\\w+'), ...constantsOf('shapes.ts', 'u32') }
  expect(memory).toMatchObject({
    MAX_LINES,
    MAX_SHAPES,
    MAX_CAPTURES,
    MAX_NEEDLE,
    PLAN_SIZE: MAX_PLAN_BYTES,
    ABSENT: CAPTURE_ABSENT,
    UNKNOWN: TAG_UNKNOWN,
  })
})

/** Constants of a type that are written as numbers; `type` is a pattern. */
function constantsOf(file: string, type: string): Record<string, number> {
  const text = readFileSync(new URL(`./assembly/${file}`, import.meta.url), 'utf8')
  const pattern = new RegExp(`^(?:export )?const (\\w+): ${type} = (0x[\\da-f]+|\\d+)$`, 'gm')
  const found = [...text.matchAll(pattern)].map(([, name = '', value]) => [name, Number(value)])
  return Object.fromEntries(found) as Record<string, number>
}

/** 'STRING_TEXT' becomes 'stringText'. */
function camelCase(name: string): string {
  return name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
