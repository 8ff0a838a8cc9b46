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
export function planText(
  exporter: Written,
  { count, fileNames }: PairExportPlan,
  scope: ExportScope = { kind: 'unfiltered' },
): string {
  const { noun, isOfRows } = exporter
  if (!isOfRows) return `A ${noun} on all pairs`
  if (count === 0) {
    return scope.kind === 'shown'
      ? `No ${noun}: nothing of what the filter shows belongs in this file.`
      : `No ${noun}: there is nothing to write.`
  }
  return `${amountText(exporter, count)} in ${countOf(fileNames.length, 'file')}`
}

/** Which pairs an export is of, while a filter shows less than all. */
export type ExportScope =
  | { readonly kind: 'unfiltered' }
  /** `shown`: pairs, of `total`; undefined where groups are shown, or it is not known yet. */
  | { readonly kind: 'shown'; readonly shown: number | undefined; readonly total: number }
  | { readonly kind: 'all'; readonly shown: number | undefined; readonly total: number }
  /** It never looks at the filter. */
  | { readonly kind: 'always' }

/** '118 of 40,000 pairs: those that the filter shows'; undefined where that needs no words. */
export function scopeText(scope: ExportScope, count: number | undefined): string | undefined {
  switch (scope.kind) {
    case 'unfiltered':
      return undefined
    case 'always':
      return 'From all pairs, whatever the filter shows'
    case 'shown': {
      const { shown, total } = scope
      if (shown === undefined) return 'Only what the filter shows'
      const pairs = `${groupNumber(shown)} of ${countOf(total, 'pair')}: those that the filter shows`
      return count === undefined || count === shown ? pairs : `From ${pairs}`
    }
    case 'all': {
      const { shown, total } = scope
      const all = `All ${countOf(total, 'pair')}`
      return shown === undefined
        ? `${all}, not only what the filter shows`
        : `${all}, not only the ${groupNumber(shown)} that the filter shows`
    }
  }
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
