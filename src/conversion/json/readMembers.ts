// The members of an object, from a file's text to lines: each line is the member's value with its name as a
// field before all others.

import type { ByteOffset } from '../../base/units.ts'
import { concatBytes } from '../../base/concatBytes.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { jsonExtent, skipSpaceBytes } from '../../scanner/jsonExtent.ts'
import { type ElementEngine, WasmElements } from '../../scanner/elementEngine.ts'
import type { Converter, LineSink } from '../defineSource.ts'
import type { JsonReader, Reading } from './jsonReader.ts'
import { memberNameOf } from './memberName.ts'
import { readAtPath } from './readAtPath.ts'
import { fileEndsWithin, whyBroken } from './readElements.ts'

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

const encoder = new TextEncoder()
const VALUE = encoder.encode(',"value":')
const COMMA_BYTE = encoder.encode(',')
const END = encoder.encode('}\n')
const LF = encoder.encode('\n')
const NOTHING = new Uint8Array()

export interface MemberOptions {
  readonly path: string
  /** Of the name. */
  readonly keyField: string
}

/** `engine`: for tests. */
export function readMembers(
  { path, keyField }: MemberOptions,
  sink: LineSink,
  wasm: WebAssembly.Module,
  engine: ElementEngine = new WasmElements(wasm),
): Converter {
  return readAtPath(path, sink, engine, (reader) => ({
    opener: OPEN_BRACE,
    missing: (shown) =>
      shown === ''
        ? msg('The file is not an object.')
        : msg('There is no object at {path}.', { path: shown }),
    read: () => new MemberReading(reader, sink, keyField).read(),
  }))
}

class MemberReading {
  readonly #reader: JsonReader
  readonly #sink: LineSink
  readonly #keyField: string
  readonly #head: Uint8Array

  constructor(reader: JsonReader, sink: LineSink, keyField: string) {
    this.#reader = reader
    this.#sink = sink
    this.#keyField = keyField
    this.#head = headOf(keyField)
  }

  /** From after the object's brace, up to and with the one that closes it, or to what cannot be read. */
  *read(): Reading<boolean> {
    const reader = this.#reader
    let needsComma = false
    let isFirst = true
    for (;;) {
      const c = yield* reader.skipSpace()
      if (c === undefined) {
        this.#leave(reader.at, msg('The file ends before the object does.'), false)
        return false
      }
      if (c === CLOSE_BRACE) {
        if (!needsComma && !isFirst) {
          this.#leave(reader.at, msg('After the last comma, there is no element.'), false)
        }
        reader.at++
        return true
      }
      if (c === COMMA) {
        if (!needsComma) {
          this.#leave(reader.at, msg('Between two commas, there is no element.'), false)
        }
        reader.at++
        needsComma = false
        isFirst = false
        continue
      }
      if (c !== QUOTE) {
        yield* reader.seeAhead()
        this.#leave(reader.at, msg('Here should be the name of a member.'), true)
        return false
      }
      if (needsComma) {
        yield* reader.seeAhead()
        this.#leave(reader.at, msg('The comma before this element is missing.'), false)
      }
      if (!(yield* this.#readMember())) return false
      needsComma = true
    }
  }

  /** False where the next member cannot be told. */
  *#readMember(): Reading<boolean> {
    const reader = this.#reader
    const start = reader.at
    reader.kept = start
    const key = yield* reader.passValue({ isKept: true })
    const keyTo = reader.at
    const colon = key === 'whole' ? yield* reader.skipSpace() : undefined
    if (colon !== COLON) {
      return this.#leaveBroken(start, colon === undefined ? undefined : noColon())
    }
    reader.at++
    const first = yield* reader.skipSpace()
    const from = reader.at
    const isValue = first !== undefined && first !== COMMA && first !== CLOSE_BRACE
    const stop = isValue ? yield* reader.passValue({ isKept: true }) : 'more'
    if (stop === 'bad-word' || (!isValue && first !== undefined)) {
      this.#leave(start, msg('This is not a JSON value.'), true, reader.at)
    } else if (stop === 'whole') this.#write(start, keyTo, from)
    else {
      return this.#leaveBroken(start, stop === 'broken' ? whyBroken(reader, start) : undefined)
    }
    reader.kept = undefined
    return true
  }

  /** The name is in [start, keyTo); the value is in [from, reader.at). */
  #write(start: ByteOffset, keyTo: ByteOffset, from: ByteOffset): void {
    const reader = this.#reader
    const key = reader.bytes(start, keyTo)
    const line = reader.lineOf(from, reader.at)
    if (line[0] !== OPEN_BRACE) {
      return this.#sink.write(concatBytes([this.#head, key, VALUE, line, END]))
    }
    const head = this.#headFor(line, start)
    const isEmpty = line[skipSpaceBytes(line, 1)] === CLOSE_BRACE
    const comma = isEmpty ? NOTHING : COMMA_BYTE
    this.#sink.write(concatBytes([head, key, comma, line.subarray(1), LF]))
  }

  /** The beginning of a line up to the name, under a field that the object does not have. */
  #headFor(line: Uint8Array, start: ByteOffset): Uint8Array {
    const names = memberNames(line)
    if (!names.has(this.#keyField)) return this.#head
    let field = this.#keyField
    while (names.has(field)) field = `_${field}`
    const reason = msg('It has a field “{keyField}” already: its name is in “{field}”.', {
      keyField: this.#keyField,
      field,
    })
    this.#sink.leave({ offset: start, reason, isLost: false })
    return headOf(field)
  }

  #leaveBroken(start: ByteOffset, reason: Message | undefined): false {
    this.#leave(start, reason ?? fileEndsWithin(), true, this.#reader.at)
    return false
  }

  #leave(offset: ByteOffset, reason: Message, isLost: boolean, to?: ByteOffset): void {
    this.#sink.leave({ offset, reason, text: this.#reader.textAt(offset, to), isLost })
  }
}

function noColon(): Message {
  return msg('The name of this member has no colon after it.')
}

function headOf(keyField: string): Uint8Array {
  return encoder.encode(`{${JSON.stringify(keyField)}:`)
}

/** The names of the members of an object, as far as it is JSON. */
function memberNames(line: Uint8Array): Set<string> {
  const names = new Set<string>()
  let at = 0
  do {
    const from = skipSpaceBytes(line, at + 1)
    const key = jsonExtent(line, from)
    if (key.kind !== 'complete' || line[from] !== QUOTE) break
    names.add(memberNameOf(line.subarray(from, key.to)))
    const value = jsonExtent(line, skipSpaceBytes(line, key.to) + 1)
    if (value.kind !== 'complete') break
    at = skipSpaceBytes(line, value.to)
  } while (line[at] === COMMA)
  return names
}
