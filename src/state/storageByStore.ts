// Of every store, which part of its state outlives the page, and where.
import type { BatchState } from './batch/batchStore.ts'
import type { ColumnsState } from './columns/columnsStore.ts'
import type { ConversionState } from './conversion/conversionStore.ts'
import type { EntriesState } from './conversion/entriesStore.ts'
import type { TranslationState } from './conversion/translationStore.ts'
import type { DuplicatesState } from './duplicates/duplicatesStore.ts'
import type { ExportChoices } from './exporting/exportChoices.ts'
import type { FieldsState } from './fields/fieldsStore.ts'
import type { FixAllState } from './foresight/fixAllStore.ts'
import type { RenumberState } from './foresight/renumberStore.ts'
import type { LanguageState } from './language.ts'
import type { LineLookState } from './lineLook.ts'
import type { NewBatchState } from './newBatch/newBatchStore.ts'
import type { ExportPairsState } from './pairing/exportPairs.ts'
import type { PairingState } from './pairing/pairingStore.ts'
import type { ResultCacheSize } from './resultCache.ts'
import type { SplitState } from './splitting/splitStore.ts'
import type { KeptQueries } from './queries/keptQueries.ts'
import type { RecoveryState } from './recovery/recoveryStore.ts'
import type { SpeedState } from './speedStore.ts'
import type { TokenLimits } from './tokenLimit/tokenLimits.ts'
import type { AppState } from './store.ts'

export type Storage = 'localStorage' | 'sessionStorage' | 'indexedDB' | 'nowhere'

type StorageOf<State> = { readonly [Key in keyof Required<State>]: Storage }

interface StorageByStore {
  readonly store: StorageOf<AppState>
  readonly exportChoicesStore: StorageOf<ExportChoices>
  readonly pairingStore: StorageOf<PairingState>
  readonly exportPairsStore: StorageOf<ExportPairsState>
  readonly batchStore: StorageOf<BatchState>
  readonly newBatchStore: StorageOf<NewBatchState>
  readonly conversionStore: StorageOf<ConversionState>
  readonly translationStore: StorageOf<TranslationState>
  readonly entriesStore: StorageOf<EntriesState>
  readonly duplicatesStore: StorageOf<DuplicatesState>
  readonly fixAllStore: StorageOf<FixAllState>
  readonly renumberStore: StorageOf<RenumberState>
  readonly splitStore: StorageOf<SplitState>
  readonly speedStore: StorageOf<SpeedState>
  readonly resultCacheStore: StorageOf<ResultCacheSize>
  readonly recoveryStore: StorageOf<RecoveryState>
  readonly languageStore: StorageOf<LanguageState>
  readonly lineLookStore: StorageOf<LineLookState>
  readonly tokenLimitsStore: StorageOf<TokenLimits>
  readonly columnsStore: StorageOf<ColumnsState>
  readonly fieldsStore: StorageOf<FieldsState>
  readonly queriesStore: StorageOf<KeptQueries>
}

/** Exhaustive by its type: a new key of the state does not compile until it is decided here. @internal For tests. */
export const storageByStore: StorageByStore = {
  store: {
    documents: 'nowhere',
    activeKey: 'nowhere',
    isPairingShown: 'nowhere',
    isNewBatchShown: 'nowhere',
    tabChoices: 'nowhere',
    catalogue: 'nowhere',
    jobs: 'nowhere',
    messages: 'nowhere',
    announcement: 'nowhere',
    arrivals: 'nowhere',
    dialog: 'nowhere',
    exportOf: 'nowhere',
    confirmation: 'nowhere',
    isPanelOpen: 'nowhere',
    isRunOpen: 'nowhere',
    runCalls: 'nowhere',
    theme: 'localStorage',
    alwaysIgnored: 'localStorage',
    drawerWidths: 'localStorage',
    recentFiles: 'indexedDB',
  },
  pairingStore: {
    sources: 'nowhere',
    recognising: 'nowhere',
    leftOut: 'nowhere',
    facts: 'nowhere',
    problem: 'nowhere',
    view: 'nowhere',
    shown: 'nowhere',
    search: 'nowhere',
    selection: 'nowhere',
    isDrawerOpen: 'nowhere',
    detail: 'nowhere',
    isDetailLoading: 'nowhere',
    detailFailure: 'nowhere',
    isExportPairsOpen: 'nowhere',
  },
  // Until the page is closed: fields of one file mean little for the next.
  exportChoicesStore: { exporterId: 'nowhere', values: 'nowhere', fields: 'nowhere' },
  exportPairsStore: {
    exporters: 'nowhere',
    // They hold until the page is closed; a schema or a model of one batch means little for the next.
    choices: 'nowhere',
    plan: 'nowhere',
    isPlanning: 'nowhere',
    problem: 'nowhere',
    running: 'nowhere',
    outcome: 'nowhere',
  },
  batchStore: {
    isOpen: 'nowhere',
    step: 'nowhere',
    // The base URL, organisation and project (batch/storedAccess.ts). The key is in no store at all: it may be in
    // session storage, when the user has ticked that (batch/apiKey.ts).
    access: 'sessionStorage',
    checks: 'nowhere',
    isChecking: 'nowhere',
    insists: 'nowhere',
    models: 'nowhere',
    modelsProblem: 'nowhere',
    estimate: 'nowhere',
    trials: 'nowhere',
    // Ids, names and counts (batch/runRecord.ts).
    runs: 'localStorage',
    others: 'nowhere',
    paused: 'nowhere',
    problem: 'nowhere',
  },
  newBatchStore: {
    // What was typed holds until the page is closed.
    origin: 'nowhere',
    text: 'nowhere',
    split: 'nowhere',
    endpoint: 'nowhere',
    bodies: 'nowhere',
    idPattern: 'nowhere',
    isJsonShown: 'nowhere',
    models: 'nowhere',
    temperatures: 'nowhere',
    repeats: 'nowhere',
    // When the user asks for it (newBatch/keptTemplates.ts).
    kept: 'indexedDB',
    random: 'nowhere',
    conversion: 'nowhere',
    rowNotes: 'nowhere',
    rows: 'nowhere',
    preview: 'nowhere',
    check: 'nowhere',
    checking: 'nowhere',
    estimate: 'nowhere',
    suggested: 'nowhere',
    making: 'nowhere',
    problem: 'nowhere',
  },
  conversionStore: {
    name: 'nowhere',
    size: 'nowhere',
    isPacked: 'nowhere',
    isOfLines: 'nowhere',
    isEdited: 'nowhere',
    leavesEdits: 'nowhere',
    inspection: 'nowhere',
    choice: 'nowhere',
    preview: 'nowhere',
    isPreviewing: 'nowhere',
    running: 'nowhere',
    problem: 'nowhere',
  },
  translationStore: {
    name: 'nowhere',
    size: 'nowhere',
    isEdited: 'nowhere',
    target: 'nowhere',
    model: 'nowhere',
    maxTokens: 'nowhere',
    asksTokenLimit: 'nowhere',
    preview: 'nowhere',
    isPreviewing: 'nowhere',
    running: 'nowhere',
    problem: 'nowhere',
  },
  entriesStore: { key: 'nowhere', name: 'nowhere', files: 'nowhere' },
  fixAllStore: {
    code: 'nowhere',
    fixId: 'nowhere',
    title: 'nowhere',
    fixTitle: 'nowhere',
    lines: 'nowhere',
    fixed: 'nowhere',
    isEstimate: 'nowhere',
    samples: 'nowhere',
    count: 'nowhere',
    counting: 'nowhere',
    problem: 'nowhere',
  },
  renumberStore: {
    pattern: 'nowhere',
    start: 'nowhere',
    which: 'nowhere',
    repeated: 'nowhere',
    preview: 'nowhere',
    problem: 'nowhere',
  },
  splitStore: {
    name: 'nowhere',
    invalid: 'nowhere',
    limits: 'nowhere',
    selection: 'nowhere',
    requests: 'nowhere',
    plan: 'nowhere',
    running: 'nowhere',
    problem: 'nowhere',
  },
  speedStore: { state: 'nowhere', fileBytes: 'nowhere', cases: 'nowhere', problem: 'nowhere' },
  duplicatesStore: {
    key: 'nowhere',
    by: 'nowhere',
    paths: 'nowhere',
    known: 'nowhere',
    keep: 'nowhere',
    state: 'nowhere',
    finding: 'nowhere',
    report: 'nowhere',
    problem: 'nowhere',
  },
  // How large the cache is; the cache itself is kept by the worker.
  resultCacheStore: { files: 'nowhere', bytes: 'nowhere' },
  // The edits themselves are in private storage, written by the workers (session/journal).
  recoveryStore: { kept: 'nowhere', isOn: 'localStorage' },
  languageStore: { choice: 'localStorage', translator: 'nowhere' },
  lineLookStore: { look: 'localStorage' },
  // Set by the user (tokenLimit/tokenLimits.ts).
  tokenLimitsStore: { limits: 'localStorage' },
  fieldsStore: {
    isOpen: 'nowhere',
    scope: 'nowhere',
    counted: 'nowhere',
    spreads: 'nowhere',
    compared: 'nowhere',
  },
  columnsStore: { wishes: 'localStorage', widths: 'localStorage', pins: 'localStorage' },
  // What the user typed, until it is forgotten (queries/keptQueries.ts).
  queriesStore: { recent: 'localStorage', named: 'localStorage' },
}
