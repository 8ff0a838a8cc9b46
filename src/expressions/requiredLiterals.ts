// Strings of which one stands in every match of an expression: lines without any of them need not be
// decoded. What is not understood here yields none, which is always right.

/** Bytes: shorter strings stand nearly everywhere. */
const SHORTEST = 3
const LONGEST = 1000
/** More strings than this are not worth a pass over the bytes for each. */
const MOST = 4

/** Escapes that stand for the character after the backslash. */
const PUNCTUATION = /^[^\w\s]$/

const encoder = new TextEncoder()

/** Matches no character, and so does not end a string. */
const ZERO_WIDTH: ReadonlySet<string> = new Set(['b', 'B', 'A', 'z'])

/**
 * `source`: of an expression that compiled. With `ignoreCase` the strings are of letters without case, such
 * as Chinese ones, and of ASCII without "k" and "s", which some characters beyond ASCII are equal to.
 */
export function requiredLiterals(
  source: string,
  { ignoreCase }: { readonly ignoreCase: boolean },
): readonly string[] | undefined {
  // Flags inside, named classes and quotations change what the rest means.
  if (/\(\?(?!:|P?<)|\[:|\\Q|\[\^?\]/.test(source)) return undefined
  const found = new LiteralReader(source).read()
  if (found === undefined) return undefined
  const literals = found.map((literal) => (ignoreCase ? foldable(literal) : literal))
  const isUsable = literals.every(
    (literal) =>
      encoder.encode(literal).length >= SHORTEST &&
      literal.length <= LONGEST &&
      literal.isWellFormed() &&
      !/[\n\r\ufffd]/.test(literal),
  )
  return isUsable && literals.length <= MOST ? [...new Set(literals)] : undefined
}

/** The longest part that is equal to nothing but itself in upper and lower case. */
function foldable(literal: string): string {
  const parts =
    literal.match(/(?:[ -JL-RT-jl-rt-~]|(?!\p{ASCII}|\p{CWCF}|\p{CWCM})\P{Cs})+/gu) ?? []
  return parts
    .reduce<string>((best, part) => (part.length > best.length ? part : best), '')
    .toLowerCase()
}

/** One of them stands in the match; undefined: nothing is known. */
type Required = readonly string[] | undefined

class LiteralReader {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  read(): Required {
    return this.#alternatives()
  }

  #alternatives(): Required {
    const all: string[] = []
    let isKnown = true
    for (;;) {
      const one = this.#sequence()
      if (one === undefined) isKnown = false
      else all.push(...one)
      if (this.#source[this.#at] !== '|') break
      this.#at++
    }
    return isKnown ? all : undefined
  }

  #sequence(): Required {
    let best: Required
    let run = ''
    const offer = (required: Required): void => {
      if (required !== undefined && worthOf(required) > worthOf(best)) best = required
    }
    const endRun = (): void => {
      if (run !== '') offer([run])
      run = ''
    }
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] as string)) {
      const atom = this.#atom()
      const repeat = this.#repeat()
      if (atom.kind === 'character') {
        if (repeat === 'optional') endRun()
        else {
          run += atom.character
          if (repeat === 'repeated') endRun()
        }
      } else if (atom.kind === 'other') {
        endRun()
        if (repeat !== 'optional') offer(atom.required)
      }
    }
    endRun()
    return best
  }

  #atom():
    | { readonly kind: 'character'; readonly character: string }
    | { readonly kind: 'zero-width' }
    | { readonly kind: 'other'; readonly required?: Required } {
    const character = String.fromCodePoint(this.#source.codePointAt(this.#at) as number)
    this.#at += character.length
    switch (character) {
      case '^':
      case '$':
        return { kind: 'zero-width' }
      case '.':
        return { kind: 'other' }
      case '[':
        this.#skipClass()
        return { kind: 'other' }
      case '(': {
        const opening = /^\?(?::|P?<[^>]*>)/.exec(this.#source.slice(this.#at))?.[0] ?? ''
        this.#at += opening.length
        const required = this.#alternatives()
        this.#at++
        return { kind: 'other', required }
      }
      case '\\':
        return this.#escape()
      default:
        return { kind: 'character', character }
    }
  }

  #escape(): { kind: 'character'; character: string } | { kind: 'zero-width' } | { kind: 'other' } {
    const character = this.#source[this.#at] ?? ''
    this.#at++
    if (PUNCTUATION.test(character)) return { kind: 'character', character }
    if (ZERO_WIDTH.has(character)) return { kind: 'zero-width' }
    // What belongs to the escape: \u{1F600}, \x41, \p{L}, \pL, \cA, \012.
    const belonging = /[ux]/.test(character)
      ? /^(?:\{[^}]*\}|[\da-fA-F]{2,4})/
      : /[pPc]/.test(character)
        ? /^(?:\{[^}]*\}|.)/
        : /\d/.test(character)
          ? /^\d+/
          : undefined
    this.#at += belonging?.exec(this.#source.slice(this.#at))?.[0].length ?? 0
    return { kind: 'other' }
  }

  #skipClass(): void {
    for (; this.#at < this.#source.length; this.#at++) {
      const character = this.#source[this.#at]
      if (character === '\\') this.#at++
      else if (character === ']') break
    }
    this.#at++
  }

  #repeat(): 'once' | 'optional' | 'repeated' {
    const found = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at))
    if (!found) return 'once'
    this.#at += found[0].length
    const isOptional = found[1] === undefined ? !found[0].startsWith('+') : Number(found[1]) === 0
    return isOptional ? 'optional' : 'repeated'
  }
}

/** Longer strings are rarer; the shortest of several decides. */
function worthOf(required: Required): number {
  return required === undefined ? 0 : Math.min(...required.map((one) => one.length), 1e6)
}
