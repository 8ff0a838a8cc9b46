// Which lines of the active document are chosen, and what is done to all of them. The page knows how
// many there are, and the rows on the screen say it of themselves: the set is the worker's.
import type { ChooseCommand, LinesCommand, LineTarget } from '../../contracts/documentApi.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { clientOf, hasClient } from '../clients.ts'
import { dropDraft } from '../drafts.ts'
import { activeDocument, type DocumentTab, findDocument } from '../store.ts'
import { arrive } from './announce.ts'
import { askFirst, openDialog } from './dialogs.ts'
import { editableDocument, offerUndo, take } from './edits.ts'
import { explainWait, runJob } from './jobs.ts'
import { selectLine } from './lines.ts'
import { showFailure, showMessage } from './messages.ts'

/** The new count comes with the facts. */
export async function chooseLines(command: ChooseCommand): Promise<void> {
  const tab = activeDocument()
  if (!tab || !hasClient(tab.key)) return
  const done = await clientOf(tab.key).choose(command)
  if (!done.ok) showFailure(done.failure)
}

/** Nothing happens when none is chosen. */
export function forgetChoice(): void {
  if (chosenCount() > 0) void chooseLines({ kind: 'none' })
}

/** Lines of the active document that are chosen. */
export function chosenCount(): number {
  return activeDocument()?.facts?.chosen ?? 0
}

/** As one step of undo, and offers to undo it. Text typed in one of them is not lost unasked. */
export async function deleteChosen(): Promise<void> {
  const tab = editableDocument()
  const target = tab && (await chosenTarget(tab))
  if (tab && target) await deleteLines(tab, target, chosenCount())
}

/** The same with all lines that have a cause. */
export async function deleteCause(code: string): Promise<void> {
  const tab = editableDocument()
  const count = tab?.facts?.causes.find((cause) => cause.code === code)?.count ?? 0
  if (tab && count > 0) await deleteLines(tab, { kind: 'cause', code }, count)
}

export async function duplicateChosen(): Promise<void> {
  const tab = editableDocument()
  const target = tab && (await chosenTarget(tab))
  if (tab && target) await runMany(tab, { kind: 'duplicate', target }, chosenCount())
}

/** Puts the texts of the chosen lines into the clipboard; offers an export when they are too large. */
export async function copyChosen(): Promise<void> {
  const tab = activeDocument()
  const count = chosenCount()
  if (!tab || count === 0 || !hasClient(tab.key)) return
  const text = await clientOf(tab.key).chosenText()
  if (!text.ok) {
    if (text.failure.code !== 'too-many-lines') return showFailure(text.failure)
    showMessage('status', text.failure.message, { label: msg('Export them'), run: exportChosen })
    return
  }
  try {
    await navigator.clipboard.writeText(text.value)
    showMessage('status', msg('Copied {count, plural, one {# line} other {# lines}}.', { count }))
  } catch {
    showMessage('alert', msg('The browser did not let this page write to the clipboard.'))
  }
}

export function exportChosen(): void {
  openDialog('export', 'chosen')
}

async function chosenTarget(tab: DocumentTab): Promise<LineTarget | undefined> {
  if (chosenCount() === 0) return undefined
  const lines = await clientOf(tab.key).chosenLines()
  if (lines.ok) return { kind: 'lines', lines: lines.value }
  showFailure(lines.failure)
  return undefined
}

/** `count`: how many they are. As one step of undo, and offers to undo it; text typed in one of them is not lost unasked. */
export async function deleteLines(
  tab: DocumentTab,
  target: LineTarget,
  count: number,
): Promise<void> {
  const { key, drafts } = tab
  const among = await clientOf(key).linesAmong(
    target,
    drafts.map(({ id }) => id),
  )
  if (!among.ok) return showFailure(among.failure)
  const typed = drafts.filter(({ id }) => among.value.includes(id))
  const run = async (): Promise<void> => {
    // Asked again: while the question was there, another line may have been opened.
    const { selection } = findDocument(key) ?? tab
    const opened = selection && (await clientOf(key).linesAmong(target, [selection.id]))
    const isOpen = opened?.ok === true && opened.value.length > 0
    if (!(await runMany(tab, { kind: 'delete', target }, count, isOpen))) return
    for (const { id } of typed) dropDraft(key, id)
  }
  const [first] = typed
  if (!first) return run()
  askFirst({
    title: msg('Delete lines with typed text?'),
    text:
      typed.length === 1
        ? msg(
            'Text that is not applied was typed in line {line, number}. It would be lost, also for Undo.',
            { line: first.line },
          )
        : msg(
            'Text that is not applied was typed in {count, number} of these lines. It would be lost, also for Undo.',
            { count: typed.length },
          ),
    confirmLabel: msg('Delete the lines'),
    keepLabel: msg('Keep them'),
    run: () => void run(),
  })
}

/** What is said of a command while it runs, and afterwards. */
const WORDS: Readonly<
  Record<
    LinesCommand['kind'],
    (count: number) => { readonly doing: Message; readonly done: Message }
  >
> = {
  delete: (count) => ({
    doing: msg('Deleting {count, plural, one {# line} other {# lines}}', { count }),
    done: msg('Deleted {count, plural, one {# line} other {# lines}}.', { count }),
  }),
  duplicate: (count) => ({
    doing: msg('Duplicating {count, plural, one {# line} other {# lines}}', { count }),
    done: msg('Duplicated {count, plural, one {# line} other {# lines}}.', { count }),
  }),
}

/** `goesOn`: the line that takes the place of the first one is shown afterwards. */
async function runMany(
  tab: DocumentTab,
  command: LinesCommand,
  count: number,
  goesOn = false,
): Promise<boolean> {
  const { key } = tab
  if (!hasClient(key)) return false
  const { doing, done } = WORDS[command.kind](count)
  const stepBefore = findDocument(key)?.facts?.undoStep
  const outcome = await explainWait(key, () =>
    runJob(key, doing, (jobId, onProgress) => clientOf(key).editMany(command, jobId, onProgress)),
  )
  if (!take(key, outcome, { kind: 'editMany', command }) || !outcome.ok) return false
  const { facts, focus } = outcome.value
  if (goesOn && focus) selectLine(focus)
  arrive()
  offerUndo(key, done, stepBefore, facts.undoStep)
  return true
}
