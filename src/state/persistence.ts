// What of the state outlives the page, and where (storageByStore.ts). File contents never do.
import { get, set } from 'idb-keyval'
import { isLanguageChoice, type LanguageChoice } from '../i18n/languages.ts'
import {
  type DrawerKind,
  type DrawerWidths,
  type RecentFile,
  store,
  type ThemeChoice,
} from './store.ts'

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
