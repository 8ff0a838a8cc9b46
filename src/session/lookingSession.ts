// The part of the contract that is asked of lines and views: nothing of it changes the document.
import { fail, ok, type Result } from '../base/result.ts'
import type { LineId, LineIndex, RowIndex } from '../base/units.ts'
import type {
  DocumentApi,
  FileMapAnswer,
  FoundLine,
  FoundRow,
  LineDetail,
  LineMatches,
  LinePlace,
  RowWindow,
  TextValidation,
  View,
} from '../contracts/documentApi.ts'
import { readLineDetail, validateText } from './lineDetail.ts'
import type { OpenDocument } from './openDocument.ts'
import { NO_SUCH_LINE } from './refusals.ts'
import { readRows } from './rows.ts'
import { lineMatches } from './search/lineMatches.ts'
import { fileMapOf, nextOf, rowOf } from './views.ts'

type Looking = Pick<
  DocumentApi,
  | 'readRows'
  | 'rowOfLine'
  | 'fileMap'
  | 'readLine'
  | 'lineMatches'
  | 'lineIdAt'
  | 'validateText'
  | 'nextLine'
>

/** What the session does for it. */
export interface LookingHost {
  /** Runs work at once; expected failures come as values. */
  readonly answer: <T>(work: (doc: OpenDocument) => Promise<Result<T>>) => Promise<Result<T>>
  readonly wasm: () => WebAssembly.Module
}

export class LookingSession implements Looking {
  readonly #looker: LookingHost

  constructor(host: LookingHost) {
    this.#looker = host
  }

  readRows(view: View, from: RowIndex, to: RowIndex): Promise<Result<RowWindow>> {
    return this.#looker.answer(async (doc) =>
      ok(await readRows(doc, this.#looker.wasm(), view, from, to)),
    )
  }

  rowOfLine(view: View, place: LinePlace): Promise<Result<FoundRow>> {
    return this.#looker.answer(async (doc) => {
      return ok({ revision: doc.revision, row: rowOf(doc, view, place) })
    })
  }

  fileMap(cells: number): Promise<Result<FileMapAnswer>> {
    return this.#looker.answer(async (doc) =>
      ok({ revision: doc.revision, cells: fileMapOf(doc, cells) }),
    )
  }

  readLine(id: LineId): Promise<Result<LineDetail>> {
    return this.#looker.answer(async (doc) => {
      const detail = await readLineDetail(doc, id)
      return detail ? ok(detail) : fail('unknown-line', NO_SUCH_LINE)
    })
  }

  lineMatches(id: LineId): Promise<Result<LineMatches>> {
    return this.#looker.answer(async (doc) => {
      const matches = await lineMatches(doc, id)
      return matches ? ok(matches) : fail('unknown-line', NO_SUCH_LINE)
    })
  }

  lineIdAt(index: LineIndex): Promise<Result<FoundLine>> {
    return this.#looker.answer(async (doc) => {
      const id = doc.lines.idAt(index)
      return ok({ revision: doc.revision, line: id === undefined ? undefined : { id, index } })
    })
  }

  validateText(id: LineId, text: string): Promise<Result<TextValidation>> {
    return this.#looker.answer(async (doc) => ok(await validateText(doc, id, text)))
  }

  nextLine(view: View, from: LinePlace, direction: -1 | 1): Promise<Result<FoundLine>> {
    return this.#looker.answer(async (doc) =>
      ok({ revision: doc.revision, line: nextOf(doc, view, from, direction) }),
    )
  }
}
