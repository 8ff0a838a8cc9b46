// A file as rows: JSON Lines as they are, all else as what becomes of it when it is converted.
import type { ConversionChoice, SourceInfo, TextEncodingId } from '../../contracts/conversionApi.ts'
import { msg } from '../../i18n/message.ts'
import { newJobId } from '../actions/jobs.ts'
import { conversionClient } from '../conversion/conversionWorker.ts'
import { visibleFileName } from '../fileName.ts'
import { newBatchStore } from './newBatchStore.ts'
import { openRows, setPrompts } from './rows.ts'

/** Bytes of a text that becomes typed prompts, which can be changed. */
const TYPED_BYTES = 500_000

const LINES = 'jsonLines'
const TEXT = 'plainText'

let file: File | undefined
/** Says that nothing of `file` is read any more. */
let letGoFile: (() => void) | undefined
/** Rises with every file and every choice: what belongs to an earlier one comes too late. */
let turn = 0
let converting: string | undefined
/** The rows of the file that is open, for `discard`. */
let made: string | undefined

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
  if (mine !== turn) return
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
    if (mine === turn && !text.includes('\ufffd')) {
      const split = first.values['separator'] === 'blank' ? 'paragraphs' : 'lines'
      setPrompts({ text, split })
      return
    }
  }
  const choice = choiceOf(first, inspection.value.encoding)
  newBatchStore.setState({ conversion: { inspection: inspection.value, choice } })
  await choose(choice)
}

async function choose(choice: ConversionChoice): Promise<void> {
  if (!file) return
  const mine = begin()
  const name = visibleFileName(file.name)
  newBatchStore.setState(({ conversion }) => ({
    conversion: conversion && { ...conversion, choice },
  }))
  if (choice.sourceId === LINES && choice.encoding === 'utf-8') {
    await openRows({ kind: 'file', name }, { kind: 'lines', blob: file })
    return
  }
  const jobId = newJobId()
  converting = jobId
  const lines = await conversionClient().convert({ ...choice, file, jobId, name }, (progress) => {
    if (mine === turn) newBatchStore.setState({ rows: { state: 'reading', progress } })
  })
  if (lines.ok && mine !== turn) void conversionClient().discard(lines.value.id)
  if (mine !== turn) return
  converting = undefined
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
  await openRows({ kind: 'file', name }, { kind: 'lines', blob: rows })
  if (made !== undefined) void conversionClient().discard(made)
  made = id
}

/** Whatever is under way for the file is no longer wanted. */
function begin(): number {
  if (converting !== undefined) void conversionClient().cancel(converting)
  converting = undefined
  newBatchStore.setState({
    origin: { kind: 'file', name: visibleFileName(file?.name ?? '') },
    rows: { state: 'reading' },
    rowNotes: undefined,
    problem: undefined,
  })
  turn += 1
  return turn
}

function choiceOf({ id, values }: SourceInfo, encoding: TextEncodingId): ConversionChoice {
  return { sourceId: id, options: values, encoding }
}
