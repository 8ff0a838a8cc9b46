// Windows of rows for the table: only what is on the screen is ever decoded.
import { cutText } from '../base/cutText.ts'
import type { LineIndex, RowIndex } from '../base/units.ts'
import { lineNumberOf } from '../base/units.ts'
import type { LineContent } from '../document/contentReader.ts'
import { isObject, type JsonPath, valueAt } from '../json/jsonPath.ts'
import { createLocator, type Locator } from '../json/locate.ts'
import { placedValues, shownLength } from '../fields/fieldColumn.ts'
import { ROW_TEXT_LIMIT, type Row, type RowWindow, type View } from '../contracts/documentApi.ts'
import type { OpenDocument } from './openDocument.ts'
import { assertLinesFit } from '../resultCache/assertVerdictsFit.ts'
import { longCells } from './longCells.ts'
import { rowMatches } from './search/rowMatches.ts'
import type { ShownColumn } from './shownColumns.ts'
import { jsonMembers, viewRows } from './views.ts'

/** Bytes of a line that are read for its text; the cells of a longer one are looked up in its bytes. */
const ROW_BYTES_LIMIT = 64 * 1024
/** Code units of a cell. */
const CELL_LIMIT = 400
/** Values of one field that its cell shows. */
const MOST_VALUES = 40
/** Rows a request may have: some screens. */
const MAX_ROWS = 1000

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Rows [from, to) of a view as they are now. */
export async function readRows(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  view: View,
  from: RowIndex,
  to: RowIndex,
): Promise<RowWindow> {
  const { columns, revision } = doc
  const rows = viewRows(doc, view)
  const end = Math.min(to, rows.count, from + MAX_ROWS)
  const ids = rows.ids(Math.max(0, from), end)
  const facts = ids.map((id) => ({
    id,
    index: doc.lines.indexOf(id) as LineIndex,
    findingSet: doc.lines.findingSetOf(id),
    edited: doc.lines.isEdited(id),
    isMatch: doc.lines.isMatch(id),
    isChosen: doc.choice.lines.has(id),
  }))
  const contents = await doc.lines.readContents(ids, { limitBytes: ROW_BYTES_LIMIT })
  assertLinesFit(doc, contents)
  const texts = contents.map(({ bytes }) => utf8.decode(bytes))
  const matches = await rowMatches(
    doc,
    facts.map(({ isMatch }, i) => ({
      content: contents[i] as LineContent,
      text: texts[i] as string,
      isMatch,
    })),
  )
  const long = await cellsOfLong(doc, wasm, columns, contents, (i) => facts[i]?.findingSet)
  return {
    revision,
    count: rows.count,
    from,
    rows: facts.map((fact, i) => {
      const content = contents[i] as LineContent
      const text = texts[i] as string
      const verdict = doc.findingSets.verdictOf(fact.findingSet)
      const isWhole = content.byteLength === content.bytes.length
      const longOnes = long.get(i)
      const cells = isWhole && verdict !== 'blank' ? cellsOf(columns, text) : longOnes?.cells
      const match = matches[i]
      const tokens = doc.tokens?.shownOf(fact.id)
      const finding = doc.findingSets.worstFinding(fact.findingSet)
      return {
        id: fact.id,
        line: lineNumberOf(fact.index),
        verdict,
        needsAttention: doc.findingSets.needsAttention(fact.findingSet),
        edited: fact.edited,
        isChosen: fact.isChosen,
        text: cutText(text, ROW_TEXT_LIMIT),
        byteLength: content.byteLength,
        ...(cells && { cells }),
        ...(longOnes?.isTooLong && { isTooLong: true }),
        ...(tokens !== undefined && { tokens }),
        ...(match && { match }),
        ...(finding && finding.severity !== 'hint' && { finding: finding.title }),
      } satisfies Row
    }),
  }
}

interface LongRow {
  readonly cells?: readonly string[]
  readonly isTooLong?: true
}

/** By place: the cells of lines that were cut, where they are JSON and have something to show, or why there are none. */
async function cellsOfLong(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  columns: readonly ShownColumn[],
  contents: readonly LineContent[],
  findingSetAt: (place: number) => number | undefined,
): Promise<ReadonlyMap<number, LongRow>> {
  const rows = new Map<number, LongRow>()
  const isCut = contents.some(({ byteLength, bytes }) => byteLength > bytes.length)
  if (!isCut || columns.length === 0) return rows
  const isJson = jsonMembers(doc)
  const places = [...contents.keys()].filter((place) => {
    const { byteLength, bytes } = contents[place] as LineContent
    return byteLength > bytes.length && isJson[findingSetAt(place) ?? 0] === 1
  })
  const lines = places.map((place) => contents[place] as LineContent)
  const bounds = { units: CELL_LIMIT * 2, values: MOST_VALUES }
  const found = await longCells(doc, wasm, columns, lines, bounds)
  for (const [i, place] of places.entries()) {
    const texts = found[i]?.map(cellOf)
    if (!texts) rows.set(place, { isTooLong: true })
    else if (texts.some((text) => text !== '')) rows.set(place, { cells: texts })
  }
  return rows
}

/** Undefined where no column has anything to show, as of lines of another kind. */
function cellsOf(columns: readonly ShownColumn[], line: string): string[] | undefined {
  if (columns.length === 0) return undefined
  const text = line.charCodeAt(0) === 0xfeff ? line.slice(1) : line
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isObject(value) && !columns.some(({ field }) => field)) return undefined
  const locator = createLocator(text)
  const cells = columns.map((column) => cellText(column, value, text, locator))
  return cells.some((cell) => cell !== '') ? cells : undefined
}

function cellText(
  { paths, field }: ShownColumn,
  value: unknown,
  text: string,
  locator: Locator,
): string {
  if (field) {
    const shown = placedValues(value, field.path, MOST_VALUES).map(({ value: found, path }) =>
      field.isLength ? shownLength(found) : textOf(found, value, path, text, locator),
    )
    return cellOf(shown.filter((one) => one !== undefined).join(', '))
  }
  for (const path of paths) {
    const found = valueAt(value, path)
    if (found === undefined) continue
    return cellOf(textOf(found, value, path, text, locator))
  }
  return ''
}

function cellOf(text: string): string {
  return cutText(cutText(text, CELL_LIMIT * 2).replace(/\s+/g, ' '), CELL_LIMIT)
}

function textOf(
  found: unknown,
  line: unknown,
  path: JsonPath,
  text: string,
  locator: Locator,
): string {
  return found === line ? text : shownValue(found, path, text, locator)
}

function shownValue(found: unknown, path: JsonPath, text: string, locator: Locator): string {
  if (typeof found === 'string') return found
  // As it is written: 1.0 is not 1, and long ids are no numbers of JavaScript's.
  const place = typeof found === 'number' ? locator.rangeOfPath(path)?.value : undefined
  return place ? text.slice(place.from, place.to) : JSON.stringify(found)
}
