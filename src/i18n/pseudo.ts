// English, longer by a third, accented and in brackets: shows which words are clipped, and which do not
// come from a message.
import type { CompiledMessage } from 'icu-minify/format'
import { createTranslator } from './translator.ts'

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ú',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
}

export const pseudoTranslator = createTranslator('pseudo', {}, (source) => {
  const list: readonly unknown[] = Array.isArray(source) ? source : [source]
  let words = ''
  const changed = changeTexts(list, (text) => {
    words += text
    return text.replace(/[a-z]/g, (letter) => ACCENTED[letter] ?? letter)
  })
  // A text of the file alone, or signs.
  if (!/[a-z]/i.test(words)) return source
  return ['[', ...changed, '·'.repeat(Math.ceil(words.length / 3)), ']'] as CompiledMessage
})

/** Of a compiled message, or of a branch of a plural. Names of placeholders stay as they are. */
function changeTexts(
  list: readonly unknown[],
  change: (text: string) => string,
): readonly unknown[] {
  return list.map((node) => {
    if (typeof node === 'string') return change(node)
    if (!Array.isArray(node)) return node
    const [name, ...rest] = node as unknown[]
    // A plural has a number for its type, and its branches in an object; a tag has its children there.
    if (typeof rest[0] !== 'number' || rest[0] === 0) return [name, ...changeTexts(rest, change)]
    return [name, ...rest.map((part) => (isBranches(part) ? changeBranches(part, change) : part))]
  })
}

type Branches = Readonly<Record<string, unknown>>

function isBranches(part: unknown): part is Branches {
  return typeof part === 'object' && part !== null && 'other' in part
}

function changeBranches(branches: Branches, change: (text: string) => string): Branches {
  return Object.fromEntries(
    Object.entries(branches).map(([name, branch]) => [
      name,
      Array.isArray(branch) ? changeTexts(branch, change) : changeTexts([branch], change)[0],
    ]),
  )
}
