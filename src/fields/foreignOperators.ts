// Operators of other languages in a query, and how this one has them.
import type { TextOffset } from '../base/units.ts'
import type { QueryEdit } from './queryReader.ts'
import { OTHER_WORDS } from './queryWords.ts'

export interface ForeignOperator {
  /** As it is written there. */
  readonly word: string
  readonly to: TextOffset
  /** What it is called here. */
  readonly meant: string
  /** Absent where no single change would be a query. */
  readonly edit?: QueryEdit
}

/** `like` and a text in quotes, whose ends may stand for any text. */
const LIKE = /^i?like\s+(["'])(%?)([^"'\\%]*(?:%[^"'\\%]+)*)(%?)\1/i

const BETWEEN =
  /^between\s+(-?[\d.eE+-]+|"[^"\\]*"|'[^'\\]*')\s+and\s+(-?[\d.eE+-]+|"[^"\\]*"|'[^'\\]*')/i

/** The operator that stands at `at`, after `subject`. Undefined for what is known nowhere. */
export function foreignOperator(
  text: string,
  at: TextOffset,
  subject: string,
): ForeignOperator | undefined {
  const rest = text.slice(at)
  const found = /^(?:=~|[~\w]+)/.exec(rest)?.[0] ?? ''
  const like = LIKE.exec(rest)
  if (like) {
    const [whole, , before, middle, after] = like as unknown as readonly string[]
    const meant = before === after ? 'contains' : after === '%' ? 'starts with' : 'ends with'
    const insert = `${meant} ${JSON.stringify(middle)}`
    const edit = { from: at, to: at + (whole as string).length, insert }
    return { word: found, to: at + found.length, meant, edit }
  }
  if (found.toLowerCase() === 'between') {
    const to = at + found.length
    const values = BETWEEN.exec(rest)
    if (!values) return { word: found, to, meant: '>= and <=' }
    const insert = `>= ${values[1]} and ${subject} <= ${values[2]}`
    return {
      word: found,
      to,
      meant: '>= and <=',
      edit: { from: at, to: at + values[0].length, insert },
    }
  }
  // Two words are one operator.
  const word = /^(?:is\s+not|(?:begins|starts|ends)\s+with)\b/i.exec(rest)?.[0] ?? found
  const [first = '', second] = word.toLowerCase().split(/\s+/)
  const meant = second === 'not' ? '!=' : OTHER_WORDS.get(first)
  if (meant === undefined) return undefined
  const to = at + word.length
  return { word, to, meant, edit: { from: at, to, insert: meant } }
}
