// What an expression cannot hold, and how that is said.
import { type Message, msg, verbatim } from '../i18n/message.ts'

/** Constructs whose time is not bounded by the text, so that no linear engine has them. */
const CONSTRUCTS: readonly { readonly at: RegExp; readonly name: Message }[] = [
  { at: /^\(\?=/, name: msg('Look-ahead') },
  { at: /^\(\?!/, name: msg('Negative look-ahead') },
  { at: /^\(\?<=/, name: msg('Look-behind') },
  { at: /^\(\?<!/, name: msg('Negative look-behind') },
  { at: /^\\[1-9]\d*/, name: msg('A back-reference') },
  { at: /^\\k<[^>]*>/, name: msg('A back-reference') },
]

/** A sentence about the first construct that is not supported; undefined when there is none. */
export function findUnsupported(source: string): Message | undefined {
  let isInClass = false
  for (let at = 0; at < source.length; at++) {
    const character = source[at]
    if (isInClass) {
      if (character === '\\') at++
      else if (character === ']') isInClass = false
      continue
    }
    const rest = source.slice(at, at + 40)
    const construct = CONSTRUCTS.find((one) => one.at.test(rest))
    if (construct) {
      const text = construct.at.exec(rest)?.[0] ?? ''
      return msg(
        '{construct} is not supported: "{text}" at character {position, number}. Regular expressions here have no look-around and no back-references, which can take endless time.',
        { construct: construct.name, text, position: at + 1 },
      )
    }
    if (character === '\\') at++
    else if (character === '[') isInClass = true
  }
  return undefined
}

/** By the start of the engine's own words: what they mean, in those of the page. */
const EXPLANATIONS: readonly (readonly [RegExp, (part: string) => Message])[] = [
  [/missing closing \)/, () => msg('A bracket "(" is not closed.')],
  [/unexpected \)/, () => msg('A bracket ")" closes nothing.')],
  [/missing closing \]/, () => msg('A set "[" is not closed.')],
  [
    /missing argument to repetition|nested repetition/,
    (part) => msg('"{part}" repeats nothing.', { part }),
  ],
  [
    /invalid repeat count/,
    (part) => msg('"{part}" repeats more than 1,000 times, or counts backwards.', { part }),
  ],
  [
    /invalid character class range/,
    (part) => msg('"{part}" is not a range of characters.', { part }),
  ],
  [/invalid escape sequence/, (part) => msg('"{part}" is not an escape.', { part })],
  [
    /trailing backslash/,
    () => msg('A backslash at the end escapes nothing. Write \\\\ to find a backslash.'),
  ],
  [
    /invalid named capture|duplicate/,
    (part) => msg('"{part}" is not the name of a group, or names two.', { part }),
  ],
  [/invalid or unsupported Perl/, (part) => msg('"{part}" is not supported.', { part })],
  [/too large|memory|complex/, () => msg('The expression is too large.')],
]

/** Why the engine refused an expression: `error` is what it threw. */
export function explainProblem(error: unknown): Message {
  const message = error instanceof Error ? error.message : String(error)
  const words = message.replace(/^error parsing regexp: /, '')
  const part = /: `([\s\S]*)`$/.exec(words)?.[1] ?? ''
  const known = EXPLANATIONS.find(([start]) => start.test(words))
  const reason = known ? known[1](part) : verbatim(`${words}.`)
  return msg('Not a regular expression. {reason}', { reason })
}
