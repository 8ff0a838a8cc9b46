// The report of a conversion: its parts by their reasons, the way to each in the file, and all of it as a file.
import type { LeftOut, LeftOutSummary } from '../../contracts/conversionApi.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { closeDialog } from '../actions/dialogs.ts'
import { activateDocument } from '../actions/documents.ts'
import { runJob } from '../actions/jobs.ts'
import { goToLine } from '../actions/lines.ts'
import { showFailure, showMessage } from '../actions/messages.ts'
import { startDownload } from '../startDownload.ts'
import { type DocumentKey, findDocument, store } from '../store.ts'
import { conversionClient } from './conversionWorker.ts'
import { origins } from './origins.ts'

/** What the reasons of parts have in common that are one sentence with other values. */
export function sentenceOf({ source }: Message): string {
  return JSON.stringify(source)
}

/** False where the file is open no more, or has no lines that could be shown. */
export function canShowInFile(key: DocumentKey): boolean {
  const { origin } = origins.of(key)
  return origin !== undefined && (findDocument(origin.key)?.facts?.lines ?? 0) > 0
}

/** Brings the user to where `part` stands in the file that the document `key` was made of. */
export async function showInFile(key: DocumentKey, part: LeftOut): Promise<void> {
  const { origin } = origins.of(key)
  const tab = origin && findDocument(origin.key)
  if (!origin || !tab) {
    showMessage('alert', msg('The file is not open any more. Open it again to see the place.'))
    return
  }
  closeDialog()
  const client = conversionClient()
  const { choice, file } = origin
  const found = await runJob(
    key,
    msg('Looking for the place in {name}', { name: tab.name }),
    (jobId) => client.findLine({ ...choice, file, jobId, part }),
    { cancel: (jobId) => void client.cancel(jobId) },
  )
  if (!found.ok) {
    showFailure(found.failure)
    return
  }
  // Somewhere else by now: nobody is taken away from there.
  if (store.getState().activeKey !== key) return
  activateDocument(origin.key)
  await goToLine(found.value)
}

/** A line of JSON for each part that is kept, then how many are not. */
export function reportLines(
  { changed, details, lost }: LeftOutSummary,
  t: (message: Message) => string,
): string {
  const parts = details.map(({ isLost, offset, reason, row, text }) => ({
    ...(row !== undefined && { row }),
    ...(offset !== undefined && { offset }),
    isLost,
    reason: t(reason),
    ...(text !== undefined && { text }),
  }))
  const more = lost + changed - details.length
  const all = more > 0 ? [...parts, { more }] : parts
  return all.map((part) => `${JSON.stringify(part)}\n`).join('')
}

export function saveReport(
  name: string,
  leftOut: LeftOutSummary,
  t: (message: Message) => string,
): void {
  const blob = new Blob([reportLines(leftOut, t)], { type: 'application/jsonl' })
  startDownload(blob, `${name}-report.jsonl`)
}
