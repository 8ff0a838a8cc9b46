// Runs an exporter over the lines of a view. What comes out are parts in order, for a Blob or for
// writes to a file: ranges of the opened file where its bytes can be taken over, and bytes.
import type { Message } from '../../i18n/message.ts'
import { msg } from '../../i18n/message.ts'
import type { ByteSource } from '../../document/byteSource.ts'
import { exportSegments } from '../../document/exportSegments.ts'
import type { Segment } from '../../document/exportSegments.ts'
import type { JsonlDocument } from '../../document/jsonlDocument.ts'
import { FINDING_SET_MASK } from '../../document/lineStates.ts'
import type { LineSequence } from '../../document/lineSequence.ts'
import type { LineSet } from '../../document/lineSet.ts'
import { countMembers, type LineView } from '../../document/lineView.ts'
import { packSegments } from '../../document/packSegments.ts'
import type { PackOptions } from '../../document/packSegments.ts'
import { segmentBytes } from '../../document/segmentBytes.ts'
import { type MakeRows, sequenceSegments } from '../../document/sequenceSegments.ts'
import type { ExporterDefinition, ExportOutput } from './defineExporter.ts'
import type { ExportOptionValues } from './exportOptions.ts'
import { ExportSize } from './exportSize.ts'
import type { FieldReader } from './fields/fieldReader.ts'
import {
  findFieldsFor,
  type OpenLines,
  writesAsRead,
  writeSegments,
  type WritingNotes,
} from './writeSegments.ts'

export interface ExportPartsOptions extends PackOptions {
  /** [finding set]: 1 when lines that have it are valid JSON. */
  readonly jsonFindingSets: Uint8Array
  /** Of the lines of the view only these; all of them when absent. */
  readonly only?: LineSet | undefined
  /** The order of the lines; that of the document when absent. */
  readonly sequence?: LineSequence | undefined
  /** Bytes that are held at most where that order is another one. */
  readonly room?: number | undefined
  /** Of all options of the exporter. */
  readonly values: ExportOptionValues
  /** The scanner's, for exporters that read fields. */
  readonly wasm?: WebAssembly.Module | undefined
}

export interface ExportedParts {
  readonly parts: AsyncGenerator<Segment, void, undefined>
  /**
   * Bytes so far and in all; the latter an estimate at first, exact when the last part is there. `written`: bytes
   * of the parts so far. Where lines become something else, bytes that were read are counted instead.
   */
  readonly progress: (written: number) => { readonly done: number; readonly total: number }
  /** When the last part is there: what was left out, or written otherwise than one would think. */
  readonly notes: () => readonly Message[]
}

/**
 * The lines of `view` (of `doc`) as the exporter writes them. `parts` rejects with ReadFailure when
 * the file cannot be read or the document changes meanwhile, and with what `options.check` throws.
 */
export function exportParts(
  { tables }: JsonlDocument,
  view: LineView,
  { output }: ExporterDefinition,
  options: ExportPartsOptions,
): ExportedParts {
  const belongs = writtenMembers(view, output, options.jsonFindingSets)
  const { only, sequence, room, values, wasm, check } = options
  const meant = countLines(tables, view.belongs, only)
  const asRead = writesAsRead(output)
  const size = new ExportSize(countLines(tables, belongs, only), asRead ? output : undefined)
  const writing: WritingNotes = { tooLong: 0, written: () => [], read: 0, passes: 1 }
  let written = 0
  const wanted = { belongs, only, sequence, room, check }
  const open = openLines(tables, wanted, output, (lines, bytes) => {
    written = lines
    size.count(lines, bytes)
  })
  const segments = writeSegments(tables.source, open, output, values, writing, wasm, check)
  return {
    parts: packSegments(tables.source, segments, options),
    progress: (done) =>
      asRead
        ? { done, total: size.bytes }
        : { done: writing.read, total: Math.max(writing.read, size.bytes * writing.passes) },
    notes: () => [...leftOutNotes(meant - written, writing.tooLong), ...writing.written()],
  }
}

interface FindOptions
  extends Omit<ExportPartsOptions, keyof PackOptions | 'wasm' | 'sequence' | 'room'> {
  readonly wasm: WebAssembly.Module
  readonly check: () => void
  /** Bytes that were read, and in all, about. */
  readonly onRead: (done: number, total: number) => void
}

/**
 * The fields of all lines that the exporter would write; undefined where it looks for none. Rejects as the parts
 * of an export do.
 */
export async function fieldsOfLines(
  { tables }: JsonlDocument,
  view: LineView,
  { output }: ExporterDefinition,
  { jsonFindingSets, only, values, wasm, check, onRead }: FindOptions,
): Promise<FieldReader | undefined> {
  if (output.kind !== 'perLine') return undefined
  const belongs = writtenMembers(view, output, jsonFindingSets)
  const size = new ExportSize(countLines(tables, belongs, only), undefined)
  const open = openLines(tables, { belongs, only }, output, (lines, bytes) =>
    size.count(lines, bytes),
  )
  let done = 0
  async function* read(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of segmentBytes(tables.source, open())) {
      check()
      done += chunk.length
      onRead(done, Math.max(done, size.bytes))
      yield chunk
    }
  }
  return findFieldsFor(output, values, wasm, read)
}

interface WantedLines extends Pick<ExportPartsOptions, 'only' | 'sequence' | 'room'> {
  readonly belongs: Uint8Array
  readonly check?: (() => void) | undefined
}

/** Each call begins again. */
function openLines(
  tables: JsonlDocument['tables'],
  { belongs, only, sequence, check, room }: WantedLines,
  output: ExportOutput,
  onLines: (lines: number, bytes: number) => void,
): OpenLines {
  const options = {
    lineEnds: output.kind === 'verbatim' ? output.lineEnds : 'lf',
    dropByteOrderMark: output.kind !== 'verbatim' || output.dropByteOrderMark,
    only,
    onLines,
  } as const
  // Without a pass for each part that fits into memory. Line ends that are kept differ in the last line.
  const isAsDocument = !sequence || (options.lineEnds === 'lf' && sequence.isOrderOf(tables.order))
  if (isAsDocument) return () => exportSegments(tables, { belongs }, options)
  const inOrder = (rows?: MakeRows): AsyncGenerator<Segment, void, undefined> =>
    sequenceSegments(tables, { belongs }, sequence, { ...options, check, room, rows })
  return Object.assign(
    (isFinding?: boolean) =>
      isFinding === true ? exportSegments(tables, { belongs }, options) : inOrder(),
    { inOrder },
  )
}

/** Lines of such a membership, at most: which of `only` are among them is not looked at. */
export function countLines(
  tables: JsonlDocument['tables'],
  belongs: Uint8Array,
  only: LineSet | undefined,
): number {
  const members = countMembers(tables, belongs)
  return Math.min(members, only?.size ?? members)
}

function leftOutNotes(notJson: number, tooLong: number): readonly Message[] {
  return [
    ...(notJson > 0
      ? [
          msg(
            '{count, plural, one {# line that is blank or not valid JSON was left out.} other {# lines that are blank or not valid JSON were left out.}}',
            { count: notJson },
          ),
        ]
      : []),
    ...(tooLong > 0
      ? [
          msg(
            '{count, plural, one {# line was left out because it is too long.} other {# lines were left out because they are too long.}}',
            { count: tooLong },
          ),
        ]
      : []),
  ]
}

/** A part for `new Blob(parts)` or `writable.write(part)`; a reference where the source allows it. */
export async function blobPartOf(
  source: ByteSource,
  segment: Segment,
): Promise<Blob | Uint8Array<ArrayBuffer>> {
  if (segment.kind === 'bytes') return segment.bytes
  if (source.blob) return source.blob.slice(segment.from, segment.to)
  return new Uint8Array(await source.read(segment.from, segment.to))
}

/** [word]: 1 for a line of the view that an exporter with this output writes. */
export function writtenMembers(
  { belongs }: Pick<LineView, 'belongs'>,
  output: ExportOutput,
  jsonFindingSets: Uint8Array,
): Uint8Array {
  const takesAll = output.kind === 'verbatim' || (output.kind === 'joined' && !output.onlyJson)
  if (takesAll) return belongs
  return belongs.map((is, word) => (jsonFindingSets[word & FINDING_SET_MASK] === 1 ? is : 0))
}
