// Messages about exports of pairs.
import type { PairExporterInfo, PairExportPlan } from '../../contracts/pairingApi.ts'
import { countOf, groupNumber } from '../formatNumber.ts'

/** What is written: lines of a kind, or one text about all pairs. */
type Written = Pick<PairExporterInfo, 'noun' | 'isOfRows'>

/** '1,204 requests'; 'the report'. */
function amountText({ noun, isOfRows }: Written, count: number): string {
  return isOfRows ? countOf(count, noun) : `the ${noun}`
}

/** '1,204 requests in 1 file'. */
export function planText(exporter: Written, { count, fileNames }: PairExportPlan): string {
  const { noun, isOfRows } = exporter
  if (!isOfRows) return `A ${noun} on all pairs`
  if (count === 0) return `No ${noun}: there is nothing to write.`
  return `${amountText(exporter, count)} in ${countOf(fileNames.length, 'file')}`
}

/** Whether there is anything to write. */
export function isWorthwhile({ isOfRows }: Written, { count }: PairExportPlan): boolean {
  return !isOfRows || count > 0
}

export function writtenText(
  exporter: Written,
  written: number,
  {
    fileNames,
    isDownload,
  }: { readonly fileNames: readonly string[]; readonly isDownload: boolean },
): string {
  const amount = amountText(exporter, written)
  const [first] = fileNames
  if (!isDownload) return `Wrote ${amount} to ${first ?? 'the file'}.`
  if (fileNames.length > 1) {
    return `${groupNumber(fileNames.length)} files with ${amount} go to your downloads.`
  }
  if (first === undefined) return `There was nothing to write: ${amount}.`
  return exporter.isOfRows ? `${first} with ${amount} was downloaded.` : `${first} was downloaded.`
}

/** '12 rows were left out: there is no answer.' */
export function leftOutText({ count, reason }: { count: number; reason: string }): string {
  return `${countOf(count, 'row was', 'rows were')} left out: ${reason}.`
}
