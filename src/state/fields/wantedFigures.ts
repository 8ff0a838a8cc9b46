// Of which lines figures are wanted, and when those that there are have to be counted again.
import { viewKey } from '../rowWindow.ts'
import type { DocumentTab } from '../store.ts'
import type { CountedFields, CountedLines, FieldsScope } from './fieldsStore.ts'

/** Bytes of a document that is counted again after every change, and whose fields are looked at without being asked. */
export const SMALL_DOCUMENT = 20e6

const ALL: CountedLines = { view: { kind: 'all' }, id: 'all' }

/** Undefined while it is not known which lines that will be. */
export function wantedLines(
  { search, view }: Pick<DocumentTab, 'search' | 'view'>,
  scope: FieldsScope,
): CountedLines | undefined {
  if (scope === 'all') return ALL
  if (view.kind === 'matches') {
    if (search.state === 'searching') return undefined
    return { view, id: `${viewKey(view)} ${JSON.stringify(search.query)} ${search.state}` }
  }
  return { view, id: viewKey(view) }
}

/** What there is to do for figures of `wanted`, at this revision of the document. */
export function nextCount(
  counted: CountedFields | undefined,
  wanted: CountedLines,
  revision: number,
  isSmall: boolean,
): 'nothing' | 'count' | 'count-later' {
  if (!counted) return 'count'
  if (counted.lines.id !== wanted.id) return counted.result ? 'count-later' : 'count'
  if (counted.state !== 'done' || counted.result?.figures.revision === revision) return 'nothing'
  return isSmall ? 'count-later' : 'nothing'
}
