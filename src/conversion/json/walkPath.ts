// The way to the value at a path, and what stands beside it: each part that is passed is told of.

import type { ByteOffset } from '../../base/units.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { type JsonPath, formatPath } from '../../json/jsonPath.ts'
import type { LineSink } from '../defineSource.ts'
import type { JsonReader, Reading } from './jsonReader.ts'
import { memberNameOf } from './memberName.ts'

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/** Parts of one object or array that are told of one by one; of others there is the count. */
const TOLD = 100

export interface PathTarget {
  /** The bracket that the value at the path begins with. */
  readonly opener: number
  /** What is said where there is no such value. */
  readonly missing: (path: string) => Message
  /**
   * Reads the value's content, from after its bracket up to and with the closing one. False where it ends
   * before: what follows is told of as left out.
   */
  readonly read: () => Reading<boolean>
}

/** Reads the whole text: what is at `path` by `target`, and the rest past it. */
export function* walkPath(
  reader: JsonReader,
  sink: LineSink,
  path: JsonPath,
  target: PathTarget,
): Reading<void> {
  const walk = new PathWalk(reader, sink, path, target)
  yield* walk.pass(0)
  if (!walk.isFound) {
    sink.leave({ offset: 0, reason: target.missing(formatPath(path)), isLost: true })
  }
  yield* leaveRest(reader, sink)
}

class PathWalk {
  isFound = false
  readonly #reader: JsonReader
  readonly #sink: LineSink
  readonly #path: JsonPath
  readonly #target: PathTarget

  constructor(reader: JsonReader, sink: LineSink, path: JsonPath, target: PathTarget) {
    this.#reader = reader
    this.#sink = sink
    this.#path = path
    this.#target = target
  }

  /** Passes the value that `depth` steps of the path lead to. False: what follows it cannot be told. */
  *pass(depth: number): Reading<boolean> {
    const reader = this.#reader
    const c = yield* reader.skipSpace()
    if (c === undefined) return false
    if (depth === this.#path.length && c === this.#target.opener) {
      this.isFound = true
      reader.at++
      return yield* this.#target.read()
    }
    const step = this.#path[depth]
    if (c === OPEN_BRACE && step !== undefined) return yield* this.#passObject(String(step), depth)
    if (c === OPEN_BRACKET && isIndex(step)) return yield* this.#passArray(Number(step), depth)
    const stop = yield* reader.passValue({ isKept: false })
    return stop === 'whole'
  }

  *#passObject(step: string, depth: number): Reading<boolean> {
    const reader = this.#reader
    const told = new Told(reader, this.#sink)
    reader.at++
    for (;;) {
      const c = yield* reader.skipSpace()
      const start = reader.at
      if (c === CLOSE_BRACE) {
        reader.at++
        told.finish()
        return true
      }
      if (c === COMMA) {
        reader.at++
        continue
      }
      const key = c === QUOTE ? yield* readKey(reader) : undefined
      if (key === undefined) {
        yield* this.#leaveCut(start, msg('The file ends before the object does.'))
        break
      }
      if (key === step && !this.isFound) {
        if (yield* this.pass(depth + 1)) continue
        break
      }
      const text = yield* textFrom(reader)
      const reason = msg('“{key}” stands beside what was converted, and was left out.', { key })
      const valueAt = reader.at
      const stop = yield* reader.passValue({ isKept: false })
      told.leave(start, reason, text.slice(0, reader.at - valueAt))
      if (stop !== 'whole') break
    }
    told.finish()
    return false
  }

  *#passArray(step: number, depth: number): Reading<boolean> {
    const reader = this.#reader
    const told = new Told(reader, this.#sink)
    reader.at++
    for (let index = 0; ; ) {
      const c = yield* reader.skipSpace()
      const start = reader.at
      if (c === CLOSE_BRACKET) {
        reader.at++
        told.finish()
        return true
      }
      if (c === COMMA) {
        reader.at++
        continue
      }
      if (c === undefined || c === CLOSE_BRACE || c === COLON) {
        yield* this.#leaveCut(start, msg('The file ends before the array does.'))
        break
      }
      if (index++ === step && !this.isFound) {
        if (yield* this.pass(depth + 1)) continue
        break
      }
      const text = yield* textFrom(reader)
      const stop = yield* reader.passValue({ isKept: false })
      const reason = msg(
        'Element {index, number} stands beside what was converted, and was left out.',
        {
          index: index - 1,
        },
      )
      told.leave(start, reason, text.slice(0, reader.at - start))
      if (stop !== 'whole') break
    }
    told.finish()
    return false
  }

  /** Where nothing follows that could be told of as the rest: lost is what stands from `start` on. */
  *#leaveCut(start: ByteOffset, reason: Message): Reading<void> {
    const reader = this.#reader
    if ((yield* reader.peek()) !== undefined) return
    const text = reader.textAt(start)
    this.#sink.leave({ offset: start, reason, text, isLost: start < reader.at })
  }
}

/** What was left out of one object or array; a million keys are not told of one by one. */
class Told {
  readonly #reader: JsonReader
  readonly #sink: LineSink
  #count = 0
  #more: { offset: ByteOffset; count: number } | undefined

  constructor(reader: JsonReader, sink: LineSink) {
    this.#reader = reader
    this.#sink = sink
  }

  leave(offset: ByteOffset, reason: Message, text: string): void {
    if (this.#count++ < TOLD) this.#sink.leave({ offset, reason, text, isLost: true })
    else this.#more = { offset: this.#more?.offset ?? offset, count: this.#count - TOLD }
  }

  finish(): void {
    if (!this.#more || this.#reader.at < this.#more.offset) return
    const { offset, count } = this.#more
    const reason = msg(
      '{count, plural, one {One more part} other {# more parts}} beside what was converted {count, plural, one {was} other {were}} left out.',
      { count },
    )
    this.#sink.leave({ offset, reason, isLost: true })
  }
}

/** The key at `reader.at`, with the colon after it passed, and the space after that. */
function* readKey(reader: JsonReader): Reading<string | undefined> {
  const start = reader.at
  reader.kept = start
  const stop = yield* reader.passValue({ isKept: true })
  const key = stop === 'whole' ? memberNameOf(reader.bytes(start, reader.at)) : undefined
  reader.kept = undefined
  if ((yield* reader.skipSpace()) !== COLON) return undefined
  reader.at++
  return (yield* reader.skipSpace()) === undefined ? undefined : key
}

function* textFrom(reader: JsonReader): Reading<string> {
  yield* reader.seeAhead()
  return reader.textAt(reader.at)
}

/** What follows the value that was the whole, or cannot be told apart. */
function* leaveRest(reader: JsonReader, sink: LineSink): Reading<void> {
  const c = yield* reader.skipSpace()
  if (c === undefined) return
  const text = yield* textFrom(reader)
  const offset = reader.at
  reader.kept = undefined
  while (!reader.isLast) {
    reader.at = reader.end
    yield
  }
  reader.at = reader.end
  sink.leave({
    offset,
    reason: msg('From here on, {count, plural, one {# byte was} other {# bytes were}} left out.', {
      count: reader.end - offset,
    }),
    text,
    isLost: true,
  })
}

function isIndex(step: string | number | undefined): boolean {
  return typeof step === 'number' || (step !== undefined && /^\d+$/.test(step))
}
