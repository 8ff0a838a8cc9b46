// Texts of users and of files as literals of a shell and of Python. A name may hold anything: quotation marks,
// line breaks, characters that make a terminal do something when they are pasted, and such as show a text in
// another order than it has. None of that leaves its literal, and nothing but visible characters is written.

/** Control characters of 7 and 8 bits, formatting, halves of characters, and what has no meaning. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u

const utf8 = new TextEncoder()

/** Lines of a POSIX shell after which `variable` is `text` exactly. NUL, which no name can have, ends it. */
export function shellAssignment(variable: string, text: string): string {
  if (!UNSEEN.test(text)) return `${variable}=${shellQuote(text)}`
  // What a command writes loses the line breaks at its end, so something is written after them.
  return [`${variable}=$(printf '${printfFormat(text)}.')`, `${variable}=\${${variable}%.}`].join(
    '\n',
  )
}

/** For texts without unseen characters. */
function shellQuote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** The text as `printf` writes it: bytes by their octal numbers, where they mean anything to it or are unseen. */
function printfFormat(text: string): string {
  return Array.from(text, (character, i) => {
    if (character === '%') return '%%'
    const isSpecial = /[\\'!]/.test(character) || (i === 0 && character === '-')
    return isSpecial || UNSEEN.test(character) ? octal(character) : character
  }).join('')
}

function octal(character: string): string {
  return Array.from(
    utf8.encode(character),
    (byte) => `\\${byte.toString(8).padStart(3, '0')}`,
  ).join('')
}

/** A string of Python that is `text` exactly. */
export function pythonQuote(text: string): string {
  // What JSON escapes, Python escapes alike.
  return Array.from(JSON.stringify(text), (character) =>
    UNSEEN.test(character) ? pythonEscape(character.codePointAt(0) as number) : character,
  ).join('')
}

function pythonEscape(code: number): string {
  const hex = code.toString(16)
  return code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`
}
