// What the page knows of the pairing. A store of its own, loaded with the pairing alone; whether the
// pairing is shown is in the store of the whole page.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Failure } from '../../base/failures.ts'
import type { LineId, LineNumber } from '../../base/units.ts'
import type {
  PairDetail,
  PairingFacts,
  PairNumber,
  PairSearchQuery,
  PairSourceSetup,
  PairView,
} from '../../contracts/pairingApi.ts'
import type { Progress } from '../../contracts/progress.ts'
import type { Message } from '../../i18n/message.ts'
import type { DocumentKey } from '../store.ts'

export interface PairSearchState {
  readonly query: PairSearchQuery
  /** `stopped` keeps the rows of the search before. */
  readonly state: 'idle' | 'searching' | 'done' | 'stopped'
  readonly progress?: Progress | undefined
  /** Rises with every search that ended: rows of the view of matches are others then. */
  readonly turn: number
}

/** The pair that the drawer shows. */
export interface PairSelection {
  readonly pair: PairNumber
  /** Rises with every choice, so that choosing the same pair again scrolls to it. */
  readonly jump: number
  /** The row's own lines when it was chosen: they tell which of several lines of an id it is. */
  readonly requestLine: LineNumber | undefined
  readonly answerLine: LineNumber | undefined
  /** Its line, once known: pairs are numbered again when lines change, lines keep their ids. */
  readonly place?: { readonly key: DocumentKey; readonly id: LineId } | undefined
}

/** What the table shows: a view whose number of rows is known. */
export interface ShownRows {
  readonly view: PairView
  /** Of the pairing. */
  readonly revision: number
  readonly count: number
  /** The `turn` of the search. */
  readonly searchTurn: number
}

export interface PairingState {
  /** Documents that take part: requests first; of several answers to a request, later ones count. */
  readonly sources: readonly PairSourceSetup[]
  /** Documents that are being looked at, to find out what they hold. */
  readonly recognising: readonly DocumentKey[]
  /** Open documents that hold neither requests nor answers, or that the user took out. */
  readonly leftOut: readonly DocumentKey[]
  /** Absent before there are answers, and until the worker has said anything. */
  readonly facts?: PairingFacts | undefined
  /** Why it stopped altogether, and what to do. */
  readonly problem?: Message | undefined
  /** What is wanted; the table follows when the number of its rows is known. */
  readonly view: PairView
  readonly shown?: ShownRows | undefined
  readonly search: PairSearchState
  readonly selection?: PairSelection | undefined
  readonly isDrawerOpen: boolean
  /** Of the selection, or of the one before while that is read. */
  readonly detail?: PairDetail | undefined
  readonly isDetailLoading: boolean
  /** Why the selection cannot be shown. */
  readonly detailFailure?: Failure | undefined
  readonly isExportPairsOpen: boolean
}

const wholeView: PairView = { filter: {}, order: 'requests' }

export const emptyPairSearch: PairSearchState = {
  query: { text: '', matchCase: false },
  state: 'idle',
  turn: 0,
}

export const newPairing: PairingState = {
  sources: [],
  recognising: [],
  leftOut: [],
  view: wholeView,
  search: emptyPairSearch,
  isDrawerOpen: false,
  isDetailLoading: false,
  isExportPairsOpen: false,
}

export const pairingStore = createStore<PairingState>()(() => newPairing)

/** The part of the state that a selector picks; it must return the same object for the same state. */
export function usePairing<T>(selector: (state: PairingState) => T): T {
  return useStore(pairingStore, selector)
}

/**
 * - `idle`: there are no answers: requests alone make no picture
 * - `reading`: documents are looked at, read or joined
 */
export type PairingPhase = 'idle' | 'reading' | 'ready' | 'failed'

export function phaseOf({ sources, recognising, facts, problem }: PairingState): PairingPhase {
  if (problem !== undefined) return 'failed'
  if (!hasAnswers(sources)) return recognising.length > 0 ? 'reading' : 'idle'
  return facts?.state ?? 'reading'
}

export function hasAnswers(sources: readonly Pick<PairSourceSetup, 'role'>[]): boolean {
  return sources.some((source) => source.role === 'answers')
}

/** Answers whose requests are not there say how they fared, and not what is missing. */
export function hasRequests(sources: readonly Pick<PairSourceSetup, 'role'>[]): boolean {
  return sources.some((source) => source.role === 'requests')
}
