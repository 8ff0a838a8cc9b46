// One run over the lines of a batch: each becomes a line for another provider, or is left out with a reason.
import { cutText } from '../../base/cutText.ts'
import { failureOf } from '../../base/failures.ts'
import { TimeSlice } from '../../base/jobs.ts'
import type { AttachedFindings } from '../../contracts/attachedFindings.ts'
import { ReadFailure } from '../../document/byteSource.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { translateLine, type TranslationOptions } from '../../translation/translate.ts'
import type { ConversionResult, ConversionSteps } from '../convertFile.ts'
import { LeftOutReport } from '../leftOutReport.ts'
import { LineSplitter } from '../lineSplitter.ts'
import { GatheredNotes, notesGiven } from './gatheredNotes.ts'

/** Bytes that are translated between two looks at the cancel button. */
const PIECE = 64 * 1024
/** Code units of a line that a report shows. */
const SHOWN = 100
/** Code units of lines that are written at once. */
const WRITTEN = 256 * 1024

const NOT_UTF8 = msg('The line is not UTF-8.')

const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

export interface TranslationResult extends ConversionResult {
  readonly attached: AttachedFindings
  readonly needAttention: number
}

/**
 * Translates all lines. A chunk is read before the next is asked for. Throws what the chunks and `write` throw,
 * `Cancelled`, and a ReadFailure `nothing-translated` where no line could be.
 */
export async function translateChunks(
  chunks: AsyncIterable<Uint8Array>,
  options: TranslationOptions,
  { job, write }: ConversionSteps,
): Promise<TranslationResult> {
  const report = new LeftOutReport(false)
  const notes = new GatheredNotes()
  let reason: Message | undefined
  let lines = 0
  let bytes = 0
  let written: string[] = []
  let length = 0
  let row = 0
  const flush = async (): Promise<void> => {
    if (written.length === 0) return
    const encoded = encoder.encode(`${written.join('\n')}\n`)
    written = []
    length = 0
    bytes += encoded.length
    await write(encoded)
  }
  const splitter = new LineSplitter((line) => {
    row++
    const text = textOfLine(line, row === 1)
    if (text !== undefined && isBlank(text)) return
    const made = text === undefined ? undefined : translateLine(text, options)
    if (made?.ok) {
      written.push(made.line)
      length += made.line.length
      lines++
      notes.add(notesGiven(made.notes, options))
      return
    }
    const why = made?.reason ?? NOT_UTF8
    reason ??= why
    const shown = cutText(text ?? lenient.decode(line.subarray(0, SHOWN)), SHOWN)
    report.add({ row, reason: why, text: shown, isLost: true })
  })
  const slice = new TimeSlice()
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      splitter.push(chunk.subarray(at, at + PIECE))
      if (length >= WRITTEN) await flush()
      job.check()
      if (slice.isOver) await slice.breathe()
    }
  }
  splitter.finish()
  await flush()
  job.check()
  if (lines === 0) throw new ReadFailure(failureOf('nothing-translated', nothingMade(reason)))
  const { needAttention } = notes
  return { ...report.summary(), lines, bytes, attached: notes.all(), needAttention }
}

/** Without the mark that may begin a file; undefined where it is not UTF-8. */
export function textOfLine(line: Uint8Array, isFirst: boolean): string | undefined {
  try {
    const text = strict.decode(line)
    return isFirst && text.startsWith('\ufeff') ? text.slice(1) : text
  } catch {
    return undefined
  }
}

/** Whether a line holds nothing but the white space of JSON. */
export function isBlank(text: string): boolean {
  return /^[ \t\r]*$/.test(text)
}

function nothingMade(reason: Message | undefined): Message {
  return reason
    ? msg('No line could be converted. {reason}', { reason })
    : msg('There are no lines to convert.')
}
