// One open document: its lines, how they are judged, and what holds for the file as a whole. The
// jobs of the session (reading, editing, searching, exporting) all work on this.
import type { Failure } from '../base/result.ts'
import type { LineId } from '../base/units.ts'
import { OutcomeTable } from '../diagnostics/outcomeTable.ts'
import { JsonlDocument } from '../document/jsonlDocument.ts'
import type { ByteSource } from '../document/byteSource.ts'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import type { SniffedContent } from '../scanner/sniffContent.ts'
import type { Scanner } from '../scanner/scanner.ts'
import type { DocumentState, SearchQuery } from '../worker/documentApi.ts'
import { LineJudge } from './lineJudge.ts'
import { createTextHash } from './textHash.ts'

export class OpenDocument {
  readonly outcomes = new OutcomeTable()
  readonly hash = createTextHash()
  /** For single lines; the reading loop has a scanner of its own. */
  readonly scanner: Scanner
  readonly sniffed: SniffedContent
  source: ByteSource
  lines: JsonlDocument
  judge: LineJudge
  state: DocumentState = 'reading'
  failure: Failure | undefined
  isFormatDetected = true
  readBytes = 0
  readMs: number | undefined
  /** Findings that a single line has for being the only odd one, by line. */
  oddLines = new Map<LineId, readonly string[]>()
  query: SearchQuery | undefined

  /** What the revisions of an earlier document in this one's place ended with. */
  readonly #firstRevision: number

  constructor(
    source: ByteSource,
    sniffed: SniffedContent,
    format: FormatDefinition,
    scanner: Scanner,
    firstRevision = 0,
  ) {
    this.#firstRevision = firstRevision
    this.source = source
    this.sniffed = sniffed
    this.scanner = scanner
    this.lines = new JsonlDocument(source)
    this.judge = this.createJudge(format)
  }

  /** Rises with everything that can be seen, also from one saving to the next. */
  get revision(): number {
    return this.#firstRevision + this.lines.revision
  }

  get format(): FormatDefinition {
    return this.judge.format
  }

  get rules(): LineJudge['rules'] {
    return this.judge.rules
  }

  createJudge(format: FormatDefinition): LineJudge {
    return new LineJudge(format, this.outcomes, this.hash, this.sniffed.layout)
  }
}
