// A file as rows: JSON Lines as they are, all else as what becomes of it when it is converted.
import type { ConversionChoice, SourceInfo, TextEncodingId } from '../../contracts/conversionApi.ts'
import { msg } from '../../i18n/message.ts'
import { newJobId } from '../actions/jobs.ts'
import { showMessage } from '../actions/messages.ts'
import { conversionClient } from '../conversion/conversionWorker.ts'
import { visibleFileName } from '../fileName.ts'
import { newBatchStore, type NewBatchState } from './newBatchStore.ts'
import { forgetTyped, openRows, setPrompts } from './rows.ts'
import { isTurn, keepMade, nextTurn, setConverting } from './takenFile.ts'

/** Bytes of a text that becomes typed prompts, which can be changed. */
const TYPED_BYTES = 500_000

type Prompts = Pick<NewBatchState, 'text' | 'split'>

const LINES = 'jsonLines'
const TEXT = 'plainText'

let file: File | undefined
/** Says that nothing of `file` is read any more. */
let letGoFile: (() => void) | undefined

/** Takes the place of the rows of before. `letGo` is called when nothing of the file is read any more. */
export async function takeFile(taken: File, letGo?: () => void): Promise<void> {
  letGoFile?.()
  letGoFile = letGo
  file = taken
  await inspect()
}

/** Takes the file as text of another encoding; what it may be is recognised anew. */
export async function chooseEncoding(encoding: TextEncodingId): Promise<void> {
  await inspect(encoding)
}

/** Takes the file for another kind. */
export async function chooseSource(sourceId: string): Promise<void> {
  const { conversion } = newBatchStore.getState()
  const source = conversion?.inspection.sources.find(({ id }) => id === sourceId)
  if (conversion && source) await choose(choiceOf(source, conversion.choice.encoding))
}

export async function chooseOption(id: string, value: string): Promise<void> {
  const choice = newBatchStore.getState().conversion?.choice
  if (choice) await choose({ ...choice, options: { ...choice.options, [id]: value } })
}

async function inspect(encoding?: TextEncodingId): Promise<void> {
  if (!file) return
  const mine = begin()
  const { name } = file
  const inspection = await conversionClient().inspect({ file, name, encoding })
  if (!isTurn(mine)) return
  if (!inspection.ok) {
    newBatchStore.setState({ rows: { state: 'failed', problem: inspection.failure.message } })
    return
  }
  const [first] = inspection.value.sources
  if (!first) return
  const isFirstLook = encoding === undefined
  if (isFirstLook && first.id === TEXT && file.size <= TYPED_BYTES) {
    const text = await file.text()
    // What is no UTF-8 is converted.
    if (isTurn(mine) && !text.includes('\ufffd')) {
      const split = first.values['separator'] === 'blank' ? 'paragraphs' : 'lines'
      takePrompts({ text, split }, visibleFileName(name))
      return
    }
  }
  const choice = choiceOf(first, inspection.value.encoding)
  newBatchStore.setState({ conversion: { inspection: inspection.value, choice } })
  await choose(choice)
}

/** What was typed before can be had back. */
function takePrompts(prompts: Prompts, name: string): void {
  const { text, split } = newBatchStore.getState()
  setPrompts(prompts)
  if (text.trim() === '' || text === prompts.text) return
  showMessage('status', msg('The prompts of {name} took the place of what was typed.', { name }), {
    label: msg('Back to what I typed'),
    run: () => setPrompts({ text, split }),
  })
}

async function choose(choice: ConversionChoice): Promise<void> {
  if (!file) return
  const mine = begin()
  const name = visibleFileName(file.name)
  newBatchStore.setState(({ conversion }) => ({
    conversion: conversion && { ...conversion, choice },
  }))
  if (choice.sourceId === LINES && choice.encoding === 'utf-8') {
    keepMade(undefined)
    await openRows({ kind: 'file', name }, { kind: 'lines', blob: file })
    return
  }
  const jobId = newJobId()
  setConverting(jobId)
  const lines = await conversionClient().convert({ ...choice, file, jobId, name }, (progress) => {
    if (isTurn(mine)) newBatchStore.setState({ rows: { state: 'reading', progress } })
  })
  if (lines.ok && !isTurn(mine)) void conversionClient().discard(lines.value.id)
  if (!isTurn(mine)) return
  setConverting(undefined)
  if (!lines.ok) {
    newBatchStore.setState({ rows: { state: 'failed', problem: lines.failure.message } })
    return
  }
  const { file: rows, id, lost, changed, details } = lines.value
  const first = details[0]
  newBatchStore.setState({
    rowNotes:
      lost + changed === 0
        ? undefined
        : msg(
            'Of the file {lost, number} parts are in no row, and {changed, number} not as they stand: {reason}',
            { lost, changed, reason: first?.reason ?? '' },
          ),
  })
  keepMade(id)
  await openRows({ kind: 'file', name }, { kind: 'lines', blob: rows })
}

/** Whatever is under way for the file is no longer wanted. */
function begin(): number {
  forgetTyped()
  newBatchStore.setState({
    origin: { kind: 'file', name: visibleFileName(file?.name ?? '') },
    rows: { state: 'reading' },
    rowNotes: undefined,
    problem: undefined,
  })
  return nextTurn()
}

function choiceOf({ id, values }: SourceInfo, encoding: TextEncodingId): ConversionChoice {
  return { sourceId: id, options: values, encoding }
}
