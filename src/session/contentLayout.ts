// What is said once for the file, because it would otherwise be said at every line: a byte order
// mark, a pretty-printed document, a whole-file array, a file that is no text at all.
import { fail, ok, type Result } from '../base/result.ts'
import type { FileFinding } from '../diagnostics/diagnostic.ts'
import {
  byteOrderMarkInFile,
  compressedFile,
  jsonArrayFile,
  notTextFile,
  prettyPrintedFile,
  utf16File,
} from '../diagnostics/fileCodes.ts'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import { isObject } from '../json/jsonPath.ts'
import type { SniffedContent } from '../scanner/sniffContent.ts'

export type ContentLayout = SniffedContent['layout']

/** The finding of the first line when a byte order mark begins it. */
export function byteOrderMarkFinding(format: FormatDefinition): FileFinding {
  return byteOrderMarkInFile(format.byteOrderMark, format.byteOrderMarkNote)
}

/** What lines are that make sense only together. */
export function layoutFinding(layout: Exclude<ContentLayout, 'lines'>): FileFinding {
  return layout === 'json-array' ? jsonArrayFile : prettyPrintedFile
}

/**
 * Whether a line that is JSON by itself is only a part of the document around it: a number of an
 * array that is written one element a line. An object is taken for a line even there.
 */
export function isPartOfDocument(
  layout: ContentLayout,
  value: unknown,
): layout is Exclude<ContentLayout, 'lines'> {
  return layout !== 'lines' && !isObject(value)
}

const COMPRESSED: ReadonlySet<string> = new Set(['gzip', 'zstd', 'zip', 'bzip2', 'xz'])

const OTHER: Readonly<Record<string, string>> = {
  parquet: 'an Apache Parquet file',
  sqlite: 'an SQLite database',
  pdf: 'a PDF document',
  binary: 'binary data',
}

/** Refuses content that has no lines of UTF-8, by its name. */
export function checkReadable({ encoding }: SniffedContent, name: string): Result<void> {
  const finding =
    encoding === 'utf-16le' || encoding === 'utf-16be'
      ? utf16File(encoding === 'utf-16be')
      : COMPRESSED.has(encoding)
        ? compressedFile(encoding)
        : encoding === 'utf-8'
          ? undefined
          : notTextFile(OTHER[encoding] ?? encoding)
  return finding ? fail('refused', `${name}: ${finding.message}`) : ok()
}

/** Codes that stand for "not JSON by itself" where the file is laid out over several lines. */
export function isLayoutCode(code: string): boolean {
  return code === jsonArrayFile.code || code === prettyPrintedFile.code
}
