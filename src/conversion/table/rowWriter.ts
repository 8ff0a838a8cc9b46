// Rows of a table as lines of JSON, and what is told of rows that do not fit their header.
import { msg, type Message } from '../../i18n/message.ts'
import type { OddSigns, RowValues } from '../../scanner/rowEngine.ts'
import type { LineSink, OptionValues } from '../defineSource.ts'
import { freeName, nameColumns } from './columnNames.ts'
import { inferValue } from './inferValue.ts'
import { LineOutput } from '../lineOutput.ts'
import { ROW_LIMIT, type RowProblem } from './rowReader.ts'

const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const COMMA = 0x2c
const LF = 0x0a
/** Code units of a row that are shown with what is told of it. */
const SHOWN = 100
const EMPTY_VALUES = ['text', 'null', 'omitted'] as const

export class RowWriter {
  readonly #sink: LineSink
  readonly #hasHeader: boolean
  readonly #isInferred: boolean
  readonly #empty: RowValues['empty']
  readonly #isTrimmed: boolean
  readonly #output: LineOutput
  /** Of each column: its name as JSON. */
  #names: readonly string[] | undefined
  /** The same as bytes, with the colon behind it. */
  #keys: readonly Uint8Array[] | undefined
  #extraKey = ''
  /** Signs that are told of, came, and were not met yet. */
  readonly #expected = new Set<OddSign>()
  readonly #told = new Set<OddSign>()

  constructor(options: OptionValues, sink: LineSink) {
    this.#sink = sink
    this.#output = new LineOutput(sink)
    this.#hasHeader = options['header'] !== 'no'
    this.#isInferred = options['types'] === 'inferred'
    this.#empty = EMPTY_VALUES.find((each) => each === options['empty']) ?? 'text'
    this.#isTrimmed = options['trim'] === 'yes'
  }

  add(fields: string[], row: number, problem: RowProblem | undefined): void {
    if (this.#isTrimmed) for (const [index, field] of fields.entries()) fields[index] = field.trim()
    if (problem) this.#tell(PROBLEMS[problem], fields, row)
    if (this.#expected.size > 0) this.#lookFor(fields, row)
    if (!this.#keys) {
      this.#nameColumns(fields, row)
      if (this.#hasHeader) return
    }
    this.#write(fields, row)
  }

  /** Names of the columns as JSON; undefined until a row has come that says how many there are. */
  get keys(): readonly string[] | undefined {
    return this.#names
  }

  /** What becomes of values where nothing else is done with them. */
  get values(): RowValues | undefined {
    if (this.#isTrimmed) return undefined
    return { empty: this.#empty, isInferred: this.#isInferred }
  }

  /** Whether rows are searched for signs that are to be told of. */
  get isLooking(): boolean {
    return this.#expected.size > 0
  }

  /** Tells of the first row that has a sign which is rarely meant: rows are searched when one has come. */
  expectOddSigns({ hasNul, hasReplacement }: OddSigns): void {
    if (hasNul) this.#expect('\0')
    if (hasReplacement) this.#expect('\ufffd')
  }

  flush(): void {
    this.#output.flush()
  }

  #expect(sign: OddSign): void {
    if (!this.#told.has(sign)) this.#expected.add(sign)
  }

  #lookFor(fields: readonly string[], row: number): void {
    for (const sign of ODD_SIGNS) {
      if (!this.#expected.has(sign) || !fields.some((field) => field.includes(sign))) continue
      this.#expected.delete(sign)
      this.#told.add(sign)
      this.#tell(ODD_SIGN_REASONS[sign], fields, row)
    }
  }

  #nameColumns(fields: readonly string[], row: number): void {
    const { names, made } = nameColumns(this.#hasHeader ? fields : fields.map(() => ''))
    const encoder = new TextEncoder()
    this.#names = names.map((name) => JSON.stringify(name))
    this.#keys = this.#names.map((name) => encoder.encode(`${name}:`))
    this.#extraKey = freeName('_extra', new Set(names))
    if (!this.#hasHeader || made.length === 0) return
    const reason = msg(
      '{count, plural, one {# column has} other {# columns have}} no name, or one that stood before; the first of them is called {name}.',
      { count: made.length, name: made[0] as string },
    )
    this.#tell(reason, fields, row)
  }

  #write(fields: readonly string[], row: number): void {
    const keys = this.#keys as readonly Uint8Array[]
    const output = this.#output
    const count = Math.min(fields.length, keys.length)
    let isFirst = true
    output.byte(OPEN_BRACE)
    for (let at = 0; at < count; at++) {
      const field = fields[at] as string
      if (field === '' && this.#empty === 'omitted') continue
      if (!isFirst) output.byte(COMMA)
      isFirst = false
      output.bytes(keys[at] as Uint8Array)
      this.#writeValue(field)
    }
    if (fields.length > keys.length) {
      if (!isFirst) output.byte(COMMA)
      this.#writeExtra(fields.slice(keys.length))
    }
    output.byte(CLOSE_BRACE)
    output.byte(LF)
    if (fields.length !== keys.length) this.#tellOfWidth(fields, keys.length, row)
  }

  #writeExtra(fields: readonly string[]): void {
    this.#output.text(`${JSON.stringify(this.#extraKey)}:[`)
    for (const [index, field] of fields.entries()) {
      if (index > 0) this.#output.byte(COMMA)
      this.#writeValue(field)
    }
    this.#output.text(']')
  }

  /** In a list, nothing is omitted: places would move. */
  #writeValue(field: string): void {
    if (field === '' && this.#empty !== 'text') return this.#output.text('null')
    const inferred = this.#isInferred ? inferValue(field) : undefined
    if (inferred === undefined) this.#output.string(field)
    else this.#output.text(inferred)
  }

  #tellOfWidth(fields: readonly string[], width: number, row: number): void {
    const values = {
      count: fields.length,
      width,
      key: this.#extraKey,
    }
    const reason =
      fields.length < width
        ? msg(
            'The row has {count, plural, one {# value} other {# values}} for {width, number} columns; the keys of the others are left out.',
            values,
          )
        : msg(
            'The row has {count, number} values for {width, plural, one {# column} other {# columns}}; the extra values are in {key}.',
            values,
          )
    this.#tell(reason, fields, row)
  }

  #tell(reason: Message, fields: readonly string[], row: number): void {
    const text = fields.join(' | ').slice(0, SHOWN)
    this.#sink.leave({ row, reason, text, isLost: false })
  }
}

const PROBLEMS: Readonly<Record<RowProblem, Message>> = {
  unclosed: msg(
    'A quote is opened here and not closed, or not within the {count, number} characters that a row over several lines may have; it is read as text, and the row ends with its line.',
    { count: ROW_LIMIT },
  ),
  malformed: msg('A quote within a quoted value is not doubled; it is read as text.'),
}

const ODD_SIGNS = ['\0', '\ufffd'] as const
type OddSign = (typeof ODD_SIGNS)[number]

const ODD_SIGN_REASONS: Readonly<Record<OddSign, Message>> = {
  '\0': msg('From this row on there are NUL characters; they are kept.'),
  '\ufffd': msg('From this row on there are characters that could not be read: � stands for them.'),
}
