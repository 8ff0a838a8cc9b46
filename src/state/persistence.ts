// What of the state outlives the page, and where. File contents never do.
import { get, set } from 'idb-keyval'
import { isLanguageChoice, type LanguageChoice } from '../i18n/languages.ts'
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
import {
  type AppState,
  type DrawerKind,
  type DrawerWidths,
  type RecentFile,
  store,
  type ThemeChoice,
} from './store.ts'

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
  fieldsStore: { isOpen: 'nowhere', scope: 'nowhere', counted: 'nowhere', spreads: 'nowhere' },
  columnsStore: { wishes: 'localStorage', widths: 'localStorage', pins: 'localStorage' },
  // What the user typed, until it is forgotten (queries/keptQueries.ts).
  queriesStore: { recent: 'localStorage', named: 'localStorage' },
}

/** A recent file with the browser's permission slip to open it again. */
export interface StoredRecentFile extends RecentFile {
  readonly handle: FileSystemFileHandle
}

const LANGUAGE_KEY = 'lineproof.language'
const THEME_KEY = 'lineproof.theme'
const ALWAYS_IGNORED_KEY = 'lineproof.alwaysIgnored'
const DRAWER_WIDTHS_KEY = 'lineproof.drawerWidths'
const RECENT_KEY = 'lineproof.recentFiles'

/** More would not be looked through. */
const RECENT_LIMIT = 8

const drawerKinds: readonly DrawerKind[] = ['line', 'pair', 'run']

const themes: readonly ThemeChoice[] = ['system', 'light', 'dark']

/** The stored choice, or `system` when there is none or storage is switched off. */
export function readTheme(): ThemeChoice {
  try {
    const stored = localStorage.getItem(THEME_KEY)
    return themes.find((theme) => theme === stored) ?? 'system'
  } catch {
    return 'system'
  }
}

/** The stored choice, or `browser` when there is none or storage is switched off. */
export function readLanguage(): LanguageChoice {
  try {
    const stored = localStorage.getItem(LANGUAGE_KEY)
    return isLanguageChoice(stored) ? stored : 'browser'
  } catch {
    return 'browser'
  }
}

export function storeLanguage(choice: LanguageChoice): void {
  try {
    localStorage.setItem(LANGUAGE_KEY, choice)
  } catch {
    // As with the theme.
  }
}

export function storeTheme(theme: ThemeChoice): void {
  try {
    localStorage.setItem(THEME_KEY, theme)
  } catch {
    // Storage is switched off: the choice holds until the page is closed.
  }
}

/** The codes that were stored; none when storage is switched off. */
export function readAlwaysIgnored(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(ALWAYS_IGNORED_KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((code) => typeof code === 'string') : []
  } catch {
    return []
  }
}

export function storeAlwaysIgnored(codes: readonly string[]): void {
  try {
    localStorage.setItem(ALWAYS_IGNORED_KEY, JSON.stringify(codes))
  } catch {
    // As with the theme.
  }
}

/** What was stored of them and makes sense. */
export function readDrawerWidths(): DrawerWidths {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(DRAWER_WIDTHS_KEY) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    const entries = Object.entries(stored) as [string, unknown][]
    return Object.fromEntries(
      entries.filter(([kind, px]) => isDrawerKind(kind) && Number.isInteger(px) && Number(px) > 0),
    )
  } catch {
    return {}
  }
}

export function storeDrawerWidths(widths: DrawerWidths): void {
  try {
    localStorage.setItem(DRAWER_WIDTHS_KEY, JSON.stringify(widths))
  } catch {
    // As with the theme.
  }
}

function isDrawerKind(kind: string): boolean {
  return drawerKinds.some((known) => known === kind)
}

/** Newest first; empty when the browser keeps no handles. */
export async function readRecentFiles(): Promise<readonly StoredRecentFile[]> {
  try {
    return (await get<readonly StoredRecentFile[]>(RECENT_KEY)) ?? []
  } catch {
    return []
  }
}

/** Puts the file first, instead of an older entry for the same file. */
export async function rememberFile(file: File, handle: FileSystemFileHandle): Promise<void> {
  const others: StoredRecentFile[] = []
  for (const entry of await readRecentFiles()) {
    if (!(await isSameFile(entry.handle, handle))) others.push(entry)
  }
  const entry: StoredRecentFile = {
    id: crypto.randomUUID(),
    name: file.name,
    size: file.size,
    openedAt: Date.now(),
    handle,
  }
  await keepRecentFiles([entry, ...others])
}

export async function forgetFile(id: string): Promise<void> {
  await keepRecentFiles((await readRecentFiles()).filter((entry) => entry.id !== id))
}

/** Loads what was stored into the state, once, when the page starts. */
export async function restoreState(): Promise<void> {
  store.setState({
    theme: readTheme(),
    alwaysIgnored: readAlwaysIgnored(),
    drawerWidths: readDrawerWidths(),
  })
  showRecentFiles(await readRecentFiles())
}

async function keepRecentFiles(entries: readonly StoredRecentFile[]): Promise<void> {
  const kept = entries.slice(0, RECENT_LIMIT)
  try {
    await set(RECENT_KEY, kept)
    showRecentFiles(kept)
  } catch {
    // A private window or a full disk: the list is a convenience and does without.
  }
}

function showRecentFiles(entries: readonly StoredRecentFile[]): void {
  store.setState({
    recentFiles: entries.map(({ id, name, size, openedAt }) => ({ id, name, size, openedAt })),
  })
}

async function isSameFile(a: FileSystemFileHandle, b: FileSystemFileHandle): Promise<boolean> {
  try {
    return await a.isSameEntry(b)
  } catch {
    return false
  }
}
