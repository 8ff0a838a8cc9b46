// Tells open documents of one format which lines they share, as a file to train a model and one to test it: again
// whenever one of them has changed, or was opened or closed, in the background and not while changes go on.
import type { LineNumber } from '../base/units.ts'
import {
  COMPARED_AT_A_TIME,
  HASH_LIMIT,
  type HashRange,
  type SharedCount,
  type SharedLines,
} from '../contracts/comparing.ts'
import { clientOf, hasClient } from './clients.ts'
import { documentSlot } from './documentScope.ts'
import { type DocumentTab, findDocument, store } from './store.ts'

/** Milliseconds without a further change, so that typing and 'Fix all' are not held up. */
const QUIET = 500

/** Whether a document was told something, and may have to be told that it is no longer so. */
const told = documentSlot<{ isTold: boolean }>(() => ({ isTold: false }))

let seenDocuments: readonly DocumentTab[] | undefined
let seen = ''
let timer: ReturnType<typeof setTimeout> | undefined
let isFollowing = false

/** Begins to compare the open documents; once is enough. */
export function followSharedLines(): void {
  if (isFollowing) return
  isFollowing = true
  store.subscribe(({ documents }) => {
    if (documents === seenDocuments) return
    seenDocuments = documents
    const now = documents.map(({ key, facts }) => [key, facts?.comparedAs, facts?.revision]).join()
    if (now === seen) return
    seen = now
    clearTimeout(timer)
    if (groups().length > 0 || documents.some(isTold))
      timer = setTimeout(() => void compare(), QUIET)
  })
}

function isTold({ key }: DocumentTab): boolean {
  return told.of(key).isTold
}

/** Those that are compared with each other: at least two by one word. */
function groups(): readonly (readonly DocumentTab[])[] {
  const { documents } = store.getState()
  const wordOf = ({ facts }: DocumentTab): string | undefined => facts?.comparedAs
  const words = new Set(documents.map(wordOf).filter((word) => word !== undefined))
  return [...words]
    .map((word) => documents.filter((tab) => wordOf(tab) === word))
    .filter((group) => group.length > 1)
}

/** Counts up: the latest comparison is the only one that goes on. */
let latest = 0

async function compare(): Promise<void> {
  const current = ++latest
  const isCurrent = (): boolean => current === latest
  const all = groups()
  const compared = new Set(all.flat().map(({ key }) => key))
  const left = store.getState().documents.filter((tab) => isTold(tab) && !compared.has(tab.key))
  for (const { key } of left) await tell(key, undefined)
  for (const documents of all) await compareWithin(documents, isCurrent)
}

async function tell(key: string, shared: SharedLines | undefined): Promise<void> {
  if (!findDocument(key) || !hasClient(key)) return
  told.of(key).isTold = shared !== undefined
  await clientOf(key).tellShared(shared)
}

async function compareWithin(
  documents: readonly DocumentTab[],
  isCurrent: () => boolean,
): Promise<void> {
  const totals = documents.flatMap((one) =>
    documents.filter((other) => other !== one).map((other) => new Total(one, other)),
  )
  for (const range of hashRanges(documents)) {
    const columns = await hashColumns(documents, range)
    for (const total of totals) {
      const hashes = columns.get(total.other.key)
      if (!isCurrent()) return
      if (!hashes || !hasClient(total.one.key)) continue
      const counted = await clientOf(total.one.key).countShared(hashes, range)
      if (counted.ok) total.add(counted.value)
    }
  }
  if (!isCurrent()) return
  for (const one of documents) {
    const [most] = totals.filter((total) => total.one === one).toSorted((a, b) => b.count - a.count)
    await tell(one.key, most?.shared)
  }
}

/** What one document shares with another, over all ranges. */
class Total {
  readonly one: DocumentTab
  readonly other: DocumentTab
  count = 0
  #firstLine: LineNumber | undefined

  constructor(one: DocumentTab, other: DocumentTab) {
    this.one = one
    this.other = other
  }

  add({ count, firstLine }: SharedCount): void {
    this.count += count
    if (firstLine !== undefined && firstLine < (this.#firstLine ?? Infinity))
      this.#firstLine = firstLine
  }

  get shared(): SharedLines | undefined {
    const firstLine = this.#firstLine
    return firstLine && { name: this.other.name, count: this.count, firstLine }
  }
}

/** All hashes, in ranges of which each has at most about `COMPARED_AT_A_TIME` lines. */
function hashRanges(documents: readonly DocumentTab[]): readonly HashRange[] {
  const most = Math.max(...documents.map(({ facts }) => facts?.lines ?? 0))
  const count = Math.max(1, Math.ceil(most / COMPARED_AT_A_TIME))
  const limit = (i: number): number => Math.round((HASH_LIMIT / count) * i)
  return Array.from({ length: count }, (_, i) => ({ from: limit(i), to: limit(i + 1) }))
}

async function hashColumns(
  documents: readonly DocumentTab[],
  range: HashRange,
): Promise<ReadonlyMap<string, Float64Array<ArrayBuffer>>> {
  const columns = await Promise.all(
    documents.map(async ({ key }) => {
      const hashes = hasClient(key) ? await clientOf(key).lineHashes(range) : undefined
      return hashes?.ok ? [[key, hashes.value] as const] : []
    }),
  )
  return new Map(columns.flat())
}
