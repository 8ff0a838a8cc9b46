// A tolerant reading of one line: goes through the text once, and where JSON does not allow what
// stands there but it is clear enough what was meant, notes a repair and goes on as if it were made.
// Nothing is noted exactly when the text is valid JSON.
import type { TextOffset } from '../../base/units.ts'
import type { TextRange } from '../../diagnostics/diagnostic.ts'
import { CLOSER, closersAtEnd } from './closers.ts'
import { findForeign } from './readForeign.ts'
import {
  bareKeyEnd,
  bareTextAt,
  isKeyStart,
  isSpacelessScalar,
  isValueStart,
  prefixedQuoteAt,
} from './readBareText.ts'
import { isSpace, skipWrittenBreaks } from './repair.ts'
import type { MismatchPolicy, RepairPlace, Repair, RepairCause, SyntaxReading } from './repair.ts'
import { scalarAt } from './readScalar.ts'
import { isQuoteAt, readString } from './readString.ts'

type State = 'value' | 'firstElement' | 'firstKey' | 'key' | 'colon' | 'next'

const COMMAS = '\uff0c\u3001\uff1b;'
const COLONS = '\uff1a='

export class SyntaxReader {
  readonly #text: string
  readonly #mismatch: MismatchPolicy | undefined
  readonly #repairs: Repair[] = []
  /** The open brackets. */
  readonly #stack: string[] = []
  readonly #values: TextRange[] = []
  #at: TextOffset = 0
  #state: State = 'value'
  /** After a colon, where a value has to come. */
  #isMember = false
  /** End of the last token that stays. */
  #lastEnd: TextOffset = 0
  /** End of what was last dropped between tokens. */
  #droppedTo: TextOffset = 0
  #lastComma: TextOffset = -1
  #valueFrom: TextOffset = 0
  /** Closing quote to be added at the end. */
  #openQuote = ''
  #firstErrorAt: TextOffset | undefined

  constructor(text: string, mismatch: MismatchPolicy | undefined) {
    this.#text = text
    this.#mismatch = mismatch
  }

  read(): SyntaxReading {
    for (;;) {
      if (!this.#skipBetween()) return this.#result(this.#at)
      if (this.#at >= this.#text.length) break
      if (!this.#step()) return this.#result(this.#at)
    }
    return this.#result(this.#end() ? undefined : this.#text.length)
  }

  #result(stoppedAt: TextOffset | undefined): SyntaxReading {
    // A trailing comma is noted after what stands between it and the bracket.
    this.#repairs.sort((a, b) => a.from - b.from || a.to - b.to)
    const firstErrorAt = this.#firstErrorAt ?? stoppedAt
    return {
      repairs: this.#repairs,
      values: this.#values,
      ...(stoppedAt === undefined ? {} : { stoppedAt }),
      ...(firstErrorAt === undefined ? {} : { firstErrorAt }),
    }
  }

  #note(cause: RepairCause, from: TextOffset, to: TextOffset, insert: string): void {
    this.#firstErrorAt ??= this.#at
    this.#repairs.push({ cause, from, to, insert })
  }

  /** Whitespace, and what may be dropped between tokens. False where it is not clear. */
  #skipBetween(): boolean {
    const text = this.#text
    for (;;) {
      while (isSpace(text.charCodeAt(this.#at))) this.#at++
      if (this.#at >= text.length) return true
      const foreign = findForeign(text, this.#at, this.#stack.length > 0)
      if (foreign === undefined) return true
      if (foreign === 'unclear') return false
      this.#note(foreign.cause, foreign.from, foreign.to, foreign.insert)
      this.#at = foreign.resumeAt
      this.#droppedTo = foreign.resumeAt
    }
  }

  /** One token. False where it is not clear what was meant. */
  #step(): boolean {
    switch (this.#state) {
      case 'value':
      case 'firstElement':
        return this.#readValue()
      case 'firstKey':
      case 'key':
        return this.#readKey()
      case 'colon':
        return this.#readColon()
      case 'next':
        return this.#stack.length ? this.#readNext() : this.#readAfterValue()
    }
  }

  #readValue(): boolean {
    const c = this.#text[this.#at] as string
    if (this.#stack.length === 0) this.#valueFrom = this.#at
    if (c === '{' || c === '[' || c === '(') return this.#open(c)
    if (isQuoteAt(this.#text, this.#at)) {
      this.#readString(this.#place())
      return this.#afterValue()
    }
    if (c === ',') return this.#readExtraComma()
    if (c === '}' || c === ']' || c === ')') return this.#closeInsteadOfValue(c)
    return this.#readScalar()
  }

  #place(): RepairPlace {
    if (this.#stack.length === 0) return 'top'
    return this.#isMember ? 'member' : 'element'
  }

  #open(bracket: string): boolean {
    if (bracket === '(') {
      if (this.#stack.length === 0) return false
      this.#note('tuple', this.#at, this.#at + 1, '[')
    }
    this.#stack.push(bracket)
    this.#isMember = false
    this.#lastComma = -1
    this.#state = bracket === '{' ? 'firstKey' : 'firstElement'
    this.#advance(this.#at + 1)
    return true
  }

  #advance(to: TextOffset): void {
    this.#at = to
    this.#lastEnd = to
  }

  /** `,` where a value belongs. */
  #readExtraComma(): boolean {
    if (this.#isMember) {
      this.#note('missing-value', this.#lastEnd, this.#lastEnd, ' null')
      return this.#afterValue()
    }
    if (this.#stack.length === 0 && this.#values.length) return false
    this.#note('extra-comma', this.#at, this.#at + 1, '')
    this.#at++
    return true
  }

  /** A closing bracket where a value belongs. */
  #closeInsteadOfValue(bracket: string): boolean {
    // At the top nothing else is in the line: there is no value to keep.
    if (this.#stack.length === 0) return false
    if (this.#isMember) this.#note('missing-value', this.#lastEnd, this.#lastEnd, ' null')
    else if (this.#state === 'value') this.#dropLastComma()
    return this.#close(bracket)
  }

  #dropLastComma(): void {
    if (this.#lastComma < 0) return
    this.#dropComma(this.#text[this.#lastComma] === ',' ? 'trailing-comma' : 'odd-punctuation')
    this.#lastEnd = this.#lastComma
    this.#lastComma = -1
  }

  #dropComma(cause: RepairCause): void {
    const comma = this.#lastComma
    if (this.#text[comma] !== ',') {
      // Noted before as what stands for a comma.
      const noted = this.#repairs.findLastIndex((one) => one.from === comma && one.to > comma)
      this.#repairs.splice(noted, 1)
    }
    this.#note(cause, comma, comma + 1, '')
  }

  #readScalar(): boolean {
    const scalar = scalarAt(this.#text, this.#at)
    if (!scalar) return this.#readBareText()
    const { to, cause, insert } = scalar
    if (cause) this.#note(cause, this.#at, to, insert)
    this.#advance(to)
    return this.#afterValue()
  }

  /** Words without quotes, or a string with a prefix of Python. */
  #readBareText(): boolean {
    if (this.#stack.length === 0) return false
    const quoteAt = prefixedQuoteAt(this.#text, this.#at)
    if (quoteAt !== undefined) {
      this.#note('single-quotes', this.#at, quoteAt, '')
      this.#at = quoteAt
      this.#readString(this.#place())
      return this.#afterValue()
    }
    const bare = bareTextAt(this.#text, this.#at)
    if (!bare) return false
    this.#note('unquoted-string', this.#at, this.#at, '"')
    if (!bare.hasEndQuote) this.#note('unquoted-string', bare.to, bare.to, '"')
    this.#advance(bare.to)
    return this.#afterValue()
  }

  #readString(place: RepairPlace): void {
    const reading = readString(this.#text, this.#at, place)
    if (reading.isClosed) {
      this.#noteAll(reading.repairs)
      this.#advance(reading.to)
      return
    }
    const from = this.#at
    const mayEndHere = place === 'member' || place === 'element'
    const closersFrom = mayEndHere ? closersAtEnd(this.#text, from, this.#stack) : undefined
    if (closersFrom !== undefined) {
      this.#noteAll(reading.repairs.filter((repair) => repair.to <= closersFrom))
      this.#note('unterminated-string', closersFrom, closersFrom, '"')
      this.#advance(closersFrom)
      return
    }
    this.#noteAll(reading.repairs)
    this.#firstErrorAt ??= from
    this.#openQuote = '"'
    this.#advance(reading.to)
  }

  #noteAll(repairs: readonly Repair[]): void {
    this.#firstErrorAt ??= repairs[0]?.from
    for (const repair of repairs) this.#repairs.push(repair)
  }

  #afterValue(): boolean {
    this.#isMember = false
    this.#state = 'next'
    if (this.#stack.length === 0) this.#values.push({ from: this.#valueFrom, to: this.#lastEnd })
    return true
  }

  #readKey(): boolean {
    const text = this.#text
    const c = text[this.#at] as string
    if (c === '}' || c === ']' || c === ')') {
      if (this.#state === 'key') this.#dropLastComma()
      return this.#close(c)
    }
    if (c === ',') {
      this.#note('extra-comma', this.#at, this.#at + 1, '')
      this.#at++
      return true
    }
    if (isQuoteAt(text, this.#at)) {
      this.#readString('key')
      this.#state = 'colon'
      return true
    }
    const to = bareKeyEnd(text, this.#at)
    if (to === undefined) return false
    const hasEndQuote = text[to - 1] === '"'
    this.#note('unquoted-key', this.#at, this.#at, '"')
    if (!hasEndQuote) this.#note('unquoted-key', to, to, '"')
    this.#advance(to)
    this.#state = 'colon'
    return true
  }

  #readColon(): boolean {
    const text = this.#text
    const c = text[this.#at] as string
    if (c === ':') this.#advance(this.#at + 1)
    else if (COLONS.includes(c)) {
      const to = this.#at + (text[this.#at + 1] === '>' ? 2 : 1)
      this.#note('odd-punctuation', this.#at, to, ':')
      this.#advance(to)
    } else if (isValueStart(text, this.#at)) {
      this.#note('missing-colon', this.#lastEnd, this.#lastEnd, ':')
    } else return false
    this.#isMember = true
    this.#state = 'value'
    return true
  }

  /** After a member or element. */
  #readNext(): boolean {
    const text = this.#text
    const c = text[this.#at] as string
    if (c === '}' || c === ']' || c === ')') return this.#close(c)
    const isObject = this.#stack.at(-1) === '{'
    if (c === ',' || COMMAS.includes(c)) {
      if (c !== ',') this.#note('odd-punctuation', this.#at, this.#at + 1, ',')
      this.#lastComma = this.#at
      this.#advance(this.#at + 1)
    } else if (isObject ? isKeyStart(text, this.#at) : isValueStart(text, this.#at)) {
      this.#note('missing-comma', this.#lastEnd, this.#lastEnd, ',')
      this.#lastComma = -1
    } else return false
    this.#state = isObject ? 'key' : 'value'
    return true
  }

  /** After a whole value. */
  #readAfterValue(): boolean {
    const text = this.#text
    const c = text[this.#at] as string
    if (c === '}' || c === ']') {
      this.#note('extra-bracket', this.#at, this.#at + 1, '')
      this.#droppedTo = ++this.#at
      return true
    }
    let next = this.#at
    if (c === ',') {
      next = skipWrittenBreaks(text, this.#at + 1)
      if (next >= text.length) {
        this.#note('trailing-comma', this.#at, this.#at + 1, '')
        this.#at++
        return true
      }
    }
    if (!isValueStart(text, next) || isSpacelessScalar(text, this.#lastEnd, next)) return false
    this.#note('two-values', Math.max(this.#lastEnd, this.#droppedTo), next, '\n')
    this.#at = next
    this.#state = 'value'
    return true
  }

  #close(bracket: string): boolean {
    const open = this.#stack.at(-1) ?? ''
    const closer = CLOSER[open] as string
    if (open === '(' && bracket === ')') this.#note('tuple', this.#at, this.#at + 1, ']')
    else if (bracket !== closer || open === '(') return this.#closeWrong(bracket, closer)
    this.#stack.pop()
    this.#advance(this.#at + 1)
    return this.#afterValue()
  }

  #closeWrong(bracket: string, closer: string): boolean {
    const matching = this.#stack.findLastIndex((open) => CLOSER[open] === bracket)
    const policy = this.#mismatch ?? (matching >= 0 ? 'insert' : 'replace')
    if (policy === 'insert') {
      if (matching < 0) return false
      const lacking = this.#stack.splice(matching + 1).reverse()
      const insert = lacking.map((open) => CLOSER[open]).join('')
      this.#note('wrong-bracket', this.#lastEnd, this.#lastEnd, insert)
      this.#stack.pop()
      this.#advance(this.#at + 1)
      return this.#afterValue()
    }
    this.#note('wrong-bracket', this.#at, this.#at + 1, policy === 'replace' ? closer : '')
    if (policy === 'remove') {
      this.#at++
      this.#state = 'next'
      return true
    }
    this.#stack.pop()
    this.#advance(this.#at + 1)
    return this.#afterValue()
  }

  /** The text has ended; false when nothing was there. */
  #end(): boolean {
    if (this.#stack.length === 0) {
      if (this.#openQuote) {
        this.#note('cut-off', this.#text.length, this.#text.length, '"')
        return true
      }
      return this.#values.length > 0
    }
    let tail = this.#openQuote
    if (this.#state === 'colon') tail += ': null'
    else if (this.#isMember) tail += ' null'
    else if (this.#state === 'key' || this.#state === 'value') this.#dropCommaAtEnd()
    const isCutOff = tail !== '' || this.#repairs.some((repair) => repair.cause === 'cut-off')
    for (const open of this.#stack.reverse()) tail += CLOSER[open]
    const at = this.#openQuote ? this.#text.length : this.#lastEnd
    this.#note(isCutOff ? 'cut-off' : 'closing', at, at, tail)
    return true
  }

  #dropCommaAtEnd(): void {
    if (this.#lastComma < 0) return
    this.#dropComma('cut-off')
    this.#lastEnd = this.#lastComma + 1
  }
}
