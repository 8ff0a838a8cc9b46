// Law: a table parsed again by any reader of CSV has, in every cell, what JSON.parse and a plain evaluation of the
// column's path find in the line.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../tooling/runs.ts'
import { formatColumn, parseColumn } from './columns/exportColumn.ts'
import { exportText } from './testing/exportText.ts'

type Step = string | number
type Path = readonly Step[]
type Arrays = 'json' | 'joined' | 'counted' | 'rows'
interface Column {
  readonly path: Path
  readonly isLength: boolean
}

/** What a table of RFC 4180 says, by the letter of it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < text.length; ) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === '"') at++
        cell += text[at]
      }
      at++
    } else while (text[at] !== ',' && text[at] !== '\r') cell += text[at++]
    row.push(cell)
    if (text[at] === ',') {
      at++
      continue
    }
    expect(text.slice(at, at + 2)).toBe('\r\n')
    rows.push(row)
    row = []
    at += 2
  }
  return rows
}

const name = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('a', 'b', '__proto__') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a.b', '', 'x"y', 'é', 'constructor', 'a longer key', '\ud800'),
  },
)
const strings = fc.constantFrom(
  '',
  'a',
  'a, b',
  '"quoted"',
  'line\r\nbreak',
  ' space',
  'é中😀',
  '\\',
  '\t',
  'null',
  '12',
  'x'.repeat(60),
  'a "b" \n'.repeat(12),
  '\u0000\u001f/',
)
const numbers = fc.constantFrom('0', '-1', '1.0', '1e5', '9007199254740993', '-0.10E+2', '0.1')
const values = (mayRepeat: boolean) =>
  fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      strings,
      numbers.map((raw) => ({ raw })),
      fc.constantFrom(true, false, null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc
        .array(fc.tuple(name, tie('value')), { maxLength: 5 })
        .map((entries) => ({ entries: mayRepeat ? entries : [...new Map(entries)] })),
    ),
  })).value

/** As JSON; `style` says with which spaces and escapes. */
function write(value: unknown, style: number): string {
  const space = style & 1 ? ' ' : ''
  if (typeof value === 'string') {
    if (style & 2) {
      return `"${[...Array(value.length).keys()].map((i) => `\\u${value.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')}"`
    }
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) {
    return `[${space}${value.map((one) => write(one, style)).join(`,${space}`)}${space}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if ('raw' in value) return value.raw as string
  const { entries } = value as { entries: [string, unknown][] }
  return `{${entries.map(([key, one]) => `${space}${write(key, style)}${space}:${space}${write(one, style)}`).join()}${space}}`
}

interface Drawn {
  readonly value: unknown
  readonly text: string
}

/** `mayRepeat`: keys, and in which case there may be spaces and escapes as well. */
function drawnLines(mayRepeat: boolean): fc.Arbitrary<Drawn[]> {
  const line = fc
    .tuple(values(mayRepeat), mayRepeat ? fc.nat(3) : fc.constant(0))
    .map(([value, style]) => ({ value, text: write(value, style) }))
    // What is compared as it is written has to be what JSON.stringify writes.
    .filter(({ text }) => mayRepeat || JSON.stringify(JSON.parse(text)) === text)
  return fc.array(line, { maxLength: 6 })
}

/** All places in a drawn value, those that a later key takes the place of as well. */
function placesIn(value: unknown, path: Path = []): Path[] {
  const children: [Step, unknown][] = Array.isArray(value)
    ? value.map((one, i) => [i, one])
    : typeof value === 'object' && value !== null && 'entries' in value
      ? (value.entries as [string, unknown][])
      : []
  return [path, ...children.flatMap(([step, one]) => placesIn(one, [...path, step]))]
}

/** Columns that are places of the lines mostly, with some of their indexes from the end or for all. */
function columnsOf(lines: readonly Drawn[]): fc.Arbitrary<Column[]> {
  const places = lines.flatMap(({ value }) => placesIn(value)).filter((path) => path.length > 0)
  const anywhere = fc.array(fc.oneof(name, fc.constantFrom<Step>('*', 0, 1, -1)), {
    minLength: 1,
    maxLength: 3,
  })
  const somewhere = fc
    .tuple(places.length > 0 ? fc.constantFrom(...places) : anywhere, fc.nat(8))
    .map(([path, way]) =>
      path.map((step, i): Step => {
        if (typeof step !== 'number') return step
        return way % 3 === i % 3 ? '*' : way > 6 ? -1 : step
      }),
    )
  return fc.uniqueArray(
    fc.record({
      path: fc.oneof({ weight: 4, arbitrary: somewhere }, { weight: 1, arbitrary: anywhere }),
      isLength: fc.nat(4).map((n) => n === 0),
    }),
    { minLength: 1, maxLength: 5, selector: nameOf },
  )
}

const nameOf = ({ path, isLength }: Column): string => {
  const text = path
    .map((step) =>
      step === '*' ? '[*]' : typeof step === 'number' ? `[${step}]` : `[${JSON.stringify(step)}]`,
    )
    .join('')
  return isLength ? `length(${text})` : text
}

function valuesAt(value: unknown, path: Path): unknown[] {
  const [step, ...rest] = path
  if (step === undefined) return [value]
  if (step === '*') {
    return Array.isArray(value) ? value.flatMap((one) => valuesAt(one, rest)) : []
  }
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value) !== (typeof step === 'number')) return []
  const key = typeof step === 'number' && step < 0 ? (value as unknown[]).length + step : step
  return Object.hasOwn(value, key) ? valuesAt((value as Record<string, unknown>)[key], rest) : []
}

function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'string') return Array.from(value).length
  return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined
}

/** A cell, as a check of its text: `undefined` for an empty one. */
type Expected = { readonly is: unknown } | { readonly text: string } | undefined

function single(value: unknown, isLength: boolean): Expected {
  const shown = isLength ? lengthOf(value) : value
  return shown === undefined || shown === null ? undefined : { is: shown }
}

const read = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** The rows of a line. */
function rowsOf(line: unknown, columns: readonly Column[], arrays: Arrays): Expected[][] {
  const cells = columns.map(({ path, isLength }): Expected | Expected[] => {
    const isMany = path.includes('*')
    const found = valuesAt(line, path)
    if (found.length === 0)
      return isMany && arrays === 'rows' ? elements(line, path, isLength) : undefined
    if (arrays === 'rows' && (isMany || (Array.isArray(found[0]) && !isLength))) {
      return elements(line, path, isLength)
    }
    const list = isMany
      ? found
      : Array.isArray(found[0]) && !isLength
        ? (found[0] as unknown[])
        : undefined
    if (!list) return single(found[0], isLength)
    const shown = isLength ? list.map((one) => lengthOf(one) ?? null) : list
    if (arrays === 'counted') return { is: list.length }
    return arrays === 'joined' ? { text: shown.map(read).join('; ') } : { is: shown }
  })
  const count = Math.max(1, ...cells.map((cell) => (Array.isArray(cell) ? cell.length : 1)))
  return Array.from({ length: count }, (_, row) =>
    cells.map((cell) => (Array.isArray(cell) ? cell[row] : cell)),
  )
}

/** Of the array that becomes rows, what each element has. */
function elements(line: unknown, path: Path, isLength: boolean): Expected[] | undefined {
  const at = path.includes('*') ? path.indexOf('*') : path.length
  const rest = path.slice(at + 1)
  const list = valuesAt(line, [...path.slice(0, at), '*'])
  if (list.length === 0 && path.includes('*')) return undefined
  return list.map((element) => {
    const found = valuesAt(element, rest)
    if (found.length === 0) return undefined
    if (!rest.includes('*')) return single(found[0], isLength)
    return { is: isLength ? found.map((one) => lengthOf(one) ?? null) : found }
  })
}

function check(cell: string | undefined, expected: Expected, line: string): void {
  if (!expected) expect(cell).toBe('')
  else if ('text' in expected) expect(cell).toBe(expected.text)
  else if (typeof expected.is === 'string') expect(cell).toBe(expected.is)
  else {
    expect(JSON.parse(cell ?? '')).toEqual(expected.is)
    // As it is written.
    if (typeof expected.is === 'number' && (cell ?? '').match(/[.e]|\d{16}/i)) {
      expect(line).toContain(cell)
    }
  }
}

describe.each<Arrays>(['json', 'joined', 'counted', 'rows'])('arrays %s', (arrays) => {
  test('cells are what a plain evaluation finds', async () => {
    // Elements that are joined are compared as they are written.
    const drawn = drawnLines(arrays !== 'joined')
    await fc.assert(
      fc.asyncProperty(
        drawn.chain((lines) =>
          fc.tuple(fc.constant(lines.map(({ text }) => text)), columnsOf(lines)),
        ),
        fc.constantFrom(1, 7, 1000),
        async ([lines, columns], chunkBytes) => {
          const { text } = await exportText(
            'csv',
            lines,
            {
              fields: columns.map(nameOf),
              arrays,
              formulaSafe: false,
              byteOrderMark: false,
              header: false,
            },
            chunkBytes,
          )
          const rows = parseCsv(text)
          const expected = lines.flatMap((one) =>
            rowsOf(JSON.parse(one), columns, arrays).map((row) => ({ one, row })),
          )
          expect(rows).toHaveLength(expected.length)
          expected.forEach(({ one, row }, at) => {
            row.forEach((cell, i) => check(rows[at]?.[i], cell, one))
          })
        },
      ),
      runs(500),
    )
  })
})

test('fields as JSONL are a plain evaluation of their paths', async () => {
  await fc.assert(
    fc.asyncProperty(
      drawnLines(true).chain((lines) =>
        fc.tuple(fc.constant(lines.map(({ text }) => text)), columnsOf(lines)),
      ),
      async ([lines, columns]) => {
        const { text } = await exportText('jsonlFields', lines, {
          fields: columns.map(nameOf),
          nested: 'flat',
        })
        const written = text.split('\n')
        expect(written.pop()).toBe('')
        expect(written).toHaveLength(lines.length)
        // A field whose members are fields as well is told by them, which the other law leaves out.
        const isInside = ({ path }: Column) =>
          columns.some(
            (other) =>
              path.every((step, i) => other.path[i] === step) && other.path.length > path.length,
          )
        lines.forEach((one, at) => {
          const members = Object.values(JSON.parse(written[at] as string) as object)
          const expected = columns.flatMap((one_) => {
            const found = valuesAt(JSON.parse(one), one_.path)
            if (found.length === 0) return []
            const shown = one_.isLength ? found.map(lengthOf) : found
            if (one_.path.includes('*')) return [shown.map((value) => value ?? null)]
            return shown[0] === undefined ? [] : [shown[0]]
          })
          if (!columns.some(isInside)) expect(members).toEqual(expected)
        })
      },
    ),
    runs(300),
  )
})

test('columns are read as they are written', () => {
  for (const text of [
    'a.b',
    '$',
    'messages[*].content',
    'length(a["x ?? y"])',
    '"my \\"name\\": ": a[0] ?? b',
    'a[-1] ?? ["b ?? c"] ?? length(d)',
  ]) {
    const column = parseColumn(text)
    expect(column && formatColumn(column)).toBe(text)
  }
  for (const text of ['a[', 'a ?? b[', 'length(a[)', 'a..b', '"\\x": a', '"a: b'])
    expect(parseColumn(text)).toBeUndefined()
})

test('of several paths the first that a line has is written, null too', async () => {
  const { text } = await exportText(
    'csv',
    ['{"b":1}', '{"a":null,"b":2}', '{"a":"x","b":3}', '{"c":4}'],
    { fields: ['a ?? b'], byteOrderMark: false, nulls: 'word' },
  )
  expect(text).toBe('a\r\n1\r\nnull\r\nx\r\n""\r\n')
})

test('values of one line beyond the room for events of the scanner', async () => {
  const elements = Array.from({ length: 200_000 }, (_, i) => `{"v":${i}}`)
  const { text } = await exportText(
    'csv',
    [`{"m":[${elements.join()}],"n":"x"}`, '{"m":[{"v":1}],"m":[{"v":2}],"n":"y"}'],
    { fields: ['n', 'm[*].v'], arrays: 'rows', byteOrderMark: false, header: false },
  )
  const rows = text.split('\r\n')
  expect(rows).toHaveLength(200_002)
  expect(rows[199_999]).toBe('x,199999')
  expect(rows[200_000]).toBe('y,2')
})
