// One open document: its lines and their verdicts, and what the user is doing with it. The jobs of the
// session (reading, editing, searching, exporting) all work on this.
import type { LineId } from '../base/units.ts'
import type { SearchQuery } from '../contracts/documentApi.ts'
import type { FileFinding } from '../diagnostics/diagnostic.ts'
import type { ColumnWishes } from '../contracts/columns.ts'
import type { SharedLines } from '../contracts/comparing.ts'
import type { JournalState } from '../contracts/journal.ts'
import type { Column } from '../formats/defineFormat.ts'
import type { LineTokens } from '../tokens/source/lineTokens.ts'
import { ValidatedDocument } from '../validation/validatedDocument.ts'
import { NamesOfCauses } from './causeNames.ts'
import { EncodingGuess } from './encodingGuess.ts'
import { LineChoice } from './choice.ts'
import { FixOffers } from './fixOffers.ts'
import { PlainColumns } from './plainColumns.ts'
import { type ShownColumn, shownColumnsOf, wishesFor } from './shownColumns.ts'
import type { SortedRows } from './sorting/sortRows.ts'
import type { OpenedFile } from './touched/openedFile.ts'
import type { MatchFinder } from './search/matchFinder.ts'

export class OpenDocument extends ValidatedDocument {
  /** Of the file on disk; empty where nothing depends on it. */
  fileName = ''
  /** Where its bytes come from in the end. */
  onDisk: OpenedFile | undefined
  /** What the table shows where the format names no columns; none show the line as text. */
  plainColumns = new PlainColumns()
  /** What the file is instead of lines, when it was not read because of that. */
  refusal: FileFinding | undefined
  /** Milliseconds from the drop to the last verdict; undefined until then. */
  readMs: number | undefined
  query: SearchQuery | undefined
  /** Where lines match `query`; undefined while nothing is searched for. */
  finder: MatchFinder | undefined
  /** How the rows of `lines` are sorted. */
  sorted: SortedRows | undefined
  /** Lines whose verdict others have changed, where `query` depends on verdicts: their marks are to follow. */
  readonly settled = new Set<LineId>()
  /** What all verdicts hung on when the lines were marked; undefined where `query` does not depend on verdicts. */
  markedBy: string | undefined
  readonly choice = new LineChoice()
  readonly fixOffers = new FixOffers()
  readonly encodingGuess = new EncodingGuess()
  readonly causeNames = new NamesOfCauses()
  /** With the open document with which it shares the most lines, as it was when they were compared. */
  shared: SharedLines | undefined
  /** Undefined where it is not known how its lines count as tokens, and before all of them are read. */
  tokens: LineTokens | undefined
  /** Whether its edits are kept on the device. */
  journal: JournalState | undefined

  /** Other where verdicts of lines are others without any line having changed. */
  get verdictsBy(): string {
    return [this.lines.epoch, ...this.findingSets.ignored].join(' ')
  }

  /** How the user arranged the columns of files. */
  columnWishes: ColumnWishes = {}

  /** Those that the file has by itself. */
  get ownColumns(): readonly Column[] {
    return this.format.columns.length > 0 ? this.format.columns : this.plainColumns.columns
  }

  /** Those that the table shows. */
  get columns(): readonly ShownColumn[] {
    const { ownColumns } = this
    return shownColumnsOf(ownColumns, wishesFor(this.columnWishes, this.format.id, ownColumns))
  }
}
