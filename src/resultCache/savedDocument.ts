// An open document as an entry, and a document made from an entry without reading its file: lines,
// verdicts, and what the rules across lines know. Only of the file as it is on disk, never of edits.
import { type LineId, lineId } from '../base/units.ts'
import type { SavedFindingSets } from '../diagnostics/findingSets.ts'
import { isTokenCode } from '../diagnostics/tokenCodes.ts'
import type { ByteSource } from '../document/byteSource.ts'
import { type LineNumbers, restoreLines, saveLines } from '../document/saved/savedLines.ts'
import { type FormatDefinition, phaseOf } from '../formats/defineFormat.ts'
import { findFormat } from '../formats/registry.ts'
import type { SavedRules } from '../validation/fileRules.ts'
import type { ValidatedDocument } from '../validation/validatedDocument.ts'
import { settleNotices } from '../validation/settleRules.ts'
import {
  type Entry,
  type PackedEntry,
  packEntry,
  type SavedArray,
  type SavedArrays,
} from '../document/saved/entryFile.ts'

interface Meta {
  /** Of the file and of the validator; an entry under another's name is not believed. */
  readonly identity: string
  readonly formatId: string
  readonly isFormatDetected: boolean
  /** Of the calendar, as far as the format judges by it: see `phaseOf`. */
  readonly phase: number
  /** Of all hashes, in decimal: JSON has no 64-bit integers. */
  readonly seed: string
  readonly shapes: number
  readonly shapesFull: boolean
  readonly numbers: LineNumbers
  readonly findingSets: SavedFindingSets
  readonly profiles: SavedRules['profiles']
  readonly oddLines: readonly (readonly [number, readonly string[]])[]
}

/** Before the names of the arrays of keys, which name them themselves. */
const KEYS = 'keys.'

/**
 * The entry of a document that was read to its end and never changed; undefined of any other. Its
 * pieces are read from the live document: nothing may change before the last one.
 */
export function packDocument(doc: ValidatedDocument, identity: string): PackedEntry | undefined {
  const lines = doc.state === 'ready' ? saveLines(doc.lines) : undefined
  const rules = lines && doc.rules.save()
  if (!lines || !rules) return undefined
  const meta: Meta = {
    identity,
    formatId: doc.format.id,
    isFormatDetected: doc.isFormatDetected,
    phase: phaseOf(doc.format),
    seed: doc.seed.toString(),
    shapes: doc.validator.shapes,
    shapesFull: doc.validator.shapesFull,
    numbers: lines.numbers,
    // Tokens are counted again, and then say what they said.
    findingSets: withoutTokens(doc.findingSets.save()),
    profiles: rules.profiles,
    oddLines: [...doc.outliers],
  }
  const keys = Object.entries(rules.keys).map(([name, array]) => [KEYS + name, array] as const)
  const { firstLines, offsets, words } = lines
  return packEntry(meta, { firstLines, offsets, words, ...Object.fromEntries(keys) })
}

/** A file, and how an empty document of it is made. `seed`: of all its hashes. */
export interface FileToRestore<Doc extends ValidatedDocument> {
  readonly source: ByteSource
  /** Which the hashes need where lines are compared with those of other documents; any when absent. */
  readonly seed?: bigint | undefined
  readonly create: (format: FormatDefinition, seed: bigint) => Doc
}

/** Undefined, or an exception, when the entry is not of this file, or does not fit together. */
export function unpackDocument<Doc extends ValidatedDocument>(
  { meta, arrays }: Entry,
  identity: string,
  { source, seed, create }: FileToRestore<Doc>,
): Doc | undefined {
  const saved = meta as Meta
  if (saved.identity !== identity) return undefined
  const format = findFormat(saved.formatId)
  if (!format || saved.phase !== phaseOf(format)) return undefined
  const ownSeed = BigInt(saved.seed)
  if (format.comparesDocuments && seed !== undefined && seed !== ownSeed) return undefined
  const doc = create(format, ownSeed)
  doc.findingSets.restore(saved.findingSets)
  const { firstLines, offsets, words } = arrays
  const areLines =
    firstLines instanceof Uint32Array &&
    offsets instanceof Float64Array &&
    words instanceof Uint16Array &&
    restoreLines(doc.lines, { firstLines, offsets, words, numbers: saved.numbers })
  if (!areLines || !areKnown(doc)) return undefined
  if (!doc.rules.restore({ profiles: saved.profiles, keys: keysOf(arrays) })) return undefined
  doc.validator.restoreShapes(saved.shapes, saved.shapesFull)
  doc.outliers = new Map<LineId, readonly string[]>(
    saved.oddLines.map(([line, codes]) => [lineId(line), codes]),
  )
  settleNotices(doc)
  doc.isFormatDetected = saved.isFormatDetected
  doc.readBytes = source.size
  doc.isRestored = true
  doc.hasCachedVerdicts = true
  doc.state = 'ready'
  return doc
}

function keysOf(arrays: SavedArrays): SavedArrays {
  const keys: Record<string, SavedArray> = {}
  for (const [name, array] of Object.entries(arrays)) {
    if (name.startsWith(KEYS)) keys[name.slice(KEYS.length)] = array
  }
  return keys
}

/** Whether every line has a finding set that the table explains. */
/** Tokens are counted again. */
function withoutTokens({ sets, cut }: SavedFindingSets): SavedFindingSets {
  return { sets: sets.map((set) => set.filter(({ code }) => !isTokenCode(code))), cut }
}

function areKnown({ lines, findingSets }: ValidatedDocument): boolean {
  return lines
    .histogram()
    .every((count, findingSet) => count === 0 || findingSet < findingSets.size)
}
