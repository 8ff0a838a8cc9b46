// Metadata of a batch as rows that are typed. The limits are those of OpenAI's published schema
// (`Metadata`): 16 pairs, names of 64 characters, values of 512.
import { type Message, msg } from '../../../i18n/message.ts'

export interface MetadataRow {
  /** Of the row on the screen, never sent. */
  readonly id: number
  readonly name: string
  readonly value: string
}

const MAX_NAME = 64
const MAX_VALUE = 512

/** Rows without anything in them are not sent. */
function isBlank({ name, value }: MetadataRow): boolean {
  return name.trim() === '' && value.trim() === ''
}

/** What is wrong with a row, by its id. `taken`: names that the app gives itself. */
export function metadataProblems(
  rows: readonly MetadataRow[],
  taken: readonly string[],
): ReadonlyMap<number, Message> {
  const problems = new Map<number, Message>()
  const seen = new Set<string>()
  for (const row of rows) {
    if (isBlank(row)) continue
    const name = row.name.trim()
    const problem = problemOf(name, row.value.trim(), seen, taken)
    if (problem) problems.set(row.id, problem)
    seen.add(name)
  }
  return problems
}

function problemOf(
  name: string,
  value: string,
  seen: ReadonlySet<string>,
  taken: readonly string[],
): Message | undefined {
  if (name === '') return msg('The name is missing.')
  if (taken.includes(name)) {
    return msg('{name} is set by Lineproof, to find the batch again. Take another name.', { name })
  }
  if (seen.has(name)) return msg('{name} is there twice.', { name })
  const nameLength = lengthOf(name)
  if (nameLength > MAX_NAME) {
    return msg('The name has {count, number} characters; at most {limit, number} are allowed.', {
      count: nameLength,
      limit: MAX_NAME,
    })
  }
  const valueLength = lengthOf(value)
  if (valueLength > MAX_VALUE) {
    return msg('The value has {count, number} characters; at most {limit, number} are allowed.', {
      count: valueLength,
      limit: MAX_VALUE,
    })
  }
  return undefined
}

/** Of rows without a problem. */
export function metadataOf(rows: readonly MetadataRow[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rows.filter((row) => !isBlank(row)).map(({ name, value }) => [name.trim(), value.trim()]),
  )
}

/** In characters, not in halves of surrogate pairs. */
function lengthOf(text: string): number {
  return Array.from(text).length
}
