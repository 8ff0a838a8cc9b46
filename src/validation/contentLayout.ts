// What is said once for the file, because it would otherwise be said at every line: a byte order mark,
// one array over all lines, a table, a file that is not text at all.
import { type SyntaxErrorCode, syntaxFinding } from '../diagnostics/codes.ts'
import type { FileFinding, Finding } from '../diagnostics/diagnostic.ts'
import {
  byteOrderMarkInFile,
  compressedFile,
  notTextFile,
  nulFile,
  wideTextFile,
} from '../diagnostics/fileCodes.ts'
import {
  type ArraySize,
  eventStreamFile,
  jsonArrayFile,
  loneCrFile,
  notJsonFile,
  prettyPrintedFile,
  wrappedArrayFile,
} from '../diagnostics/layoutCodes.ts'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import { isObject } from '../json/jsonPath.ts'
import type { SniffedContent } from '../scanner/sniffContent.ts'

export type ContentLayout = SniffedContent['layout']

/** The finding of the first line when a byte order mark begins it. */
export function byteOrderMarkFinding(format: FormatDefinition): FileFinding {
  return byteOrderMarkInFile(format.byteOrderMark, format.byteOrderMarkNote)
}

/** What is said of lines that are not JSON by themselves; undefined where each has its own trouble. */
export class LayoutRule {
  readonly finding: FileFinding
  /** Whether lines that look like JSON are a part of it all the same. */
  readonly #hasJson: boolean
  readonly #isLoneCr: boolean
  /** Blank lines belong to it. */
  readonly hasBlankLines: boolean

  constructor(layout: Exclude<ContentLayout, 'lines'>, size?: ArraySize) {
    this.finding = layoutFinding(layout, size)
    this.#hasJson = JSON_LAYOUTS.has(layout)
    this.#isLoneCr = layout === 'lone-cr'
    this.hasBlankLines = layout === 'event-stream'
  }

  /** Whether it is what is wrong with the line [from, to) that is not JSON. */
  explains(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#hasJson) return true
    if (this.#isLoneCr) return bytes.subarray(from, to).includes(CR)
    return !beginsJson(bytes, from, to)
  }

  /**
   * Whether a line that is JSON by itself is only a part of what is around it: a number of an array
   * that is written one element a line, or of a table; what is indented. Another object is taken for a
   * line even there.
   */
  isPart(text: string, value: unknown): boolean {
    if (this.#isLoneCr) return false
    return !isObject(value) || (this.#hasJson && /^[ \t]/.test(text))
  }

  /** Whether lines of one shape are all a part, or all none. */
  isByShape(value: unknown): boolean {
    return !(this.#hasJson && isObject(value))
  }
}

const CR = 0x0d
const SPACE = 0x20
const OPEN_BRACE = 0x7b
const OPEN_BRACKET = 0x5b

const JSON_LAYOUTS: ReadonlySet<string> = new Set(['json-array', 'wrapped-array', 'pretty-printed'])

/** Whether a line was meant to be an object or an array, `[2026-01-31` and `[main]` left aside. */
function beginsJson(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from
  while (at < to && (bytes[at] as number) <= SPACE) at++
  if (bytes[at] === OPEN_BRACE) return true
  if (bytes[at] !== OPEN_BRACKET) return false
  const text = String.fromCharCode(...bytes.subarray(at, Math.min(to, at + BEGINNING)))
  return /^\[\s*(?:["'{[\]]|$)/.test(text)
}

const BEGINNING = 32

/** What is said of a line that is not JSON; `layout`: of the file, where that is what is wrong. */
export function syntaxFindings(code: SyntaxErrorCode, layout: LayoutRule | undefined): Finding[] {
  if (!layout) return [syntaxFinding(code)]
  if (code !== 'blank-line') return [layout.finding]
  return layout.hasBlankLines ? [syntaxFinding(code), layout.finding] : [syntaxFinding(code)]
}

/** Undefined for a file of lines. `size`: of the whole file, in bytes. */
export function layoutRuleOf(
  { layout, array }: SniffedContent,
  size: number,
): LayoutRule | undefined {
  if (layout === 'lines') return undefined
  if (!array || array.elements === 0) return new LayoutRule(layout)
  const { elements, bytes, isAll, key } = array
  return new LayoutRule(layout, {
    elements: isAll ? elements : roughly((elements * size) / Math.max(1, bytes)),
    isExact: isAll,
    ...(key !== undefined && { key }),
  })
}

/** With two digits that count. */
function roughly(count: number): number {
  return Number(count.toPrecision(2))
}

function layoutFinding(layout: Exclude<ContentLayout, 'lines'>, size?: ArraySize): FileFinding {
  switch (layout) {
    case 'json-array':
      return jsonArrayFile(size)
    case 'wrapped-array':
      return size ? wrappedArrayFile(size) : prettyPrintedFile
    case 'pretty-printed':
      return prettyPrintedFile
    case 'lone-cr':
      return loneCrFile
    case 'event-stream':
      return eventStreamFile
    case 'csv':
    case 'tsv':
    case 'log':
    case 'yaml':
    case 'html':
    case 'xml':
    case 'sql':
    case 'plain-text':
      return notJsonFile(layout)
  }
}

/** Why content that has no lines of UTF-8 is not opened; undefined for content that is. */
export function refusalOf({ encoding }: SniffedContent): FileFinding | undefined {
  switch (encoding) {
    case 'utf-8':
      return undefined
    case 'utf-16le':
    case 'utf-16be':
      return wideTextFile(16, encoding === 'utf-16be')
    case 'utf-32le':
    case 'utf-32be':
      return wideTextFile(32, encoding === 'utf-32be')
    case 'nul':
      return nulFile
    case 'gzip':
    case 'zstd':
    case 'zip':
    case 'bzip2':
    case 'xz':
      return compressedFile(encoding)
    case 'parquet':
    case 'sqlite':
    case 'pdf':
    case 'office':
    case 'binary':
      return notTextFile(encoding)
  }
}
