// For tests: the figures of lines of JSON, by the scanner.
import { lineId } from '../../base/units.ts'
import { countText } from '../../scanner/testing/countedFields.ts'
import { fieldFigures } from '../../session/statistics/figures.ts'
import type { FigureList } from '../fieldFigures.ts'

export async function figuresOf(lines: readonly string[]): Promise<FigureList> {
  const { fields, totals } = await countText(lines.map((line) => `${line}\n`).join(''))
  const lineOf = (row: number) => ({ id: lineId(row), index: row })
  return { ...totals, fields: fields.map((field) => fieldFigures(field, lineOf)) }
}
