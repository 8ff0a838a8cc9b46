// Which columns answers unfold into: found out by looking at all of them before the first is written.
import type { ExportRow } from '../exportRow.ts'
import type { CellValue } from '../../cells/cellValue.ts'
import { fieldOf, type FieldName } from '../fields.ts'
import { answerText } from '../wholeText.ts'
import { type Members, membersOf } from './answerMembers.ts'

/** What a cell is made of: the row, and the members of its answer where that is a JSON object. */
export interface CsvColumn {
  readonly name: string
  readonly value: (row: ExportRow, members: Members | undefined) => CellValue | undefined
}

/** Columns that people can still look at; what is beyond them stands together in the last one. */
export const MOST_MEMBERS = 500

/** Code units of a name that can be the title of a column. */
const LONGEST_NAME = 200

/** For what has no column: names with their values, as one JSON object. */
export const MORE = 'answer_more'

/** Of a name that no field has: they are without a full stop. */
function titleOf(name: string): string {
  return `answer.${name}`
}

/** Bounded in memory: MOST_MEMBERS names of LONGEST_NAME. */
export class AnswerColumns {
  readonly #names = new Set<string>()
  #hasText = false
  #hasMore = false

  see(row: ExportRow): void {
    const text = wordsOf(row)
    const members = membersOf(text)
    if (!members) this.#hasText ||= text !== undefined
    else for (const name of members.keys()) this.#add(name)
  }

  #add(name: string): void {
    if (this.#names.has(name)) return
    if (this.#names.size < MOST_MEMBERS && name.length <= LONGEST_NAME) this.#names.add(name)
    else this.#hasMore = true
  }

  /** Whether there is a place for what an answer says; not where it was changed after it was seen. */
  canHold(text: string | undefined, members: Members | undefined): boolean {
    if (!members) return text === undefined || this.#hasText
    return this.#hasMore || [...members.keys()].every((name) => this.#names.has(name))
  }

  /**
   * The columns of the fields, with those of the members in the place of the answer, or at the end. The
   * answer itself remains where any of them is no object.
   */
  columns(fields: readonly FieldName[]): readonly CsvColumn[] {
    const unfolded = [...this.#names].map((name) => ({
      name: titleOf(name),
      value: (_: ExportRow, members: Members | undefined) => members?.get(name)?.value,
    }))
    if (this.#hasMore) unfolded.push({ name: MORE, value: (_, members) => this.#rest(members) })
    const columns = fields.flatMap((field) => {
      if (field !== 'answer') return [plainColumn(field)]
      return this.#hasText || unfolded.length === 0 ? [textColumn, ...unfolded] : unfolded
    })
    return fields.includes('answer') ? columns : [...columns, ...unfolded]
  }

  #rest(members: Members | undefined): CellValue | undefined {
    const rest = [...(members ?? [])].filter(([name]) => !this.#names.has(name))
    if (rest.length === 0) return undefined
    const written = rest.map(([name, { source }]) => `${JSON.stringify(name)}:${source}`)
    return { kind: 'json', source: `{${written.join()}}` }
  }
}

export function plainColumn(name: FieldName): CsvColumn {
  return { name, value: (row) => fieldOf(name).value(row) }
}

const textColumn: CsvColumn = {
  name: 'answer',
  value: (row, members) => (members ? undefined : fieldOf('answer').value(row)),
}

/** What the answer says in words; undefined where it failed or says nothing. */
export function wordsOf({ answer }: ExportRow): string | undefined {
  return answer?.content && answerText(answer.content)
}
