// What the interface needs to know, as plain data. Rows, clients and File objects live outside
// (rowWindow.ts, clients.ts); actions are functions beside the store (actions/), not in it.
import { createStore } from 'zustand/vanilla'
import type { LineId, LineIndex, RowIndex, TextOffset } from '../base/units.ts'
import type {
  Catalogue,
  DocumentFacts,
  SearchProgress,
  SearchQuery,
  View,
} from '../contracts/documentApi.ts'
import type { MoreLines } from '../contracts/fileApi.ts'
import type { LeftEdit } from '../contracts/journal.ts'
import type { LeftOutSummary } from '../contracts/conversionApi.ts'
import type { Progress } from '../contracts/progress.ts'
import type { Message } from '../i18n/message.ts'
import type { Draft } from './drafts.ts'
import type { KeptEdits } from './recovery/recoveryStore.ts'
import { shareUnchanged } from './shareUnchanged.ts'

/** Made when a document is opened; never reused. */
export type DocumentKey = string

export interface SelectedLine {
  readonly id: LineId
  /** Where the line was when it was selected; the table scrolls here. */
  readonly index: LineIndex
  /** Rises with every jump, so that jumping to the selected line again scrolls to it. */
  readonly jump: number
}

/** The match that was last gone to; it counts while its line is selected. */
export interface CurrentMatch {
  readonly line: LineId
  /** Which of the matches of the line, from 0. */
  readonly at: number
  /** Known matches of the line. */
  readonly count: number
  /** Where the line stands among those that match. */
  readonly row?: RowIndex
  /** Rises with every step, so that going to the same match again shows it again. */
  readonly jump: number
}

export interface SearchState {
  readonly query: SearchQuery
  readonly state: 'idle' | 'searching' | 'done'
  readonly progress?: SearchProgress | undefined
  /** Why the query could not be run, such as a bad regular expression. */
  readonly problem?: Message | undefined
}

/** Of a document that the page made: of what, and how it differs from that. */
export interface MadeOf {
  /** Of the file that it was made of. */
  readonly name: string
  /** What of it is in no line, or not as it stands. */
  readonly leftOut?: LeftOutSummary | undefined
  /** Why it is not all that is in the file. */
  readonly problem?: Message | undefined
  /** What else there is to know of it. */
  readonly note?: Message | undefined
  /** The notice above the table was closed, or there is nothing to tell. */
  readonly isNoticed: boolean
}

export interface OfferedEdits {
  readonly edits: KeptEdits
  /** The file is what it was when it was edited. */
  readonly isSameFile: boolean
}

export interface MoreOfFile extends MoreLines {
  /** The notice was closed. */
  readonly isNoticed: boolean
}

export interface LeftEdits {
  /** The journals that still hold them; none where they are in memory alone. */
  readonly journalIds: readonly string[]
  readonly edits: readonly LeftEdit[]
  /** Those among them that no worker and no journal has. */
  readonly onPage?: readonly LeftEdit[]
}

/** One open document as its tab shows it. */
export interface DocumentTab {
  readonly key: DocumentKey
  readonly name: string
  /** Whether the browser gave a handle, so that it can be saved in place. */
  readonly canSave: boolean
  /** Absent until the worker has said anything. */
  readonly facts?: DocumentFacts | undefined
  /** The worker died: what is shown can be opened again with its edits. */
  readonly crash?: Message | undefined
  /** Why the file could not be read at all; then there are no facts worth showing. */
  readonly readFailure?: Message | undefined
  /** The file on disk changed or went away after it was read. */
  readonly fileProblem?: Message | undefined
  /** Lines that were appended to the file after it was read. */
  readonly more?: MoreOfFile | undefined
  readonly madeOf?: MadeOf | undefined
  /** Unsaved edits of an earlier visit that may be of this file. */
  readonly offered?: OfferedEdits | undefined
  /** Edits of an earlier visit that could not be made again. */
  readonly left?: LeftEdits | undefined
  readonly view: View
  /** What the cause that `view` shows is called, also once no line has it. */
  readonly causeTitle?: Message | undefined
  readonly selection?: SelectedLine | undefined
  readonly isDrawerOpen: boolean
  /** Rises when the drawer's editor should take the focus (Enter in the table). */
  readonly editorFocus: number
  /** Where the caret was asked to be in a line; each object once. */
  readonly caretWish?: { readonly id: LineId; readonly offset: TextOffset } | undefined
  /** At most one a line, in the order in which typing began. */
  readonly drafts: readonly Draft[]
  readonly search: SearchState
  readonly match?: CurrentMatch | undefined
  /** A query that was asked for elsewhere than in the search box, which shows it from then on. */
  readonly givenQuery?: SearchQuery | undefined
  /** What the lines of the view `matches` are, where they are not those of a search. */
  readonly marks?: Message | undefined
  /** Codes that are switched off in this document, beside those that are everywhere. */
  readonly ignored: readonly string[]
  /** Lines as raw text instead of the format's columns. */
  readonly isRaw: boolean
  /** The number of tokens of each line is a column of the table. */
  readonly hasTokenColumn: boolean
}

/** Long work that shows its progress and can be cancelled. */
export interface RunningJob {
  readonly jobId: string
  readonly key: DocumentKey
  /** 'Fixing 3,000 lines': also the progress bar's name. */
  readonly title: Message
  /** The export dialog shows it. */
  readonly isExport: boolean
  /** Absent until something is known of it. */
  readonly progress?: Progress | undefined
}

export interface UserMessage {
  readonly id: number
  readonly kind: 'alert' | 'status'
  readonly text: Message
  /** An offer, such as Undo. */
  readonly action?: { readonly label: Message; readonly run: () => void }
}

/** A question that must be answered before something is lost. */
export interface Confirmation {
  readonly title: Message
  readonly text: Message
  /** What the button that goes ahead says, which loses something. */
  readonly confirmLabel: Message
  /** What the button says that loses nothing. */
  readonly keepLabel: Message
  readonly run: () => void
}

export type DialogName =
  | 'export'
  | 'keys'
  | 'commands'
  | 'speed'
  | 'columns'
  | 'duplicates'
  | 'convert'
  | 'translate'
  | 'conversionReport'
  | 'entries'
  | 'split'
  | 'fixAll'
  | 'renumber'
  | 'keptEdits'
  | 'leftEdits'

export type ThemeChoice = 'system' | 'light' | 'dark'

export interface RecentFile {
  readonly id: string
  readonly name: string
  readonly size: number
  /** Milliseconds since 1970. */
  readonly openedAt: number
}

/** The drawers: of a line, and of a pair; and the panel that runs batches. */
export type DrawerKind = 'line' | 'pair' | 'run'

export type DrawerWidths = Readonly<Partial<Record<DrawerKind, number>>>

export interface AppState {
  readonly documents: readonly DocumentTab[]
  readonly activeKey?: DocumentKey | undefined
  /** The pairing lies in the place of the active document's lines. */
  readonly isPairingShown: boolean
  /** The screen on which a batch is made lies over all documents. */
  readonly isNewBatchShown: boolean
  /** Rises whenever a tab is chosen: nothing else is then shown unasked. */
  readonly tabChoices: number
  readonly catalogue?: Catalogue | undefined
  readonly jobs: readonly RunningJob[]
  readonly messages: readonly UserMessage[]
  /** What only screen readers are told; `id` rises with each. */
  readonly announcement?: { readonly id: number; readonly text: Message } | undefined
  /** Rises whenever the user was brought somewhere. */
  readonly arrivals: number
  readonly dialog?: DialogName | undefined
  /** Which lines the export dialog was opened for. */
  readonly exportOf?: 'chosen' | 'view' | undefined
  readonly confirmation?: Confirmation | undefined
  /** On narrow screens the issues panel lies over the table when asked for. */
  readonly isPanelOpen: boolean
  /** The panel that runs batches; what it knows has a store of its own (batch/batchStore.ts). */
  readonly isRunOpen: boolean
  /** Rises whenever that panel is asked for; its code is loaded with the first time. */
  readonly runCalls: number
  readonly theme: ThemeChoice
  /** Codes that are switched off in every document. */
  readonly alwaysIgnored: readonly string[]
  /** CSS pixels, as chosen by the user. */
  readonly drawerWidths: DrawerWidths
  readonly recentFiles: readonly RecentFile[]
}

export const emptySearch: SearchState = {
  query: { text: '', isRegExp: false, matchCase: false },
  state: 'idle',
}

/** What the page shows of a document while none is open: nothing. */
export const blankDocument: DocumentTab = {
  key: '',
  name: '',
  canSave: false,
  view: { kind: 'all' },
  isDrawerOpen: false,
  editorFocus: 0,
  drafts: [],
  search: emptySearch,
  ignored: [],
  isRaw: false,
  hasTokenColumn: false,
}

export const store = createStore<AppState>()(() => ({
  documents: [],
  isPairingShown: false,
  isNewBatchShown: false,
  tabChoices: 0,
  jobs: [],
  messages: [],
  arrivals: 0,
  isPanelOpen: false,
  isRunOpen: false,
  runCalls: 0,
  theme: 'system',
  alwaysIgnored: [],
  drawerWidths: {},
  recentFiles: [],
}))

export function findDocument(key: DocumentKey | undefined): DocumentTab | undefined {
  return store.getState().documents.find((tab) => tab.key === key)
}

export function activeDocument(): DocumentTab | undefined {
  return findDocument(store.getState().activeKey)
}

/**
 * Changes one tab; nothing happens when it has been closed meanwhile. What new facts have in common
 * with those of before stays the same object, so that it is not rendered again.
 */
export function updateDocument(
  key: DocumentKey,
  change: Partial<DocumentTab> | ((tab: DocumentTab) => Partial<DocumentTab>),
): void {
  store.setState((state) => ({
    documents: state.documents.map((tab) => {
      if (tab.key !== key) return tab
      const changed = typeof change === 'function' ? change(tab) : change
      const facts = changed.facts && shareUnchanged(tab.facts, changed.facts)
      return { ...tab, ...changed, ...(facts && { facts }) }
    }),
  }))
}
