// The elements of an array, or values that follow one another: each becomes a line. The engine copies what is
// as it should be; here is what happens where it is not.

import type { ByteOffset } from '../../base/units.ts'
import { type Message, msg } from '../../i18n/message.ts'
import type { ElementPhase } from '../../scanner/elementEngine.ts'
import type { LineSink } from '../defineSource.ts'
import { type JsonReader, type Reading, VALUE_LIMIT, isSpace } from './jsonReader.ts'
import { ElementSearch } from './elementSearch.ts'

const LF = Uint8Array.of(0x0a)
const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/**
 * Reads elements from `reader.at` on, which is after the array's bracket, up to and with the one that closes
 * it. `isLoose`: values up to the end of the text, with whitespace or commas between them. False where the text
 * ended before.
 */
export function* readElements(
  reader: JsonReader,
  sink: LineSink,
  { isLoose }: { readonly isLoose: boolean },
): Reading<boolean> {
  const search = new ElementSearch(reader, isLoose)
  const after: ElementPhase = isLoose ? 'first' : 'after'
  let phase: ElementPhase = 'first'
  let start = reader.at
  /** What stands between elements and belongs to none. */
  const leaveOne = (reason: Message, isLost: boolean): void =>
    sink.leave({ offset: reader.at, reason, text: reader.textAt(reader.at), isLost })

  for (;;) {
    const { output, count, stop, ...place } = reader.split(phase, start, isLoose)
    if (count > 0) {
      search.observe(output)
      sink.write(output, count)
    }
    phase = place.phase
    start = place.start
    if (stop === 'more') {
      const isInside = phase === 'inside'
      if (reader.isLast) {
        if (isInside) leaveCut(reader, sink, start)
        else if (!isLoose) leaveOne(msg('The file ends before the array does.'), false)
        return false
      }
      if (!isInside || reader.at - start <= VALUE_LIMIT) {
        reader.kept = isInside ? start : undefined
        yield
        continue
      }
    }
    if (stop === 'closed') {
      reader.at++
      reader.kept = undefined
      return true
    }
    if (stop === 'full') {
      // It may be too large for the output, and goes its own way.
      if (count > 0) continue
      const line = reader.lineOf(start, reader.at)
      search.observe(line)
      sink.write(line)
      sink.write(LF)
      phase = after
    } else if (stop === 'bad-word') {
      reader.kept = start
      const text = reader.textAt(start, reader.at)
      sink.leave({ offset: start, reason: msg('This is not a JSON value.'), text, isLost: true })
      phase = after
    } else if (stop === 'broken' || stop === 'more') {
      const text = reader.textAt(start, reader.at)
      const reason =
        stop === 'more' ? msg('A value is longer than 256 MB.') : whyBroken(reader, start)
      sink.leave({ offset: start, reason, text, isLost: true })
      const spoilt = reader.at
      if (!(yield* search.findNext(start))) {
        sink.leave({ offset: spoilt, reason: noNext(reader.end - spoilt), isLost: true })
        return false
      }
      phase = isLoose ? 'first' : 'next'
    } else {
      yield* reader.seeAhead()
      const c = (yield* reader.peek()) as number
      if (c === COMMA) {
        leaveOne(msg('Between two commas, there is no element.'), false)
        reader.at++
        phase = 'next'
      } else if (c === CLOSE_BRACKET && phase === 'next') {
        leaveOne(msg('After the last comma, there is no element.'), false)
        phase = 'first'
      } else if (c === COLON || c === CLOSE_BRACE || c === CLOSE_BRACKET) {
        leaveOne(msg('This does not belong between two elements.'), true)
        yield* skipStray(reader, isLoose)
      } else {
        if (yield* lacksComma(reader)) {
          leaveOne(msg('The comma before this element is missing.'), false)
        }
        phase = 'next'
      }
    }
    reader.kept = undefined
  }
}

/** Whether what stands where a comma should be is an element, and not something that is none. */
function* lacksComma(reader: JsonReader): Reading<boolean> {
  const start = reader.at
  const c = (yield* reader.peek()) as number
  if (c === QUOTE || c === OPEN_BRACE || c === OPEN_BRACKET) return true
  const stop = yield* reader.passValue({ isKept: true })
  reader.at = start
  return stop === 'whole'
}

/** Passes brackets and colons that belong to nothing. */
function* skipStray(reader: JsonReader, isLoose: boolean): Reading<void> {
  for (;;) {
    reader.at++
    const c = yield* reader.peek()
    if (c === undefined) return
    const isStray = c === COLON || c === CLOSE_BRACE || (isLoose && c === CLOSE_BRACKET)
    if (!isStray && !isSpace(c)) return
  }
}

function leaveCut(reader: JsonReader, sink: LineSink, start: ByteOffset): void {
  sink.leave({
    offset: start,
    reason: fileEndsWithin(),
    text: reader.textAt(start),
    isLost: true,
  })
}

function noNext(count: number): Message {
  return msg(
    'No further element can be told from here on; {count, plural, one {# byte was} other {# bytes were}} left out.',
    { count },
  )
}

export function fileEndsWithin(): Message {
  return msg('The file ends within this value.')
}

/** Levels that are followed (scanner/assembly/memory.ts). */
const DEEPEST = 1024

/** Containers that are open at the end of what is JSON so far. */
function depthOf(bytes: Uint8Array): number {
  let depth = 0
  for (let at = 0; at < bytes.length; at++) {
    const c = bytes[at]
    if (c === QUOTE) at = endOfString(bytes, at)
    else if (c === OPEN_BRACE || c === OPEN_BRACKET) depth++
    else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) depth--
  }
  return depth
}

/** The closing quote of the string that is opened at `at`. */
function endOfString(bytes: Uint8Array, at: number): number {
  let end = at + 1
  while (end < bytes.length && bytes[end] !== QUOTE) end += bytes[end] === BACKSLASH ? 2 : 1
  return end
}

/** What is said of the byte that spoils the value which began at `start`. */
export function whyBroken(reader: JsonReader, start: ByteOffset): Message {
  const at = reader.at
  const c = reader.bytes(at, at + 1)[0]
  if (c === 0x0a)
    return msg('A string in this value has a line break at byte {at, number}.', { at })
  if (c === BACKSLASH) {
    return msg('This value has a backslash outside of strings at byte {at, number}.', { at })
  }
  if ((c === OPEN_BRACE || c === OPEN_BRACKET) && depthOf(reader.bytes(start, at)) >= DEEPEST) {
    return msg('This value nests deeper than {levels, number} levels at byte {at, number}.', {
      levels: DEEPEST,
      at,
    })
  }
  if (c === OPEN_BRACE || c === OPEN_BRACKET) {
    return msg('This value was not closed before the next one begins at byte {at, number}.', { at })
  }
  return msg(
    'The bracket at byte {at, number} closes something else than what this value opened.',
    {
      at,
    },
  )
}
