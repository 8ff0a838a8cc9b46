// The part of the contract that is about fields of lines.
import { ok, type Result } from '../base/result.ts'
import type { FieldsApi, KnownField } from '../contracts/search.ts'
import { CountingSession } from './countingSession.ts'
import type { ExportingHost } from './exportingSession.ts'
import { fieldNamesOf } from './search/fieldNames.ts'

export abstract class FieldsSession extends CountingSession implements FieldsApi {
  readonly #host: ExportingHost

  constructor(host: ExportingHost) {
    super(host)
    this.#host = host
  }

  fieldNames(): Promise<Result<readonly KnownField[]>> {
    return this.#host.answer(async (doc) => ok(await fieldNamesOf(doc)))
  }
}
