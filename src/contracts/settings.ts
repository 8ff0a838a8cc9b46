// How the page shows documents: types only.
import type { Result } from '../base/result.ts'
import type { ColumnWishes } from './columns.ts'
import type { DocumentFacts } from './documentApi.ts'

export interface SettingsApi {
  /**
   * Switches these codes off and all others on, at once and whatever runs: verdicts, views, counts and
   * exports follow, and nothing is read again. What makes a line no JSON text counts all the same. A
   * setting and no edit: it is in no log, and is given again with `open`.
   */
  setIgnored(codes: readonly string[]): Promise<Result<DocumentFacts>>

  /**
   * Shows these columns, by kind of file; where a kind is missing, those that its files have by themselves. A
   * setting, too.
   */
  setColumns(wishes: ColumnWishes): Promise<Result<DocumentFacts>>
}
