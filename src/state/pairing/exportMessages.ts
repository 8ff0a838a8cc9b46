// Messages about exports of pairs.
import type { PairExportPlan } from '../../contracts/pairingApi.ts'
import { countOf, groupNumber } from '../formatNumber.ts'
import type { PairExportKind } from './exportChoices.ts'

/** What the lines of a file are; a report is one thing. */
const NOUNS: Readonly<Record<PairExportKind, string | undefined>> = {
  retry: 'request',
  joinedJsonl: 'row',
  joinedCsv: 'row',
  trainingSet: 'example',
  answers: 'answer',
  merged: 'answer',
  report: undefined,
}

/** '1,204 requests'; 'the report'. */
function amountText(kind: PairExportKind, count: number): string {
  const noun = NOUNS[kind]
  return noun === undefined ? 'the report' : countOf(count, noun)
}

/** '1,204 requests in 1 file'. */
export function planText(kind: PairExportKind, { count, fileNames }: PairExportPlan): string {
  if (NOUNS[kind] === undefined) return 'A report on all pairs'
  if (count === 0) return `No ${NOUNS[kind]}: there is nothing to write.`
  return `${amountText(kind, count)} in ${countOf(fileNames.length, 'file')}`
}

/** Whether there is anything to write. */
export function isWorthwhile(kind: PairExportKind, { count }: PairExportPlan): boolean {
  return NOUNS[kind] === undefined || count > 0
}

export function writtenText(
  kind: PairExportKind,
  written: number,
  {
    fileNames,
    isDownload,
  }: { readonly fileNames: readonly string[]; readonly isDownload: boolean },
): string {
  const amount = amountText(kind, written)
  const [first] = fileNames
  if (!isDownload) return `Wrote ${amount} to ${first ?? 'the file'}.`
  if (fileNames.length > 1) {
    return `${groupNumber(fileNames.length)} files with ${amount} go to your downloads.`
  }
  if (first === undefined) return `There was nothing to write: ${amount}.`
  return NOUNS[kind] === undefined
    ? `${first} was downloaded.`
    : `${first} with ${amount} was downloaded.`
}

/** '12 rows were left out: there is no answer.' */
export function leftOutText({ count, reason }: { count: number; reason: string }): string {
  return `${countOf(count, 'row was', 'rows were')} left out: ${reason}.`
}
