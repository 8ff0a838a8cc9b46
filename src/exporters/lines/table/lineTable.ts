// Lines as rows of a table: which columns there are, and what a line has in each.
import type { TextOffset } from '../../../base/units.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import type { JsonPath } from '../../../json/jsonPath.ts'
import type { CellValue } from '../../cells/cellValue.ts'
import { columnTitles, parseFieldPath } from '../fields/fieldPath.ts'
import { FieldReader, MOST_FIELDS } from '../fields/fieldReader.ts'
import { type ArrayWay, fieldValue } from '../fields/fieldValue.ts'
import { arrayWayOf, type TableValues } from './tableOptions.ts'

/** For what has no column of its own: paths with their values, as one JSON object. */
const MORE: JsonPath = ['more']

/** What has to be found before the first row can be written. */
export function findsFields({ fields, nested }: TableValues): 'fields' | 'flatFields' | undefined {
  if (fields) return undefined
  return nested === 'flat' ? 'flatFields' : 'fields'
}

export class LineTable {
  readonly titles: readonly string[]
  /** Of the column that all the other fields share, where there is one. */
  readonly #moreTitle: string | undefined
  readonly #reader: FieldReader
  readonly #arrays: ArrayWay

  /** `found`: the fields of all lines; without it those that were chosen. */
  constructor(values: TableValues, found: FieldReader | undefined) {
    this.#arrays = arrayWayOf(values)
    this.#reader = found ?? FieldReader.ofPaths(pathsOf(values), values.nested === 'flat')
    const { fields, linesWithMore } = this.#reader
    const paths = fields.map(({ path }) => path)
    this.titles = columnTitles(linesWithMore > 0 ? [...paths, MORE] : paths)
    if (linesWithMore > 0) this.#moreTitle = this.titles.at(-1)
  }

  /** The cells of the row of a line; one for each title. */
  row(text: string, from: TextOffset): (CellValue | undefined)[] {
    const reader = this.#reader
    reader.read(text, from)
    const cells: (CellValue | undefined)[] = []
    for (let field = 0; field < reader.fields.length; field++) {
      const at = reader.from[field] as number
      const to = reader.to[field] as number
      cells.push(at < 0 ? undefined : fieldValue(text, at, to, this.#arrays))
    }
    if (this.#moreTitle !== undefined) cells.push(this.#more(text))
    return cells
  }

  notes(): readonly Message[] {
    if (this.#moreTitle === undefined) return []
    return [
      msg(
        'There are more than {most, number} fields: what {count, plural, one {# line has} other {# lines have}} beyond them stands together in the column “{column}”.',
        { most: MOST_FIELDS, count: this.#reader.linesWithMore, column: this.#moreTitle },
      ),
    ]
  }

  #more(text: string): CellValue | undefined {
    const { rest } = this.#reader
    if (rest.length === 0) return undefined
    const members = rest.map(
      ({ path, from, to }) => `${JSON.stringify(path)}:${text.slice(from, to)}`,
    )
    return { kind: 'json', source: `{${members.join()}}` }
  }
}

function pathsOf({ fields }: TableValues): readonly JsonPath[] {
  return (fields ?? []).flatMap((field) => {
    const path = parseFieldPath(field)
    return path ? [path] : []
  })
}
