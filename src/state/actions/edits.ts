// Changes to the content of the active document. Each one that the worker confirms is logged.
import type { Result } from '../../base/result.ts'
import type { LineId } from '../../base/units.ts'
import type { EditCommand, EditResult } from '../../contracts/documentApi.ts'
import type { LoggedCommand } from '../../contracts/loggedCommand.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { clientOf, hasClient } from '../clients.ts'
import { logCommand } from '../commandLog.ts'
import { documentSlot } from '../documentScope.ts'
import { dropDraft } from '../drafts.ts'
import {
  activeDocument,
  type DocumentKey,
  type DocumentTab,
  findDocument,
  updateDocument,
} from '../store.ts'
import { announce, arrive } from './announce.ts'
import { explainWait, runJob } from './jobs.ts'
import { dismissMessage, showFailure, showMessage } from './messages.ts'

/**
 * One edit as one step of undo. Resolves with whether it happened; a failure is shown as a message.
 * A draft of a line that the edit replaced or removed is forgotten.
 */
export async function applyEdit(command: EditCommand): Promise<boolean> {
  const tab = editableDocument()
  if (!tab) return false
  const outcome = await explainWait(tab.key, () => clientOf(tab.key).edit(command))
  if (!take(tab.key, outcome, { kind: 'edit', command })) return false
  const label = outcome.ok ? outcome.value.facts.undoLabel : undefined
  // The line editor says itself that the text of its line was taken.
  if (label !== undefined && !saidByEditor.has(command.kind)) {
    announce(msg('Done: {label}', { label }))
  }
  for (const id of replacedLines(command)) dropDraft(tab.key, id)
  return true
}

/**
 * Mends every line that has the cause, as one step of undo, and offers to undo it. Each line gets the
 * first fix that proposes something for it, `fixId` before all others.
 */
export async function fixAll(code: string, fixId?: string): Promise<void> {
  const tab = editableDocument()
  if (!tab) return
  const count = countOfCause(tab, code)
  const title = msg('Fixing {count, plural, one {# line} other {# lines}}', { count })
  const outcome = await explainWait(tab.key, () =>
    runJob(tab.key, title, (jobId, onProgress) =>
      clientOf(tab.key).fixAll(code, fixId, jobId, onProgress),
    ),
  )
  if (!take(tab.key, outcome, { kind: 'fixAll', code, fixId })) return
  arrive()
  const after = outcome.ok ? outcome.value.facts : undefined
  const left = after?.causes.find((cause) => cause.code === code)?.count ?? 0
  const fixed = (outcome.ok && outcome.value.fixed) || 0
  const text =
    left === 0
      ? msg('Fixed {fixed, plural, one {# line} other {# lines}}.', { fixed })
      : msg(
          'Fixed {fixed, plural, one {# line} other {# lines}}; {left, plural, one {# line} other {# lines}} must be fixed by hand.',
          { fixed, left },
        )
  offerUndo(tab.key, text, tab.facts?.undoStep, after?.undoStep)
}

/**
 * Says what was done and offers to undo that step and no other. An action that made no step changed
 * nothing: there is nothing to undo then.
 */
export function offerUndo(
  key: DocumentKey,
  text: Message,
  stepBefore: number | undefined,
  step: number | undefined,
): void {
  if (step === undefined || step === stepBefore) {
    showMessage('status', text)
    return
  }
  const run = (): void => void undoOf(key, step)
  undoOffers.of(key).message = showMessage('status', text, { label: msg('Undo'), run })
}

/** Takes back the last step. Nothing happens when there is none. */
export async function undo(): Promise<void> {
  const tab = editableDocument()
  if (tab?.facts?.undoLabel !== undefined) await undoOf(tab.key)
}

/** Repeats the step that was taken back last. Nothing happens when there is none. */
export async function redo(): Promise<void> {
  const tab = editableDocument()
  if (tab?.facts?.redoLabel === undefined) return
  const outcome = await explainWait(tab.key, () => clientOf(tab.key).redo())
  if (!take(tab.key, outcome, { kind: 'redo' })) return
  announce(msg('Redone: {label}', { label: tab.facts.redoLabel }))
  arrive()
}

/** The message that offers to undo the last step. */
const undoOffers = documentSlot<{ message?: number | undefined }>(() => ({}))

/** Takes back the offer to undo: after another step it would undo that one. */
export function withdrawUndoOffer(key: DocumentKey): void {
  const offer = undoOffers.of(key)
  if (offer.message === undefined) return
  dismissMessage(offer.message)
  offer.message = undefined
}

/** `step`: the one that is meant; refused when another one would be taken back. */
async function undoOf(key: DocumentKey, step?: number): Promise<void> {
  if (!hasClient(key)) return
  const label = findDocument(key)?.facts?.undoLabel
  const outcome = await explainWait(key, () => clientOf(key).undo(step))
  if (!take(key, outcome, { kind: 'undo' })) return
  if (label !== undefined) announce(msg('Undone: {label}', { label }))
  arrive()
}

export function editableDocument(): DocumentTab | undefined {
  const tab = activeDocument()
  if (!tab || !hasClient(tab.key)) return undefined
  if (tab.facts?.state === 'reading') {
    showMessage(
      'status',
      msg('The file is still being read. Lines can be changed when that is done.'),
    )
    return undefined
  }
  return tab
}

/** Logs a confirmed command, shows what it changed; returns false and says why when it failed. */
export function take(
  key: DocumentKey,
  outcome: Result<EditResult>,
  command: LoggedCommand,
): boolean {
  if (!outcome.ok) {
    showFailure(outcome.failure)
    return false
  }
  withdrawUndoOffer(key)
  const { facts, focus } = outcome.value
  // Closed meanwhile: a log of a document that is gone would never be cleared.
  const tab = findDocument(key)
  if (!tab) return true
  logCommand(key, command)
  const isNewer = facts.revision >= (tab.facts?.revision ?? -1)
  // The causes of one format mean nothing in another.
  const isOther = facts.formatId !== tab.facts?.formatId && tab.view.kind === 'cause'
  updateDocument(key, {
    ...(isNewer ? { facts } : {}),
    ...(isOther ? { view: { kind: 'all' } as const } : {}),
    ...(focus && command.kind !== 'fixAll' && command.kind !== 'editMany'
      ? { selection: { ...focus, jump: (tab.selection?.jump ?? 0) + 1 } }
      : {}),
    // Without lines there is none to be on.
    ...(isNewer && facts.lines === 0 ? { selection: undefined } : {}),
  })
  return true
}

const saidByEditor: ReadonlySet<EditCommand['kind']> = new Set(['replace', 'applyFix'])

/** Lines whose text the command replaces or removes. */
function replacedLines(command: EditCommand): readonly LineId[] {
  switch (command.kind) {
    case 'replace':
    case 'applyFix':
      return [command.id]
    case 'delete':
      return command.ids
    case 'insert':
    case 'duplicate':
    case 'move':
    case 'fixFile':
      return []
  }
}

function countOfCause(tab: DocumentTab | undefined, code: string): number {
  return tab?.facts?.causes.find((cause) => cause.code === code)?.count ?? 0
}
