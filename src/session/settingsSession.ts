// The part of the contract that is told how the page shows documents: a setting of the page and no edit.
import { ok, type Result } from '../base/result.ts'
import type { ColumnWishes } from '../contracts/columns.ts'
import type { DocumentFacts } from '../contracts/documentApi.ts'
import type { OpenOptions } from '../contracts/openOptions.ts'
import type { SettingsApi } from '../contracts/settings.ts'
import type { ExportingHost } from './exportingSession.ts'
import { DuplicatesSession } from './duplicatesSession.ts'
import { documentFactsOf } from './facts.ts'
import type { OpenDocument } from './openDocument.ts'

export interface SettingsHost extends ExportingHost {
  /** Marks the lines that match once more, and says so, when what runs is done. */
  readonly mark: () => Promise<unknown>
}

export abstract class SettingsSession extends DuplicatesSession implements SettingsApi {
  readonly #host: SettingsHost
  #ignored: readonly string[] = []
  #columns: ColumnWishes = {}

  constructor(host: SettingsHost) {
    super(host)
    this.#host = host
  }

  setIgnored(codes: readonly string[]): Promise<Result<DocumentFacts>> {
    this.#ignored = codes
    return this.#applyNow()
  }

  setColumns(wishes: ColumnWishes): Promise<Result<DocumentFacts>> {
    this.#columns = wishes
    return this.#applyNow()
  }

  /** Those that a file is opened with. */
  protected takeSettings({ ignored = [], columns = {} }: OpenOptions): void {
    this.#ignored = ignored
    this.#columns = columns
  }

  protected applySettings(doc: OpenDocument): void {
    doc.columnWishes = this.#columns
    doc.findingSets.setIgnored(this.#ignored)
  }

  #applyNow(): Promise<Result<DocumentFacts>> {
    return this.#host.answer((doc) => {
      this.applySettings(doc)
      this.#host.report(doc)
      if (doc.markedBy !== undefined && doc.markedBy !== doc.verdictsBy) void this.#host.mark()
      return Promise.resolve(ok(documentFactsOf(doc)))
    })
  }
}
