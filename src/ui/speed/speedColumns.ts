// The columns of the measured speeds, for the table and for its copy as Markdown.
import { type Message, msg, verbatim } from '../../i18n/message.ts'
import type { Translator } from '../../i18n/translator.ts'
import type { MeasuredCase } from '../../state/speedStore.ts'

/** What is known of a case so far. */
type Known = NonNullable<MeasuredCase['progress']>

export interface SpeedColumn {
  readonly id: string
  readonly title: Message
  /** Absent while it is not known. */
  readonly text: (known: Known, translator: Translator) => string | undefined
  /** For times: the milliseconds, which are rendered as a bar. */
  readonly ms?: (known: Known) => number | undefined
}

/** All but the first one, which names the file. */
export const speedColumns: readonly SpeedColumn[] = [
  {
    id: 'lines',
    title: msg('Lines'),
    text: ({ lines }, { number }) => whenKnown(number, lines),
  },
  { id: 'size', title: msg('Size'), text: ({ bytes: size }, { bytes }) => whenKnown(bytes, size) },
  timeColumn('read', msg('Only reading'), ({ readMs }) => readMs),
  timeColumn('validate', msg('Last verdict'), ({ validateMs }) => validateMs),
  {
    id: 'ratio',
    title: msg('× reading'),
    text: ({ validateMs, readMs }, translator) =>
      whenKnown((times) => timesText(times, translator), quotient(validateMs, readMs)),
  },
  {
    id: 'rate',
    title: verbatim('MB/s'),
    text: ({ bytes, validateMs }, translator) =>
      whenKnown((rate) => rateText(rate, translator), quotient(bytes, validateMs)),
  },
  timeColumn('plain', verbatim('JSON.parse + zod'), ({ plainMs }) => plainMs),
  {
    id: 'faster',
    title: msg('Faster'),
    text: ({ plainMs, validateMs }, translator) =>
      whenKnown((times) => timesText(times, translator), quotient(plainMs, validateMs)),
  },
]

function timeColumn(id: string, title: Message, ms: SpeedColumn['ms'] & {}): SpeedColumn {
  return {
    id,
    title,
    ms,
    text: (known, translator) => whenKnown((value) => msText(value, translator), ms(known)),
  }
}

/** Two digits at least: '8.4 ms', '17 ms', '4,213 ms'. */
export function msText(ms: number, { number }: Translator): string {
  return number(ms, { style: 'unit', unit: 'millisecond', ...digits(ms < 9.95 ? 1 : 0) })
}

/** '0.94 ×', '1.27 ×', '12.3 ×', '134 ×'. */
export function timesText(times: number, { t, number }: Translator): string {
  const places = times < 9.995 ? 2 : times < 99.95 ? 1 : 0
  return t(msg('{times} ×', { times: number(times, digits(places)) }))
}

/** Megabytes a second, from bytes a millisecond. */
function rateText(bytesPerMs: number, { number }: Translator): string {
  return number(bytesPerMs / 1000, digits(0))
}

function digits(places: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: places, maximumFractionDigits: places }
}

function whenKnown(format: (value: number) => string, value: number | undefined) {
  return value === undefined ? undefined : format(value)
}

function quotient(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a / b
}
