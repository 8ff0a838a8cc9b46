// The views of a document: one each of the simple kinds, and those by finding sets that were asked for
// lately.
import type { DocumentTables } from './documentTables.ts'
import type { LineSequence } from './lineSequence.ts'
import { LineView } from './lineView.ts'
import type { ViewKind } from './lineView.ts'
import { SortedView } from './sortedView.ts'

/** Views by finding sets that are found again when asked for again. */
const KEPT_VIEWS = 8

interface KeptView {
  readonly members: Uint8Array
  readonly isOfMatches: boolean
  readonly view: LineView
}

export class ViewCache {
  readonly all: LineView
  readonly edited: LineView
  readonly matches: LineView
  readonly #tables: DocumentTables
  /** The one used last is last. */
  readonly #byFindingSets: KeptView[] = []
  #editedMatches: LineView | undefined
  /** The order of rows, other than that of the document. */
  #sequence: LineSequence | undefined
  #sorted = new Map<LineView, SortedView>()

  constructor(tables: DocumentTables) {
    this.#tables = tables
    this.all = new LineView(tables, { kind: 'all' })
    this.edited = new LineView(tables, { kind: 'edited' }, this.all)
    this.matches = new LineView(tables, { kind: 'matches' }, this.all)
  }

  /** The order of the rows of all views; undefined for that of the document. */
  sort(sequence: LineSequence | undefined): void {
    for (const sorted of this.#sorted.values()) this.#tables.stopWatching(sorted)
    this.#sorted.clear()
    this.#sequence = sequence
  }

  /** The order of the rows; undefined for that of the document. */
  get sequence(): LineSequence | undefined {
    return this.#sequence
  }

  /** A view in the order of the sequence; undefined without one. */
  sorted(kind: ViewKind): SortedView | undefined {
    if (!this.#sequence) return undefined
    const view = this.get(kind)
    const known = this.#sorted.get(view)
    if (known) return known
    const sorted = new SortedView(this.#tables, this.#sequence, view, this.all)
    this.#sorted.set(view, sorted)
    if (this.#sorted.size <= KEPT_VIEWS) return sorted
    const [oldest] = this.#sorted
    if (oldest) {
      this.#sorted.delete(oldest[0])
      this.#tables.stopWatching(oldest[1])
    }
    return sorted
  }

  get(kind: ViewKind): LineView {
    switch (kind.kind) {
      case 'all':
        return this.all
      case 'edited':
        return this.edited
      case 'matches':
        if (!kind.among) return this.matches
        if (kind.among.kind === 'findingSets') return this.#get(kind.among.members, true)
        return (this.#editedMatches ??= new LineView(this.#tables, kind, this.all))
      case 'findingSets':
        return this.#get(kind.members, false)
    }
  }

  /** Of lines with these finding sets; `isOfMatches`: of those that match. */
  #get(members: Uint8Array, isOfMatches: boolean): LineView {
    const kept = this.#byFindingSets
    const at = kept.findIndex(
      (entry) => entry.isOfMatches === isOfMatches && areSame(entry.members, members),
    )
    const found = at < 0 ? undefined : kept.splice(at, 1)[0]
    const among = { kind: 'findingSets', members } as const
    const kind = isOfMatches ? ({ kind: 'matches', among } as const) : among
    const entry = found ?? {
      // A copy: the array may be the caller's to reuse.
      members: members.slice(),
      isOfMatches,
      view: new LineView(this.#tables, kind, this.all),
    }
    kept.push(entry)
    if (kept.length > KEPT_VIEWS) kept.shift()
    return entry.view
  }
}

function areSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i])
}
