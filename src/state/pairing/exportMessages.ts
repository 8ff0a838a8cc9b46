// Messages about exports of pairs.
import type { PairExporterInfo, PairExportPlan } from '../../contracts/pairingApi.ts'
import { type Message, msg } from '../../i18n/message.ts'

/** What is written: lines of a kind, or one text about all pairs. */
type Written = Pick<PairExporterInfo, 'noun' | 'isOfRows'>

/** '1,204 requests'; 'the report'. */
function amountOf({ noun }: Written, count: number): Message {
  switch (noun) {
    case 'row':
      return msg('{count, plural, one {# row} other {# rows}}', { count })
    case 'request':
      return msg('{count, plural, one {# request} other {# requests}}', { count })
    case 'answer':
      return msg('{count, plural, one {# answer} other {# answers}}', { count })
    case 'example':
      return msg('{count, plural, one {# example} other {# examples}}', { count })
    case 'report':
      return msg('the report')
  }
}

/** '1,204 requests in 1 file'. */
export function planText(
  exporter: Written,
  { count, fileNames }: PairExportPlan,
  scope: ExportScope = { kind: 'unfiltered' },
): Message {
  if (!exporter.isOfRows) return msg('A report on all pairs')
  if (count === 0) return nothingText(exporter, scope)
  return msg('{amount} in {files, plural, one {# file} other {# files}}', {
    amount: amountOf(exporter, count),
    files: fileNames.length,
  })
}

const nouns: Readonly<Record<Written['noun'], Message>> = {
  row: msg('row'),
  request: msg('request'),
  answer: msg('answer'),
  example: msg('example'),
  report: msg('report'),
}

function nothingText({ noun: code }: Written, scope: ExportScope): Message {
  const noun = nouns[code]
  return scope.kind === 'shown'
    ? msg('No {noun}: nothing of what the filter shows belongs in this file.', { noun })
    : msg('No {noun}: there is nothing to write.', { noun })
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
export function scopeText(scope: ExportScope, count: number | undefined): Message | undefined {
  switch (scope.kind) {
    case 'unfiltered':
      return undefined
    case 'always':
      return msg('From all pairs, whatever the filter shows')
    case 'shown': {
      const { shown, total } = scope
      if (shown === undefined) return msg('Only what the filter shows')
      return count === undefined || count === shown
        ? msg(
            '{shown, number} of {total, plural, one {# pair} other {# pairs}}: those that the filter shows',
            { shown, total },
          )
        : msg(
            'From {shown, number} of {total, plural, one {# pair} other {# pairs}}: those that the filter shows',
            { shown, total },
          )
    }
    case 'all': {
      const { shown, total } = scope
      return shown === undefined
        ? msg('All {total, plural, one {# pair} other {# pairs}}, not only what the filter shows', {
            total,
          })
        : msg(
            'All {total, plural, one {# pair} other {# pairs}}, not only the {shown, number} that the filter shows',
            { total, shown },
          )
    }
  }
}

/** Whether there is anything to write. */
export function isWorthwhile({ isOfRows }: Written, { count }: PairExportPlan): boolean {
  return !isOfRows || count > 0
}

/** Where it went. A file on the disk has one name; downloads have several. */
export function writtenText(
  exporter: Written,
  written: number,
  {
    fileNames,
    isDownload,
  }: { readonly fileNames: readonly string[]; readonly isDownload: boolean },
): Message {
  const amount = amountOf(exporter, written)
  const [file] = fileNames
  if (file === undefined) return msg('There was nothing to write: {amount}.', { amount })
  if (!isDownload) return msg('Wrote {amount} to {file}.', { amount, file })
  if (fileNames.length > 1) {
    const files = fileNames.length
    return msg('{files, number} files with {amount} go to your downloads.', { files, amount })
  }
  return exporter.isOfRows
    ? msg('{file} with {amount} was downloaded.', { file, amount })
    : msg('{file} was downloaded.', { file })
}

/** '12 rows were left out: there is no answer.' */
export function leftOutText({ count, reason }: { count: number; reason: Message }): Message {
  return msg('{count, plural, one {# row was} other {# rows were}} left out: {reason}.', {
    count,
    reason,
  })
}

/** Sentences one after the other. */
export function joinSentences(first: Message, others: readonly Message[]): Message {
  return others.reduce((before, after) => msg('{before} {after}', { before, after }), first)
}
