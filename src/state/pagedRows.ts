// Rows that the page holds of something long: pages of them, read when they come into sight, kept
// outside the store and bounded. Drawing reads what is here and never waits.
import type { Result } from '../base/result.ts'
import type { RowIndex } from '../base/units.ts'
import { shareUnchanged } from './shareUnchanged.ts'

/** Rows of one request: two screens of a usual window. */
export const PAGE_ROWS = 64

/** At about 2,000 code units a row at most, this bounds the rows to some ten megabytes. */
const PAGE_LIMIT = 64

/** More would wait in the worker while the reader scrolls on to other rows. */
const FLIGHT_LIMIT = 2

/** Rows of a view, and the state of the whole that they are of. */
interface RowAnswer<Row> {
  readonly revision: number
  readonly rows: readonly Row[]
}

/** What is read from. */
export interface PageReader<View, Row> {
  /** Rows [from, to) of a view. */
  readRows(view: View, from: RowIndex, to: RowIndex): Promise<Result<RowAnswer<Row>>>
}

/** A state of the whole whose rows are wanted. */
export interface PagedSource<View> {
  readonly view: View
  readonly revision: number
  /** Whatever else the rows of the view depend on: the search, for the view of its matches. */
  readonly extra: string
  /**
   * The file is being read: rows are added at the end, and those that are here stay as they are until
   * that is over.
   */
  readonly isGrowing: boolean
}

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly revision: number
  /** The source it was read for; another one makes it stale. */
  readonly epoch: number
}

export interface PagedRows<View, Row> {
  /**
   * Sets which rows are wanted. Rows of an older state go on being shown until they are replaced,
   * so that an edit does not flash.
   */
  readonly setSource: (source: PagedSource<View>) => void
  /** A row, when it is here. Never waits. */
  readonly peekRow: (row: RowIndex) => Row | undefined
  /** Says what is in sight: rows [from, to). Replaces what was asked before. */
  readonly requestRows: (from: RowIndex, to: RowIndex) => void
  /** Reads the first rows without waiting for a frame. Resolves when they are here or cannot be. */
  readonly readFirst: (source: PagedSource<View>) => Promise<void>
  /** What could not be read may be readable now. */
  readonly retry: () => void
  readonly subscribe: (listener: () => void) => () => void
  /** Rises whenever `peekRow` may answer differently. */
  readonly getVersion: () => number
}

/**
 * `viewKey`: equal for views that have the same rows. `schedule` runs its argument once, a frame
 * later: requests of one frame become one.
 */
export function createPagedRows<View, Row>(
  reader: PageReader<View, Row>,
  viewKey: (view: View) => string,
  schedule: (run: () => void) => void = onNextFrame,
): PagedRows<View, Row> {
  /** By view and page, least recently wanted first. */
  const pages = new Map<string, Page<Row>>()
  const inFlight = new Set<string>()
  /** Pages that could not be read, until the source changes. */
  const failed = new Set<string>()
  const listeners = new Set<() => void>()
  let source: PagedSource<View> | undefined
  let epoch = 0
  let version = 0
  let wantedFrom: RowIndex = 0
  let wantedTo: RowIndex = 0
  let isScheduled = false

  function setSource(next: PagedSource<View>): void {
    const before = source
    const isSameView = before !== undefined && viewKey(before.view) === viewKey(next.view)
    const isSameExtra = before?.extra === next.extra
    const isSamePhase = before?.isGrowing === next.isGrowing
    const isSameRevision = before?.revision === next.revision
    if (isSameView && isSameExtra && isSamePhase && isSameRevision) return
    source = next
    failed.clear()
    const isOnlyLonger = isSameView && isSameExtra && isSamePhase && next.isGrowing
    if (!isOnlyLonger) epoch += 1
    if (!isSameView) announce()
    // Another view with as many rows has the same ones in sight: no one asks for them again.
    scheduleReading()
  }

  function peekRow(row: RowIndex): Row | undefined {
    if (!source) return undefined
    return pages.get(pageKey(source.view, pageOf(row)))?.rows[row % PAGE_ROWS]
  }

  function requestRows(from: RowIndex, to: RowIndex): void {
    wantedFrom = from
    wantedTo = to
    scheduleReading()
  }

  async function readFirst(first: PagedSource<View>): Promise<void> {
    setSource(first)
    wantedFrom = 0
    wantedTo = PAGE_ROWS
    await startReading()
  }

  function retry(): void {
    if (failed.size === 0) return
    failed.clear()
    scheduleReading()
  }

  function scheduleReading(): void {
    if (isScheduled) return
    isScheduled = true
    schedule(() => {
      isScheduled = false
      void startReading()
    })
  }

  /** Resolves when what it asked for has come. */
  async function startReading(): Promise<void> {
    const started: Promise<void>[] = []
    for (const page of wantedPages()) {
      if (!source || inFlight.size >= FLIGHT_LIMIT) break
      started.push(readPage(source, page))
    }
    await Promise.all(started)
  }

  /** The pages in sight that must be read: those that are missing before those that are stale. */
  function wantedPages(): readonly number[] {
    if (!source || wantedTo <= wantedFrom) return []
    const missing: number[] = []
    const stale: number[] = []
    for (let page = pageOf(wantedFrom); page <= pageOf(wantedTo - 1); page++) {
      const key = pageKey(source.view, page)
      const held = pages.get(key)
      if (held) {
        pages.delete(key)
        pages.set(key, held)
      }
      if (inFlight.has(key) || failed.has(key)) continue
      if (!held) missing.push(page)
      else if (isStale(held, source)) stale.push(page)
    }
    return [...missing, ...stale]
  }

  function isStale(held: Page<Row>, { isGrowing, revision }: PagedSource<View>): boolean {
    if (held.epoch !== epoch) return true
    return isGrowing && held.rows.length < PAGE_ROWS && held.revision < revision
  }

  async function readPage(asked: PagedSource<View>, page: number): Promise<void> {
    const key = pageKey(asked.view, page)
    const askedEpoch = epoch
    inFlight.add(key)
    let answer: RowAnswer<Row> | undefined
    try {
      const result = await reader.readRows(asked.view, page * PAGE_ROWS, (page + 1) * PAGE_ROWS)
      if (result.ok) answer = result.value
    } catch {
      // The worker died; the tab says so, and these rows stay as they are.
    }
    inFlight.delete(key)
    if (answer) keep(key, answer, asked, askedEpoch)
    else if (askedEpoch === epoch) failed.add(key)
    scheduleReading()
  }

  function keep(
    key: string,
    answer: RowAnswer<Row>,
    asked: PagedSource<View>,
    askedEpoch: number,
  ): void {
    const held = pages.get(key)
    if (held && held.revision > answer.revision) return
    // Asked for an older state but answered for the present one.
    const isCurrent =
      source !== undefined && answer.revision >= source.revision && asked.extra === source.extra
    const rows = shareUnchanged(held?.rows, answer.rows)
    pages.delete(key)
    pages.set(key, {
      rows,
      revision: answer.revision,
      epoch: isCurrent ? epoch : askedEpoch,
    })
    for (const oldest of pages.keys()) {
      if (pages.size <= PAGE_LIMIT) break
      pages.delete(oldest)
    }
    if (rows !== held?.rows) announce()
  }

  function pageKey(view: View, page: number): string {
    return `${viewKey(view)} ${page}`
  }

  function announce(): void {
    version += 1
    for (const listener of listeners) listener()
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }

  return { setSource, peekRow, requestRows, readFirst, retry, subscribe, getVersion: () => version }
}

function pageOf(row: RowIndex): number {
  return Math.floor(row / PAGE_ROWS)
}

function onNextFrame(run: () => void): void {
  requestAnimationFrame(run)
}
