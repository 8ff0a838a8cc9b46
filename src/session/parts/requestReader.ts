// What a batch depends on of each line: its url, its model, and how many items it counts for. Lines are
// recognised by shape as when a document is read, by a format that looks at nothing else, so this is as
// fast as reading, whatever format the document has.
import type { PartGroups } from '../../contracts/batchParts.ts'
import type { FormatDefinition, UniformRule } from '../../formats/defineFormat.ts'
import { z } from '../../formats/zod.ts'
import { FindingSets } from '../../diagnostics/findingSets.ts'
import { verbatim } from '../../i18n/message.ts'
import type { JsonPath } from '../../json/jsonPath.ts'
import { type ScanBatch, Scanner } from '../../scanner/scanner.ts'
import { FileRules } from '../../validation/fileRules.ts'
import { LineValidator } from '../../validation/lineValidator.ts'
import { StateColumns } from '../../validation/stateColumns.ts'
import type { OpenDocument } from '../openDocument.ts'

/** What lines have in common that a batch cannot tell apart. */
export interface RequestKind {
  readonly url: string | undefined
  readonly model: string | undefined
  readonly items: number
  /** Values that lines of one file share, by place. */
  readonly shared: readonly (string | undefined)[]
}

const NOTHING: RequestKind = { url: undefined, model: undefined, items: 0, shared: [] }

/** The values that RequestReader adds to the document's own. */
const OWN_VALUES = 2

export class RequestReader {
  readonly scanner: Scanner
  readonly #rules: FileRules
  readonly #columns: StateColumns
  readonly #validator: LineValidator
  #findingSets = new Uint16Array(0)
  #line = 0
  readonly #groups: PartGroups

  constructor(doc: OpenDocument, wasm: WebAssembly.Module, groups: PartGroups) {
    this.#groups = groups
    this.scanner = Scanner.create(wasm, { seed: doc.seed })
    this.#rules = new FileRules(requestFormat(doc.format), (text) => doc.hash(text))
    this.#columns = new StateColumns(this.#rules)
    const { format } = this.#rules
    this.#validator = new LineValidator(format, new FindingSets(), doc, undefined, this.#columns)
    this.scanner.setPlan(this.#validator.plan)
  }

  /** Looks at a batch of the scanner's. */
  read(batch: ScanBatch): void {
    const { count } = batch
    if (this.#findingSets.length < count) this.#findingSets = new Uint16Array(count)
    this.#columns.begin(this.#line, count)
    this.#validator.validateBatch(this.scanner, batch, this.#line, this.#findingSets)
    this.#line += count
  }

  /** The number of the kind of the i-th line of the batch. */
  kindAt(i: number): number {
    return this.#columns.profileAt(i)
  }

  /** Kinds can no longer be told apart for certain. */
  get isFull(): boolean {
    return this.#rules.isFull
  }

  kind(number: number): RequestKind {
    const profile = this.#rules.profile(number)
    if (!profile) return NOTHING
    const { uniform, items } = profile
    const [url, model] = uniform
    return { url, model, items, shared: this.#sharedOf(uniform) }
  }

  #sharedOf(uniform: readonly (string | undefined)[]): readonly (string | undefined)[] {
    switch (this.#groups) {
      case 'none':
        return []
      case 'file':
        return uniform.slice(OWN_VALUES)
      case 'batch':
        return [uniform[0], ...uniform.slice(OWN_VALUES)]
    }
  }
}

/** A format of which only the items are the document's own. */
function requestFormat(own: FormatDefinition): FormatDefinition {
  const { itemsPath, uniform } = own
  return {
    id: 'requests',
    title: verbatim(''),
    summary: verbatim(''),
    recognise: () => true,
    schema: z.unknown(),
    // Items may depend on the document's own uniform values, too.
    uniform: [valueAt(['url']), valueAt(['body', 'model']), ...(uniform ?? [])],
    ...(itemsPath && { itemsPath }),
    countItems: (value) => own.countItems?.(value) ?? 0,
    byteOrderMark: 'hint',
    columns: [],
    examples: { valid: [], invalid: [] },
  }
}

function valueAt(path: JsonPath): UniformRule {
  const nothing = verbatim('')
  return {
    path,
    code: '',
    title: nothing,
    label: nothing,
    mixedMessage: () => nothing,
    outlierMessage: () => nothing,
  }
}
