// 'Find duplicates': what lines are compared by, what was found, and what is done with it. Whatever is chosen is
// looked for at once; what an earlier choice still looks for is cancelled.
import {
  type DuplicateBy,
  type DuplicateKeep,
  type DuplicateLines,
  MAX_DUPLICATE_FIELDS,
} from '../../contracts/duplicates.ts'
import { parseFieldPath } from '../../fields/fieldPathText.ts'
import { nearestFields } from '../../fields/nearestFields.ts'
import { readSingularPath } from '../../fields/singularPath.ts'
import { type Message, msg, verbatim } from '../../i18n/message.ts'
import { announce, arrive } from '../actions/announce.ts'
import { deleteLines } from '../actions/chosenLines.ts'
import { closeDialog, openDialog } from '../actions/dialogs.ts'
import { editableDocument } from '../actions/edits.ts'
import { runJob } from '../actions/jobs.ts'
import { showFailure } from '../actions/messages.ts'
import { clearSearch } from '../actions/search.ts'
import { clientOf, hasClient } from '../clients.ts'
import { endingOf } from '../endingOf.ts'
import { knownFields } from '../queries/knownFields.ts'
import { type DocumentTab, findDocument, store, updateDocument } from '../store.ts'
import { duplicatesStore, type DuplicatesState } from './duplicatesStore.ts'

/** Rises with every choice: what belongs to an earlier one comes too late. */
let turn = 0

/** Opens the dialog for the active document, with what was chosen in it before. */
export function openDuplicates(): void {
  const tab = editableDocument()
  if (!tab) return
  if (duplicatesStore.getState().key !== tab.key) {
    duplicatesStore.setState(
      { ...duplicatesStore.getInitialState(), key: tab.key, keep: 'first' },
      true,
    )
  }
  openDialog('duplicates')
  void knownFields().then((fields) => {
    const paths = fields.map(({ path }) => path).filter((path) => readSingularPath(path).ok)
    if (duplicatesStore.getState().key === tab.key) duplicatesStore.setState({ known: paths })
  })
  void findAgain()
}

export function closeDuplicates(): void {
  turn += 1
  void stopFinding()
  closeDialog()
}

export function compareBy(by: DuplicateBy['kind']): void {
  duplicatesStore.setState({ by })
  void findAgain()
}

/** Why a text is no field to compare by; undefined when it is one now. */
export function addField(text: string): Message | undefined {
  const { paths } = duplicatesStore.getState()
  const path = text.trim()
  const field = readSingularPath(path)
  if (!field.ok) return field.failure.message
  if (paths.includes(path)) return undefined
  if (paths.length === MAX_DUPLICATE_FIELDS) {
    return msg('Lines are compared by {most, number} fields at most.', {
      most: MAX_DUPLICATE_FIELDS,
    })
  }
  duplicatesStore.setState({ paths: [...paths, path] })
  void findAgain()
  return undefined
}

export function removeField(path: string): void {
  const { paths } = duplicatesStore.getState()
  duplicatesStore.setState({ paths: paths.filter((one) => one !== path) })
  void findAgain()
}

/** Takes the place of a field that no line has. */
export function replaceField(path: string, by: string): void {
  const { paths } = duplicatesStore.getState()
  const kept = paths.filter((one) => one !== by)
  duplicatesStore.setState({ paths: kept.map((one) => (one === path ? by : one)) })
  void findAgain()
}

/** What a field that no line has was likely meant to be, the likeliest first. */
export function meantFields(path: string): readonly string[] {
  return nearestFields(parseFieldPath(path) ?? [], duplicatesStore.getState().known)
}

export function keepLine(keep: DuplicateKeep): void {
  duplicatesStore.setState({ keep })
}

/** Looks for what is chosen. It is a job like others, so that an edit that has to wait for it says so. */
export async function findAgain(): Promise<void> {
  turn += 1
  const mine = turn
  await stopFinding()
  const { by, key, paths } = duplicatesStore.getState()
  const tab = findDocument(key)
  if (mine !== turn || !tab || !hasClient(tab.key)) return
  const isIdle = by === 'fields' && paths.length === 0
  change({ state: isIdle ? 'idle' : 'finding', report: undefined, problem: undefined })
  if (isIdle) return
  await runJob(tab.key, msg('Finding duplicates'), async (jobId, report) => {
    change({ finding: { jobId } })
    const asked: DuplicateBy = by === 'line' ? { kind: by } : { kind: by, paths }
    const found = await clientOf(tab.key).findDuplicates(asked, jobId, (progress) => {
      report(progress)
      if (mine === turn) change({ finding: { jobId, progress } })
    })
    if (mine !== turn) return
    change({ finding: undefined })
    change(found.ok ? { state: 'done', report: found.value } : endingOf(found))
  })
}

/** What was not found by then is not known. */
export async function stopFinding(): Promise<void> {
  const { finding, key } = duplicatesStore.getState()
  if (finding && key !== undefined && hasClient(key)) await clientOf(key).cancel(finding.jobId)
}

/** Shows lines as a view, and says what they are. */
export async function showDuplicates(lines: DuplicateLines): Promise<void> {
  const tab = documentOfDialog()
  if (!tab) return
  const { key } = tab
  const marks = titleOf(lines)
  closeDuplicates()
  await clearSearch()
  const marked = await runJob(key, msg('Finding duplicates'), (jobId) =>
    clientOf(key).markDuplicates(lines, jobId),
  )
  if (!marked.ok) return showFailure(marked.failure)
  updateDocument(key, { view: { kind: 'matches' }, marks })
  announce(
    msg('{count, plural, one {# line} other {# lines}}: {cause}', {
      count: marked.value,
      cause: marks,
    }),
  )
  arrive()
}

/** All but the one of each group that stays, as one step of undo. */
export async function deleteDuplicates(): Promise<void> {
  const tab = documentOfDialog()
  const { keep, report } = duplicatesStore.getState()
  if (!tab || !report) return
  closeDuplicates()
  const { key } = tab
  const lines = await clientOf(key).duplicateLines({ kind: 'others', keep })
  if (!lines.ok) return showFailure(lines.failure)
  await deleteLines(tab, { kind: 'lines', lines: lines.value }, othersOf(report))
  // A view of what is gone would be empty.
  if (findDocument(key)?.marks !== undefined && findDocument(key)?.facts?.matches === 0) {
    updateDocument(key, { view: { kind: 'all' }, marks: undefined })
  }
}

/** Lines that would go. */
export function othersOf(report: NonNullable<DuplicatesState['report']>): number {
  return report.lines - report.groups
}

function titleOf(lines: DuplicateLines): Message {
  if (lines.kind === 'all') return msg('All duplicates')
  if (lines.kind === 'others') return msg('Duplicates that would go')
  const values = duplicatesStore.getState().report?.largest[lines.at]?.values ?? []
  const value = values.map((one) => one ?? '–').join(', ')
  return msg('Duplicates: {value}', { value: verbatim(value) })
}

/** The document that is in front, as long as it is the one that the dialog is about. */
function documentOfDialog(): DocumentTab | undefined {
  const { key } = duplicatesStore.getState()
  const tab = findDocument(key)
  return tab && store.getState().activeKey === key && hasClient(tab.key) ? tab : undefined
}

function change(part: Partial<DuplicatesState>): void {
  duplicatesStore.setState(part)
}
