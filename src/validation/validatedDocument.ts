// A document and its verdicts: the lines, how they are validated, and what the rules across lines know.
// What a user does with an open one (searching, fixing, saving) is the session's (`OpenDocument`).
import type { Failure } from '../base/failures.ts'
import type { LineId } from '../base/units.ts'
import { FindingSets } from '../diagnostics/findingSets.ts'
import { JsonlDocument } from '../document/jsonlDocument.ts'
import type { ByteSource } from '../document/byteSource.ts'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import type { SniffedContent } from '../scanner/sniffContent.ts'
import { Scanner } from '../scanner/scanner.ts'
import type { AttachedFindings } from '../contracts/attachedFindings.ts'
import type { DocumentState } from '../contracts/documentApi.ts'
import { LineAttachments } from './attachedFindings.ts'
import { type LayoutRule, layoutRuleOf } from './contentLayout.ts'
import type { FileRules } from './fileRules.ts'
import { LineValidator } from './lineValidator.ts'
import { joinHash } from './hashPage.ts'

const utf8 = new TextEncoder()

export class ValidatedDocument {
  readonly findingSets = new FindingSets()
  /** The hash of a key's text, the same that the scanner gives for it. */
  readonly hash = (text: string): number => {
    const { low, high } = this.scanner.hashOf(utf8.encode(`"${text}"`))
    return joinHash(low, high)
  }
  /** The hash of a line's content where lines are compared as a whole. */
  readonly hashLine = (bytes: Uint8Array): number => {
    const { low, high } = this.scanner.hashOfLine(bytes)
    return joinHash(low, high)
  }
  /** Of all hashes of this document, so that no file can be made to collide. */
  readonly seed: bigint
  /** For single lines; the reading loop has a scanner of its own. */
  readonly scanner: Scanner
  readonly sniffed: SniffedContent
  /** Before the first byte was read, in milliseconds since 1970. */
  readonly openedAt = Date.now()
  /** What lines that are not JSON by themselves have in common; undefined in a file of lines. */
  readonly layout: LayoutRule | undefined
  source: ByteSource
  lines: JsonlDocument
  validator: LineValidator
  state: DocumentState = 'reading'
  failure: Failure | undefined
  isFormatDetected = true
  /**
   * Its lines come from an earlier reading of the file: they are believed until something does not
   * fit, which in other documents would be a bug or a file that changed.
   */
  isRestored = false
  /** Its verdicts do, too; they are new ones again once the lines were validated as another format. */
  hasCachedVerdicts = false
  readBytes = 0
  /** Findings that a single line has for being the only odd one, by line. */
  outliers = new Map<LineId, readonly string[]>()
  /** What is said of lines that validating them does not tell; undefined: nothing. */
  #attached: LineAttachments | undefined

  /** What the revisions of an earlier document in this one's place ended with. */
  readonly #firstRevision: number

  constructor(
    source: ByteSource,
    sniffed: SniffedContent,
    format: FormatDefinition,
    wasm: WebAssembly.Module,
    { firstRevision = 0, seed = randomSeed() }: { firstRevision?: number; seed?: bigint } = {},
  ) {
    this.#firstRevision = firstRevision
    this.seed = seed
    this.source = source
    this.sniffed = sniffed
    this.layout = layoutRuleOf(sniffed, source.size)
    this.scanner = Scanner.create(wasm, { seed: this.seed })
    this.lines = new JsonlDocument(source)
    this.validator = this.createFormatValidator(format)
  }

  /** Rises with everything that can be seen, also from one saving to the next. */
  get revision(): number {
    return this.#firstRevision + this.lines.revision + this.findingSets.verdictRevision
  }

  get attached(): LineAttachments | undefined {
    return this.#attached
  }

  /** To be called before lines are read. */
  attach(findings: AttachedFindings | undefined): void {
    this.#attached = findings && new LineAttachments(findings, this.findingSets)
  }

  get format(): FormatDefinition {
    return this.validator.format
  }

  get rules(): LineValidator['rules'] {
    return this.validator.rules
  }

  /** `rules`: what is told of lines; by default rules that know of none. */
  createFormatValidator(format: FormatDefinition, rules?: FileRules): LineValidator {
    return new LineValidator(format, this.findingSets, this, this.layout, rules)
  }
}

function randomSeed(): bigint {
  return crypto.getRandomValues(new BigUint64Array(1))[0] as bigint
}
