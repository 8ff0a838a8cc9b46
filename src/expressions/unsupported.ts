// What an expression cannot hold, and how that is said.

/** Constructs whose time is not bounded by the text, so that no linear engine has them. */
const CONSTRUCTS: readonly { readonly at: RegExp; readonly name: string }[] = [
  { at: /^\(\?=/, name: 'Look-ahead' },
  { at: /^\(\?!/, name: 'Negative look-ahead' },
  { at: /^\(\?<=/, name: 'Look-behind' },
  { at: /^\(\?<!/, name: 'Negative look-behind' },
  { at: /^\\[1-9]\d*/, name: 'A back-reference' },
  { at: /^\\k<[^>]*>/, name: 'A back-reference' },
]

/** A sentence about the first construct that is not supported; undefined when there is none. */
export function findUnsupported(source: string): string | undefined {
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
      return `${construct.name} is not supported: "${text}" at character ${at + 1}. Regular expressions here have no look-around and no back-references, which can take endless time.`
    }
    if (character === '\\') at++
    else if (character === '[') isInClass = true
  }
  return undefined
}

/** The engine's words, by the start of its messages, in the words of the page. */
const EXPLANATIONS: readonly (readonly [RegExp, string])[] = [
  [/missing closing \)/, 'A bracket "(" is not closed.'],
  [/unexpected \)/, 'A bracket ")" closes nothing.'],
  [/missing closing \]/, 'A set "[" is not closed.'],
  [/missing argument to repetition|nested repetition/, '$ repeats nothing.'],
  [/invalid repeat count/, '$ repeats more than 1,000 times, or counts backwards.'],
  [/invalid character class range/, '$ is not a range of characters.'],
  [/invalid escape sequence/, '$ is not an escape.'],
  [/trailing backslash/, 'A backslash at the end escapes nothing. Write \\\\ to find a backslash.'],
  [/invalid named capture|duplicate/, '$ is not the name of a group, or names two.'],
  [/invalid or unsupported Perl/, '$ is not supported.'],
  [/too large|memory|complex/, 'The expression is too large.'],
]

/** Why the engine refused an expression: `error` is what it threw. */
export function explainProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const words = message.replace(/^error parsing regexp: /, '')
  const part = /: `([\s\S]*)`$/.exec(words)?.[1] ?? ''
  const known = EXPLANATIONS.find(([start]) => start.test(words))
  const reason = known ? known[1].replace('$', () => `"${part}"`) : `${words}.`
  return `Not a regular expression. ${reason}`
}
