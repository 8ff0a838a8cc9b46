// One line of a document after the other into the columns of a pairing, as the provider reads it.
// This is the slow truth: a line is parsed, its conversation or answers are made, and its class is
// looked up. What lines of one shape have in common is taken from here once (shapeReader.ts).
import { present } from '../../base/assert.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import { msg } from '../../i18n/message.ts'
import type { JsonPath } from '../../json/jsonPath.ts'
import { echoIn } from '../echoedRequest.ts'
import { ECHO_KEY, encodeKey, kindNumberOf } from '../join/keyColumn.ts'
import { keyPathOf } from '../keyPath.ts'
import type { AnswerClass, PairLines, PairRole, RequestClass } from '../pairLines.ts'
import type { ProviderDefinition } from '../defineProvider.ts'
import { findProvider } from '../providerRegistry.ts'
import type { RecordKey } from '../recordKey.ts'
import { readKey, readKeyIn } from '../recordKey.ts'
import type { TokenCounts } from '../usage.ts'
import type { PairReading } from '../../contracts/pairSourceApi.ts'
import type { ClassTable } from './classTable.ts'
import {
  answerClasses,
  answerClassOf,
  BROKEN_REQUEST_CLASS,
  brokenAnswer,
  requestClasses,
  requestClassOf,
  tooLongAnswer,
} from './lineClasses.ts'
import type { FinishedColumns, PairColumns } from './pairColumns.ts'
import { salvageKey } from './salvageKey.ts'

/** V8 cannot hold a string of more than 2^29 code units. */
export const MAX_LINE_BYTES = 500 * 1024 * 1024

/** What a parsed line says, but for its key. */
export interface RecordReading {
  /** Equal for those of one class. */
  readonly identity: string
  /** Place of its class, which gets one now. */
  readonly classPlace: () => number
  readonly tokens: TokenCounts | undefined
}

/** How the records of one role are read. */
interface RoleReader {
  readonly read: (record: unknown) => RecordReading
  /** `status`: of the scanner, not `valid`; undefined for a line that is too long. */
  readonly broken: (status: number | undefined) => number
  readonly finish: (columns: FinishedColumns) => PairLines
}

export function createLineReader(reading: PairReading): Result<LineReader> {
  const { providerId, role, keyPath } = reading
  const provider = findProvider(providerId)
  if (!provider) {
    return fail(
      'unknown-provider',
      msg('There is no provider “{provider}”.', { provider: providerId }),
    )
  }
  const path = keyPathOf(provider, role, keyPath)
  if (!path) {
    return fail(
      'bad-key-path',
      msg('“{path}” is not a path to an id. Write it as custom_id or meta.id.', {
        path: keyPath ?? '',
      }),
    )
  }
  return ok(new LineReader(provider, role, path))
}

export class LineReader {
  readonly provider: ProviderDefinition
  readonly keyPath: JsonPath
  readonly role: PairRole
  readonly #role: RoleReader
  readonly #utf8 = new TextDecoder()

  constructor(provider: ProviderDefinition, role: PairRole, keyPath: JsonPath) {
    this.provider = provider
    this.role = role
    this.keyPath = keyPath
    this.#role = role === 'requests' ? requestReader(provider) : answerReader(provider)
  }

  /**
   * Adds a line. `status`: what the scanner says of it; blank lines are not entries. `bytes`: the line
   * with or without its line end; of `byteLength` bytes without it.
   */
  add(
    columns: PairColumns,
    id: number,
    status: number,
    bytes: Uint8Array,
    byteLength: number,
  ): void {
    const isTooLong = bytes.length > MAX_LINE_BYTES
    if (status !== VALID || isTooLong) {
      columns.add(id, byteLength, this.#role.broken(isTooLong ? undefined : status))
      this.#addKey(columns, this.#salvagedKey(bytes))
      return
    }
    // The decoder leaves out a byte order mark at the beginning.
    const record = this.parse(bytes)
    this.addRecord(columns, id, byteLength, record, this.readRecord(record))
  }

  /** Adds a line that was parsed and read. */
  addRecord(
    columns: PairColumns,
    id: number,
    byteLength: number,
    record: unknown,
    { classPlace, tokens }: RecordReading,
  ): void {
    columns.add(id, byteLength, classPlace())
    const echo = echoIn(this.provider, record, this.keyPath)
    if (echo) columns.setKey(ECHO_KEY, echo, 0, echo.length)
    else this.#addKey(columns, readKeyIn(this.provider, record, this.keyPath))
    if (tokens) columns.setAllTokens(tokens)
  }

  /** The key of the line that was added last, from the JSON text of its value. */
  addKeyText(columns: PairColumns, bytes: Uint8Array): void {
    this.#addKey(columns, readKey(JSON.parse(this.#utf8.decode(bytes)), []))
  }

  /** The line as a value, where it is JSON and not too long. `bytes`: with or without line end. */
  parse(bytes: Uint8Array): unknown {
    return JSON.parse(this.#utf8.decode(bytes))
  }

  /** Lines of its shape have more that counts than the plan of the scanner says. */
  isOneByOne(record: unknown): boolean {
    return this.role === 'answers' && this.provider.isFlatResult?.(record) === true
  }

  readRecord(record: unknown): RecordReading {
    return this.#role.read(record)
  }

  finish(columns: PairColumns, order?: Uint32Array): PairLines {
    return this.#role.finish(columns.finish(order))
  }

  #addKey(columns: PairColumns, key: RecordKey): void {
    const bytes = encodeKey(key)
    columns.setKey(kindNumberOf(key), bytes, 0, bytes.length)
  }

  #salvagedKey(bytes: Uint8Array): RecordKey {
    const [name] = this.keyPath
    return this.keyPath.length === 1 && typeof name === 'string'
      ? salvageKey(bytes, name)
      : { kind: 'missing' }
  }
}

/** The scanner's status of a line that is JSON. */
const VALID = 0

function requestReader(provider: ProviderDefinition): RoleReader {
  const table: ClassTable<RequestClass> = requestClasses()
  return {
    read: (record) => readingOf(table, requestClassOf(provider.readRequest(record)), undefined),
    broken: () => table.placeOf(BROKEN_REQUEST_CLASS),
    finish: ({ lines }) => ({ role: 'requests', ...lines, classes: [...table.classes] }),
  }
}

function answerReader(provider: ProviderDefinition): RoleReader {
  const table: ClassTable<AnswerClass> = answerClasses()
  const brokenPlaces: (number | undefined)[] = []
  return {
    read(record) {
      const content = provider.readAnswer(record)
      return readingOf(table, answerClassOf(content), content.usage)
    },
    broken(status) {
      const at = status ?? 0
      return (brokenPlaces[at] ??= table.placeOf(
        status === undefined ? tooLongAnswer() : brokenAnswer(present(status, 'status')),
      ))
    },
    finish: ({ lines, tokens }) => ({
      role: 'answers',
      ...lines,
      classes: [...table.classes],
      tokens,
    }),
  }
}

function readingOf<Class>(
  table: ClassTable<Class>,
  found: Class,
  tokens: TokenCounts | undefined,
): RecordReading {
  const identity = table.identityOf(found)
  return { identity, classPlace: () => table.placeOf(found, identity), tokens }
}
