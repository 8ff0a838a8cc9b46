// The members of an answer that is a JSON object, as cells of their own.
import { isObject } from '../../../json/jsonPath.ts'
import { childrenAt, memberNameAt, skipSpace } from '../../../json/walkText.ts'
import type { CellValue } from '../../cells/cellValue.ts'

export interface Member {
  /** JSON text as the answer has it. */
  readonly source: string
  /** Undefined for null, which spreadsheets have as an empty cell. */
  readonly value: CellValue | undefined
}

/** In the order of the text; of a name that is there twice, the last counts. */
export type Members = ReadonlyMap<string, Member>

/** Undefined for a text that is no JSON object, such as one in a fence of Markdown. */
export function membersOf(text: string | undefined): Members | undefined {
  if (text === undefined || !isJsonObject(text)) return undefined
  const members = new Map<string, Member>()
  for (const { keyFrom, keyTo, valueFrom, valueTo } of childrenAt(text, skipSpace(text, 0))) {
    const source = text.slice(valueFrom, valueTo)
    members.set(memberNameAt(text, keyFrom, keyTo), { source, value: valueOf(source) })
  }
  return members
}

function isJsonObject(text: string): boolean {
  // Most texts end here, without the cost of an exception.
  if (!/^\s*\{/.test(text)) return false
  try {
    return isObject(JSON.parse(text))
  } catch {
    return false
  }
}

/** Texts as they read; numbers and what is nested as they are written. */
function valueOf(source: string): CellValue | undefined {
  if (source === 'null') return undefined
  if (source.startsWith('"')) return { kind: 'text', text: JSON.parse(source) as string }
  return { kind: 'json', source }
}
