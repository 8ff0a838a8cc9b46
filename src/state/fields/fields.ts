// What is done with the Fields panel: counting lines, looking at one field more closely, saving figures.
import { withEnding } from '../../base/fileName.ts'
import type { FigurePath } from '../../contracts/fieldStatistics.ts'
import { learnedSchemaText } from '../../fields/learnedSchema.ts'
import { msg } from '../../i18n/message.ts'
import { setPanelOpen } from '../actions/dialogs.ts'
import { cancelJob, runJob } from '../actions/jobs.ts'
import { clientOf, hasClient } from '../clients.ts'
import { documentSlot } from '../documentScope.ts'
import { endingOf } from '../endingOf.ts'
import { startDownload } from '../startDownload.ts'
import { activeDocument, store } from '../store.ts'
import {
  type CountedFields,
  type CountedLines,
  type FieldsResult,
  type FieldsScope,
  fieldsStore,
  type Spread,
  spreadOf,
} from './fieldsStore.ts'
import { figuresAsCsv } from './figuresAsCsv.ts'
import { shownFigurePath } from './shownFigurePath.ts'
import { nextCount, SMALL_DOCUMENT, wantedLines } from './wantedFigures.ts'

/**
 * Opens or closes the panel. `isOver`: it lies over the table, where it is hidden as soon as something else is shown
 * and opened again by this.
 */
export function toggleFields(isOver: boolean): void {
  const isHidden = isOver && !store.getState().isPanelOpen
  if (fieldsStore.getState().isOpen && !isHidden) closeFields()
  else {
    fieldsStore.setState({ isOpen: true })
    setPanelOpen(true)
  }
}

export function closeFields(): void {
  fieldsStore.setState({ isOpen: false })
  setPanelOpen(false)
  void stopCounting()
  stopSpreads()
}

export function setFieldsScope(scope: FieldsScope): void {
  fieldsStore.setState({ scope })
}

/** Figures that were counted before, of each document: whoever returns to them does not wait. */
const kept = documentSlot<Map<FieldsScope, FieldsResult>>(() => new Map())

/** Milliseconds without a change before lines are counted again. */
const QUIET = 400

/**
 * Sees to it that the active document is counted as its scope, view and edits want it: to be called whenever one of
 * these has changed. Returns what calls that off, as long as it has not begun.
 */
export function followFigures(): () => void {
  const nothing = (): void => undefined
  const tab = activeDocument()
  if (!tab?.facts || tab.facts.state !== 'ready' || !hasClient(tab.key)) return nothing
  const { scope } = fieldsStore.getState()
  const lines = wantedLines(tab, scope)
  if (!lines) return nothing
  const { bytes, revision } = tab.facts
  const before = kept.of(tab.key).get(scope)
  if (before?.lines.id === lines.id && before.figures.revision === revision) {
    show(tab.key, before)
    return nothing
  }
  const { counted } = fieldsStore.getState()
  const own = counted?.key === tab.key ? counted : undefined
  switch (nextCount(own, lines, revision, bytes <= SMALL_DOCUMENT)) {
    case 'nothing':
      return nothing
    case 'count':
      void count(lines)
      return nothing
    case 'count-later': {
      const timer = setTimeout(() => void count(lines), QUIET)
      return () => clearTimeout(timer)
    }
  }
}

function show(key: string, result: FieldsResult): void {
  const { counted } = fieldsStore.getState()
  if (counted?.result === result && counted.state === 'done') return
  void stopCounting()
  fieldsStore.setState({
    counted: { key, lines: result.lines, jobId: '', state: 'done', result },
    ...(counted?.key !== key && { spreads: {} }),
  })
}

/** Counts the lines that are wanted, whatever is known. */
export async function countAgain(): Promise<void> {
  const tab = activeDocument()
  const lines = tab && wantedLines(tab, fieldsStore.getState().scope)
  if (lines) await count(lines)
}

/**
 * A count that runs is stopped. It is a job like others, so that an edit that has to wait for it says so. The
 * figures of before stay until there are others.
 */
async function count(lines: CountedLines): Promise<void> {
  const tab = activeDocument()
  if (!tab || !hasClient(tab.key)) return
  const { key } = tab
  const { scope } = fieldsStore.getState()
  await stopCounting()
  stopSpreads()
  await runJob(key, msg('Counting fields'), async (jobId, report) => {
    const { counted: before, spreads } = fieldsStore.getState()
    const isSame = before?.key === key
    fieldsStore.setState({
      counted: { key, lines, jobId, state: 'counting', result: isSame ? before.result : undefined },
      spreads: isSame ? spreads : {},
    })
    const change = (part: Partial<CountedFields>): void => {
      fieldsStore.setState(({ counted }) =>
        counted?.jobId === jobId ? { counted: { ...counted, ...part } } : {},
      )
    }
    const answer = await clientOf(key).fieldStatistics(lines.view, jobId, (progress) => {
      report(progress)
      change({ progress })
    })
    if (answer.ok) {
      const result = { lines, figures: answer.value }
      kept.of(key).set(scope, result)
      change({ state: 'done', result })
    } else change(endingOf(answer))
  })
}

export async function stopCounting(): Promise<void> {
  const { counted } = fieldsStore.getState()
  if (counted?.state !== 'counting' || !hasClient(counted.key)) return
  await clientOf(counted.key).cancel(counted.jobId)
}

/** One field is looked at after the other: each reads all lines. */
const spreading = documentSlot<{ last: Promise<unknown> }>(() => ({ last: Promise.resolve() }))

/** How the values of a field of the latest figures are spread, unless that is known. */
export async function countSpread(path: FigurePath): Promise<void> {
  const { counted } = fieldsStore.getState()
  const name = shownFigurePath(path)
  if (!counted?.result || counted.state === 'counting') return
  const { key, result } = counted
  const known = spreadOf(fieldsStore.getState(), name)
  if (known?.of === result.figures && known.state !== 'stopped' && known.state !== 'failed') return
  setSpread(name, { of: result.figures, jobId: '', state: 'waiting', details: known?.details })
  const turn = spreading.of(key)
  turn.last = turn.last.then(() => spread(key, result, path, name))
  await turn.last
}

async function spread(
  key: string,
  { figures, lines }: FieldsResult,
  path: FigurePath,
  name: string,
): Promise<void> {
  const current = (): Spread | undefined => {
    const known = spreadOf(fieldsStore.getState(), name)
    return known?.of === figures ? known : undefined
  }
  if (current()?.state !== 'waiting' || !hasClient(key)) return
  await runJob(key, msg('Counting the values of a field'), async (jobId, report) => {
    const change = (part: Partial<Spread>): void => {
      const known = current()
      if (known) setSpread(name, { ...known, ...part })
    }
    change({ jobId, state: 'counting' })
    const answer = await clientOf(key).fieldDetails(lines.view, path, jobId, (progress) => {
      report(progress)
      change({ progress })
    })
    change(answer.ok ? { state: 'done', details: answer.value } : endingOf(answer))
  })
}

function setSpread(name: string, known: Spread): void {
  fieldsStore.setState(({ spreads }) => ({ spreads: { ...spreads, [name]: known } }))
}

/** One that waits or runs: it can be asked for again. */
export function stopSpread(name: string): void {
  const known = spreadOf(fieldsStore.getState(), name)
  if (known?.state === 'counting') void cancelJob(known.jobId)
  else if (known?.state === 'waiting') setSpread(name, { ...known, state: 'stopped' })
}

function stopSpreads(): void {
  for (const name of Object.keys(fieldsStore.getState().spreads)) stopSpread(name)
}

/** 'input-fields.csv': one row for each field. */
export function saveFigures(name: string): void {
  const figures = fieldsStore.getState().counted?.result?.figures
  if (figures) save(figuresAsCsv(figures), withEnding(name, '-fields.csv'), 'text/csv')
}

/** 'input-schema.json': what the lines have in common, as a JSON Schema. */
export function saveSchema(name: string): void {
  const figures = fieldsStore.getState().counted?.result?.figures
  if (figures)
    save(learnedSchemaText(figures), withEnding(name, '-schema.json'), 'application/json')
}

function save(text: string, name: string, type: string): void {
  startDownload(new Blob([text], { type }), name)
}
