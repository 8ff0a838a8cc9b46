// Which columns an export has: those that were chosen, or all that were found.
import { present } from '../../../base/assert.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import {
  columnOfPath,
  columnTitles,
  type ExportColumn,
  parseColumn,
} from '../columns/exportColumn.ts'
import type { ReadColumns } from '../defineExporter.ts'
import { type FieldReader, MOST_FIELDS } from '../fields/fieldReader.ts'

/** For what has no column of its own. */
const MORE: ExportColumn = columnOfPath(['more'])

/** Those of all lines where something was looked for, in which case the fields without a column share one. */
export function readColumns(
  chosen: readonly string[] | undefined,
  found: FieldReader | undefined,
): ReadColumns {
  if (!found) {
    const columns = (chosen ?? []).map((text) => present(parseColumn(text), `column ${text}`))
    return { columns, titles: columnTitles(columns) }
  }
  const columns = found.fields.map(({ path }) => columnOfPath(path))
  return { columns, titles: columnTitles(found.linesWithMore > 0 ? [...columns, MORE] : columns) }
}

export function moreNotes(
  { titles }: ReadColumns,
  found: FieldReader | undefined,
): readonly Message[] {
  if (!found || found.linesWithMore === 0) return []
  return [
    msg(
      'There are more than {most, number} fields: what {count, plural, one {# line has} other {# lines have}} beyond them stands together in the column “{column}”.',
      { most: MOST_FIELDS, count: found.linesWithMore, column: titles.at(-1) ?? '' },
    ),
  ]
}
