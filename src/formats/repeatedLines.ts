// Formats without a key, in which a line that stands in the file again is likely a mistake.
import { msg } from '../i18n/message.ts'
import type { RepeatRule } from './defineFormat.ts'

const CODES = { code: 'repeated-line', firstCode: 'line-repeated', severity: 'warning' } as const

/** Weighs more than the others without anybody having said so. */
export const repeatedExamples: RepeatRule = {
  ...CODES,
  title: msg('Repeated example'),
  firstTitle: msg('Example is repeated below'),
}

/** May be meant, as in a log. */
export const repeatedLines: RepeatRule = {
  ...CODES,
  canBeNotice: true,
  title: msg('Repeated line'),
  firstTitle: msg('Line is repeated below'),
}
