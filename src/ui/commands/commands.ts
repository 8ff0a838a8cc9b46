// Every command of the app, once: for the keys, the palette and the list of keys.
import {
  activateDocument,
  activateNextDocument,
  closeDocument,
  setFormat,
} from '../../state/actions/documents.ts'
import { copyDetails } from '../../state/actions/copyDetails.ts'
import { openDialog } from '../../state/actions/dialogs.ts'
import { redo, undo } from '../../state/actions/edits.ts'
import { saveDocument } from '../../state/actions/exportDocument.ts'
import { clearResultCache } from '../../state/actions/resultCache.ts'
import { goToIssue, setRaw, setView } from '../../state/actions/lines.ts'
import { cancelReading, reload } from '../../state/actions/reading.ts'
import { clearSearch, nextMatch } from '../../state/actions/search.ts'
import { setTheme } from '../../state/actions/theme.ts'
import { hasClient } from '../../state/clients.ts'
import { hasUnsavedWork } from '../../state/drafts.ts'
import { withPairing } from '../../state/pairing/withPairing.ts'
import { activeDocument, type DocumentTab, store } from '../../state/store.ts'
import { chooseFiles } from '../files/chooseFiles.ts'
import { closeLineEditor } from '../lineEditor/closeLineEditor.ts'
import { canPickSaveFile } from '../files/filePickers.ts'
import { exportShown } from '../export/exportShown.ts'
import { saveAs } from '../files/saveAs.ts'
import { focusGoToLine, focusPairSearch, focusSearch } from '../table/focusField.ts'

export interface Command {
  readonly id: string
  readonly label: string
  /** As keyPattern.ts reads them; the first is shown. */
  readonly keys?: readonly string[]
  /** Whether the keys work while typing in a field or the editor. */
  readonly whileTyping?: boolean
  /** Absent: always. */
  readonly when?: () => boolean
  readonly run: () => void
}

export const commands: readonly Command[] = [
  {
    id: 'open',
    label: 'Open files',
    keys: ['Mod+O'],
    whileTyping: true,
    run: () => void chooseFiles(),
  },
  {
    id: 'nextIssue',
    label: 'Next issue',
    keys: ['F8'],
    whileTyping: true,
    when: hasDocument,
    run: () => void goToIssue(1),
  },
  {
    id: 'previousIssue',
    label: 'Previous issue',
    keys: ['Shift+F8'],
    whileTyping: true,
    when: hasDocument,
    run: () => void goToIssue(-1),
  },
  {
    id: 'search',
    label: 'Search',
    keys: ['Mod+F'],
    whileTyping: true,
    when: () => activeDocument() !== undefined,
    run: () => (isPairingShown() ? focusPairSearch() : focusSearch()),
  },
  { id: 'nextMatch', label: 'Next match', when: hasSearch, run: () => void nextMatch(1) },
  { id: 'previousMatch', label: 'Previous match', when: hasSearch, run: () => void nextMatch(-1) },
  { id: 'clearSearch', label: 'Clear search', when: hasSearch, run: () => void clearSearch() },
  {
    id: 'goToLine',
    label: 'Go to line',
    keys: ['Mod+G'],
    whileTyping: true,
    when: hasDocument,
    run: focusGoToLine,
  },
  {
    id: 'undo',
    label: 'Undo',
    keys: ['Mod+Z'],
    when: () => isReady() && activeDocument()?.facts?.undoLabel !== undefined,
    run: () => void undo(),
  },
  {
    id: 'redo',
    label: 'Redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    when: () => isReady() && activeDocument()?.facts?.redoLabel !== undefined,
    run: () => void redo(),
  },
  {
    id: 'saveOrExport',
    label: 'Save, or export',
    keys: ['Mod+S'],
    whileTyping: true,
    when: () => isReady() || isPairingShown(),
    run: saveOrExport,
  },
  {
    id: 'save',
    label: 'Save over the opened file',
    when: () => activeDocument()?.canSave === true && isReady(),
    run: () => void saveDocument(),
  },
  { id: 'export', label: 'Export…', when: isReady, run: () => openDialog('export') },
  {
    id: 'pair',
    label: 'Pair documents',
    when: () => activeDocument() !== undefined,
    run: () => void withPairing((pairing) => pairing.pairDocuments()),
  },
  {
    id: 'exportPairs',
    label: 'Export answers, a retry file or a report…',
    when: isPairingShown,
    run: exportShown,
  },
  {
    id: 'saveAs',
    label: 'Save as…',
    when: () => canPickSaveFile && isReady(),
    run: () => void saveAs(),
  },
  {
    id: 'showAll',
    label: 'Show all lines',
    when: hasDocument,
    run: () => setView({ kind: 'all' }),
  },
  {
    id: 'showInvalid',
    label: 'Show invalid lines',
    when: hasDocument,
    run: () => setView({ kind: 'invalid' }),
  },
  {
    id: 'showWarnings',
    label: 'Show lines with warnings',
    when: hasDocument,
    run: () => setView({ kind: 'warnings' }),
  },
  {
    id: 'showAttention',
    label: 'Show lines that need attention',
    when: () => (activeDocument()?.facts?.attention ?? 0) > 0,
    run: () => setView({ kind: 'attention' }),
  },
  {
    id: 'showEdited',
    label: 'Show edited lines',
    when: hasDocument,
    run: () => setView({ kind: 'edited' }),
  },
  {
    id: 'raw',
    label: 'Show lines as raw text, or as columns',
    when: hasDocument,
    run: withDocument((tab) => setRaw(!tab.isRaw)),
  },
  {
    id: 'closeDrawer',
    label: 'Close the line editor',
    keys: ['Escape'],
    when: () => hasDocument() && activeDocument()?.isDrawerOpen === true,
    run: closeLineEditor,
  },
  {
    id: 'cancelReading',
    label: 'Cancel reading',
    when: () => hasDocument() && activeDocument()?.facts?.state === 'reading',
    run: () => void cancelReading(),
  },
  {
    id: 'reload',
    label: 'Read the file again from the disk',
    when: hasDocument,
    run: withDocument((tab) => reload(tab.key)),
  },
  {
    id: 'closePairing',
    label: 'Close the pairing',
    when: isPairingShown,
    run: () => void withPairing((pairing) => pairing.closePairing()),
  },
  {
    id: 'nextDocument',
    label: 'Next document',
    when: () => store.getState().documents.length > 1,
    run: () => activateNextDocument(1),
  },
  {
    id: 'closeDocument',
    label: 'Close the document',
    when: hasDocument,
    run: withDocument((tab) => closeDocument(tab.key)),
  },
  {
    id: 'commands',
    label: 'All commands',
    keys: ['Mod+K'],
    whileTyping: true,
    run: () => openDialog('commands'),
  },
  { id: 'keys', label: 'Keyboard shortcuts', keys: ['?'], run: () => openDialog('keys') },
  { id: 'clearCache', label: 'Clear cache', run: () => void clearResultCache() },
  { id: 'speed', label: 'Measure speed', run: () => openDialog('speed') },
  {
    id: 'copyDetails',
    label: 'Copy details for a report: version, browser, counts',
    run: () => void copyDetails(),
  },
  { id: 'themeLight', label: 'Light theme', run: () => setTheme('light') },
  { id: 'themeDark', label: 'Dark theme', run: () => setTheme('dark') },
  { id: 'themeSystem', label: 'System theme', run: () => setTheme('system') },
]

/** Those that make sense now, with one for each format and each other document. */
export function currentCommands(): readonly Command[] {
  const { catalogue, documents, activeKey } = store.getState()
  const formatId = activeDocument()?.facts?.formatId
  const formats = isReady() ? (catalogue?.formats ?? []) : []
  const isPairing = isPairingShown()
  return [
    ...commands.filter((command) => command.id !== 'commands' && (command.when?.() ?? true)),
    ...formats
      .filter((format) => format.id !== formatId)
      .map((format) => ({
        id: `format:${format.id}`,
        label: `Validate as ${format.title}`,
        run: () => void setFormat(format.id),
      })),
    ...(isPairing ? outcomeCommands : []),
    ...documents
      .filter((tab) => isPairing || tab.key !== activeKey)
      .map((tab) => ({
        id: `document:${tab.key}`,
        label: `Go to ${tab.name}`,
        run: () => activateDocument(tab.key),
      })),
  ]
}

/** One for each choice of 'Show pairs'. */
const outcomeCommands: readonly Command[] = (
  [
    ['all', 'Show all pairs'],
    ['succeeded', 'Show requests that succeeded'],
    ['failed', 'Show requests that failed'],
    ['missing', 'Show requests without an answer'],
    ['unexpected', 'Show answers without a request'],
    ['duplicate', 'Show repeated requests and superseded answers'],
    ['unusable', 'Show answers that are of no use'],
  ] as const
).map(([outcome, label]) => ({
  id: `pairs:${outcome}`,
  label,
  run: () => void withPairing((pairing) => pairing.showOutcome(outcome)),
}))

/** The lines of a document are shown: what is out of sight is left alone. */
function hasDocument(): boolean {
  return activeDocument() !== undefined && !isPairingShown()
}

function isPairingShown(): boolean {
  return store.getState().isPairingShown
}

function hasSearch(): boolean {
  return hasDocument() && activeDocument()?.search.query.text !== ''
}

function isReady(): boolean {
  const tab = activeDocument()
  return hasDocument() && tab?.facts?.state === 'ready' && hasClient(tab.key)
}

/** In place when there is something to save and the browser can; the export dialog otherwise. */
function saveOrExport(): void {
  const tab = activeDocument()
  const hasChanges = tab !== undefined && hasUnsavedWork(tab)
  const mustSave = tab?.canSave && canPickSaveFile && hasChanges && !isPairingShown()
  if (mustSave) void saveDocument()
  else exportShown()
}

function withDocument(run: (tab: DocumentTab) => void): () => void {
  return () => {
    const tab = activeDocument()
    if (tab) run(tab)
  }
}
