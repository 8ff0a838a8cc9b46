// One string of a line, in whatever quotes: where it ends, and what has to change so that it is a
// string of JSON.
import type { TextOffset } from '../../base/units.ts'
import { escapeControl, readEscape } from './readEscape.ts'
import { isWordAt, skipBlanks } from './repair.ts'
import type { RepairPlace, Repair, RepairCause } from './repair.ts'

export interface StringReading {
  /** After the closing quote; the end of the text when there is none. */
  readonly to: TextOffset
  readonly isClosed: boolean
  readonly repairs: readonly Repair[]
}

const QUOTE = 34
const BACKSLASH = 92

/** Opening quotes other than `"`: what closes them, and the cause. */
const OTHER_QUOTES: Readonly<Record<string, readonly [closers: string, cause: RepairCause]>> = {
  "'": ["'", 'single-quotes'],
  '`': ['`', 'single-quotes'],
  '\u2018': ["\u2019\u2018\u201b'", 'smart-quotes'],
  '\u2019': ["\u2019\u2018'", 'smart-quotes'],
  '\u201b': ["\u2019\u2018'", 'smart-quotes'],
  '\u201c': ['\u201d\u201c\u201f"', 'smart-quotes'],
  '\u201d': ['\u201d\u201c"', 'smart-quotes'],
  '\u201e': ['\u201c\u201d\u201f"', 'smart-quotes'],
  '\u201f': ['\u201d\u201c"', 'smart-quotes'],
}

/** Whether a string may begin at `at`: any kind of quote. */
export function isQuoteAt(text: string, at: TextOffset): boolean {
  const c = text[at]
  return c === '"' || (c !== undefined && Object.hasOwn(OTHER_QUOTES, c))
}

/** The string whose opening quote is at `from`. */
export function readString(text: string, from: TextOffset, place: RepairPlace): StringReading {
  const other = OTHER_QUOTES[text[from] as string]
  if (!other) return readDoubleQuoted(text, from, place)
  const [closers, cause] = other
  return readOtherQuoted(text, from, place, closers, cause)
}

function readDoubleQuoted(text: string, from: TextOffset, place: RepairPlace): StringReading {
  const repairs: Repair[] = []
  // Past the first quote that belongs to the content, a quote only closes where that fits.
  let isDoubtful = false
  let at = from + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      if (isDoubtful ? closes(text, at, place) : !isContentQuote(text, at, place)) {
        return { to: at + 1, isClosed: true, repairs: withPath(text, from, at, repairs) }
      }
      isDoubtful = true
      repairs.push({ cause: 'unescaped-quote', from: at, to: at, insert: '\\' })
      at++
    } else if (code === BACKSLASH) {
      if (endsInEscape(text, at)) {
        repairs.push({ cause: 'cut-off', from: at, to: text.length, insert: '' })
        break
      }
      const { length, insert } = readEscape(text, at)
      if (insert !== undefined) {
        repairs.push({ cause: 'bad-escape', from: at, to: at + length, insert })
      }
      at += length
    } else {
      if (code < 32) repairs.push(controlRepair(at, code))
      at++
    }
  }
  return { to: text.length, isClosed: false, repairs }
}

function readOtherQuoted(
  text: string,
  from: TextOffset,
  place: RepairPlace,
  closers: string,
  cause: RepairCause,
): StringReading {
  const end = findOtherEnd(text, from, place, closers)
  const repairs: Repair[] = [{ cause, from, to: from + 1, insert: '"' }]
  let at = from + 1
  while (at < end) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      repairs.push({ cause, from: at, to: at, insert: '\\' })
      at++
    } else if (code === BACKSLASH) {
      if (end === text.length && endsInEscape(text, at)) {
        repairs.push({ cause: 'cut-off', from: at, to: end, insert: '' })
        break
      }
      const { length, insert } = readEscape(text, at)
      if (insert !== undefined) repairs.push({ cause, from: at, to: at + length, insert })
      at += length
    } else {
      if (code < 32) repairs.push({ ...controlRepair(at, code), cause })
      at++
    }
  }
  if (end === text.length) return { to: end, isClosed: false, repairs }
  repairs.push({ cause, from: end, to: end + 1, insert: '"' })
  return { to: end + 1, isClosed: true, repairs }
}

/** An apostrophe in the content is told from the closing quote by what follows. */
function findOtherEnd(
  text: string,
  from: TextOffset,
  place: RepairPlace,
  closers: string,
): TextOffset {
  let first = -1
  for (let at = from + 1; at < text.length; at++) {
    const c = text[at] as string
    if (c === '\\') at++
    else if (closers.includes(c)) {
      if (first < 0) first = at
      const next = text[skipBlanks(text, at + 1)]
      if (next === undefined || FOLLOWERS[place].includes(next)) return at
    }
  }
  return first < 0 ? text.length : first
}

const FOLLOWERS: Readonly<Record<RepairPlace, string>> = {
  key: ':\uff1a=',
  member: ',}\uff0c',
  element: ',])\uff0c',
  top: ',}])',
}

/** A quote after which the text goes on as if the string had not ended, and ends later. */
function isContentQuote(text: string, at: TextOffset, place: RepairPlace): boolean {
  const next = skipBlanks(text, at + 1)
  const c = text[next]
  // First what follows nearly every string: the rest is slow.
  if (c === undefined || ',:}]'.includes(c) || !isWordAt(text, next)) return false
  if (next > at + 1) {
    // After a gap a word is rather the next member or element, whose comma lacks.
    if (place !== 'member' && place !== 'element') return false
    if (/[-\d]/.test(c) || BARE_KEY_OR_LITERAL.test(text.slice(next, next + 80))) return false
  }
  return findClosing(text, at + 1, place) >= 0
}

const BARE_KEY_OR_LITERAL = /^(?:[\w$-]+\s*:|(?:true|false|null|none|nan|undefined|infinity)\b)/i

/** The next quote that can close a string with quotes in its content; -1 when there is none. */
function findClosing(text: string, from: TextOffset, place: RepairPlace): TextOffset {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++
    if (slashes % 2 === 0 && closes(text, at, place)) return at
  }
  return -1
}

const NEXT_MEMBER = /\s*(?:["'\u201c\u2018]?[^"'{}[\],:]{0,200}["'\u201d\u2019]?\s*[:\uff1a]|\}|$)/y
const NEXT_ELEMENT = /\s*(?:["'\u201c\u2018[{\]\d-]|true|false|null|None|True|False|$)/y

function closes(text: string, at: TextOffset, place: RepairPlace): boolean {
  const next = skipBlanks(text, at + 1)
  const c = text[next]
  if (place === 'key') return c === ':'
  if (c === undefined) return true
  if (place === 'top') return false
  if (c === ',') {
    const pattern = place === 'member' ? NEXT_MEMBER : NEXT_ELEMENT
    pattern.lastIndex = next + 1
    return pattern.test(text)
  }
  return c === (place === 'member' ? '}' : ']')
}

/** Whether the text ends before the escape at `at` is complete. */
function endsInEscape(text: string, at: TextOffset): boolean {
  return /^\\(?:u[0-9a-fA-F]{0,3})?$/.test(text.slice(at, at + 7))
}

function controlRepair(at: TextOffset, code: number): Repair {
  if (code === 0) return { cause: 'nul-byte', from: at, to: at + 1, insert: '' }
  return { cause: 'control-character', from: at, to: at + 1, insert: escapeControl(code) }
}

/**
 * In a path such as "C:\data\new" not only `\d` is not an escape: `\n` was meant as a backslash and a
 * letter too. Only strings that need a repair of escapes anyway are looked at.
 */
function withPath(
  text: string,
  from: TextOffset,
  to: TextOffset,
  repairs: readonly Repair[],
): readonly Repair[] {
  if (!repairs.some((repair) => repair.cause === 'bad-escape')) return repairs
  if (!/^[A-Za-z]:\\[^\\/"]/.test(text.slice(from + 1, from + 5))) return repairs
  const all = repairs.filter((repair) => repair.cause !== 'bad-escape')
  for (let at = from + 1; at < to; at++) {
    if (text.charCodeAt(at) !== BACKSLASH) continue
    const next = text.charCodeAt(at + 1)
    if (next === BACKSLASH || next === QUOTE) at++
    else all.push({ cause: 'bad-escape', from: at, to: at + 1, insert: '\\\\' })
  }
  return all
}
