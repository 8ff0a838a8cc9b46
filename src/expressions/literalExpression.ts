// A text that is looked for as it is, as an expression of the browser's own. Every character is escaped,
// so no text makes it take long. The same one finds and marks: what is counted is what is marked.
//
// What people take for the same text is the same here, as far as bytes can be searched for it: upper and
// lower case by Unicode's simple folding (ß and ẞ, σ and ς, Ａ and ａ); a letter with its accent or a
// syllable of Hangul in one code point or in several, as files from macOS have it; and characters beyond
// ASCII that are written as escapes of JSON, as Python writes all of them. It is not the same where a letter
// becomes two (ß and SS) or an accent is left out (é and e). Letters of ASCII match in either case and
// nothing else: not the sign of Kelvin, not ſ, not İ, and no escapes.

/** Global. It matches the `literalForms` of the text, with `ignoreCase` in any case. */
export function literalExpression(text: string, { ignoreCase }: { ignoreCase: boolean }): RegExp {
  // By the rules of Unicode the letter k would also match the sign of Kelvin.
  if (ignoreCase && isCasedBeyondAscii(text) && text.isWellFormed()) return foldedExpression(text)
  const source = literalForms(text).map(quoted).join('|')
  return new RegExp(source, ignoreCase ? 'gi' : 'g')
}

/** The text, and what stands for it in files (see above). Of ASCII the text alone. */
export function literalForms(text: string): readonly string[] {
  if (isAscii(text)) return [text]
  const forms = compositionsOf(text)
  const escaped = forms.map((form) => form.replaceAll(BEYOND_ASCII, escapeOf))
  const escapedInCapitals = forms.map((form) =>
    form.replaceAll(BEYOND_ASCII, (character) => escapeOf(character).replaceAll(/[a-f]/g, capital)),
  )
  return [...new Set([...forms, ...escaped, ...escapedInCapitals])]
}

/** Whether case makes a difference for what a search over bytes does not fold: letters beyond ASCII. */
export function isCasedBeyondAscii(text: string): boolean {
  return !isAscii(text) && compositionsOf(text).some((form) => CASED.test(form))
}

/**
 * A part that stands in every match as it is, but for the case of ASCII; undefined where it would tell little.
 * 'caf' of 'Café'.
 */
export function plainPart(text: string): string | undefined {
  // The other letters match some beyond ASCII.
  const runs = text.matchAll(/(?:[ -HJL-RT-hjl-rt-~](?!\p{M}))+/gu)
  const longest = Array.from(runs, ([run]) => run).reduce(
    (best, run) => (run.length > best.length ? run : best),
    '',
  )
  return longest.length < SHORTEST_PART ? undefined : longest.slice(0, LONGEST_PART).toLowerCase()
}

const SHORTEST_PART = 3
const LONGEST_PART = 256

const CASED = /(?!\p{ASCII})[\p{Changes_When_Casefolded}\p{Changes_When_Casemapped}]/u

const BEYOND_ASCII = /\P{ASCII}/gu

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text)
}

function compositionsOf(text: string): readonly string[] {
  return [...new Set([text, text.normalize('NFC'), text.normalize('NFD')])]
}

/** As JSON may write a character: one escape for each code unit, in small letters. */
function escapeOf(character: string): string {
  return Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('')
}

function capital(letter: string): string {
  return letter.toUpperCase()
}

/** For an expression. */
function quoted(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function foldedExpression(text: string): RegExp {
  // Whoever writes one of these writes Turkish, where I is the capital of ı, and İ that of i.
  const isTurkish = /[İı]/.test(text)
  const sources = compositionsOf(text).flatMap((form) => {
    const characters = Array.from(form, (character) =>
      isTurkish && /[iIİı]/.test(character) ? ['i', 'İ', 'ı'] : casesOf(character),
    )
    return [
      characters.map((cases) => anyOf(cases)),
      characters.map((cases) =>
        anyOf(cases.map((each) => (isAscii(each) ? each : escapeOf(each)))),
      ),
    ].map((parts) => parts.join(''))
  })
  return new RegExp([...new Set(sources)].join('|'), 'giu')
}

/** Source of an expression. */
function anyOf(texts: readonly string[]): string {
  return texts.length === 1 ? quoted(texts[0] as string) : `(?:${texts.map(quoted).join('|')})`
}

/** Letters whose other case is not the one that they are turned into. */
const SAME: readonly string[] = ['σςΣ', 'ßẞ']

/** The character and those that differ from it in case. One alone for what has no case beyond ASCII. */
function casesOf(character: string): readonly string[] {
  if (isAscii(character)) return [character]
  const same = SAME.find((letters) => letters.includes(character))
  if (same !== undefined) return Array.from(same)
  const others = [character.toLowerCase(), character.toUpperCase()]
  // What becomes several letters is not looked for.
  const ofOne = others.filter((other) => other.length === character.length)
  return [...new Set([character, ...ofOne])]
}
