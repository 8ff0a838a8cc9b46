// The columns of the measured speeds, for the table and for its copy as Markdown.
import { formatBytes, groupNumber } from '../../state/formatNumber.ts'
import type { MeasuredCase } from '../../state/speedStore.ts'

/** What is known of a case so far. */
type Known = NonNullable<MeasuredCase['progress']>

export interface SpeedColumn {
  readonly id: string
  readonly title: string
  /** Absent while it is not known. */
  readonly text: (known: Known) => string | undefined
  /** For times: the milliseconds, which are rendered as a bar. */
  readonly ms?: (known: Known) => number | undefined
}

/** All but the first one, which names the file. */
export const speedColumns: readonly SpeedColumn[] = [
  { id: 'lines', title: 'Lines', text: ({ lines }) => whenKnown(groupNumber, lines) },
  { id: 'size', title: 'Size', text: ({ bytes }) => whenKnown(formatBytes, bytes) },
  timeColumn('read', 'Only reading', ({ readMs }) => readMs),
  timeColumn('validate', 'Last verdict', ({ validateMs }) => validateMs),
  {
    id: 'ratio',
    title: '× reading',
    text: ({ validateMs, readMs }) => whenKnown(formatTimes, quotient(validateMs, readMs)),
  },
  {
    id: 'rate',
    title: 'MB/s',
    text: ({ bytes, validateMs }) => whenKnown(formatRate, quotient(bytes, validateMs)),
  },
  timeColumn('plain', 'JSON.parse + zod', ({ plainMs }) => plainMs),
  {
    id: 'faster',
    title: 'Faster',
    text: ({ plainMs, validateMs }) => whenKnown(formatTimes, quotient(plainMs, validateMs)),
  },
]

function timeColumn(id: string, title: string, ms: SpeedColumn['ms'] & {}): SpeedColumn {
  return { id, title, ms, text: (known) => whenKnown(formatMs, ms(known)) }
}

/** Two digits at least: '8.4 ms', '17 ms', '4,213 ms'. */
export function formatMs(ms: number): string {
  return `${ms < 9.95 ? ms.toFixed(1) : groupNumber(Math.round(ms))} ms`
}

/** '0.94 ×', '1.27 ×', '12.3 ×', '134 ×'. */
export function formatTimes(times: number): string {
  if (times < 9.995) return `${times.toFixed(2)} ×`
  return `${times < 99.95 ? times.toFixed(1) : groupNumber(Math.round(times))} ×`
}

/** Megabytes a second, from bytes a millisecond. */
function formatRate(bytesPerMs: number): string {
  return groupNumber(Math.round(bytesPerMs / 1000))
}

function whenKnown(format: (value: number) => string, value: number | undefined) {
  return value === undefined ? undefined : format(value)
}

function quotient(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a / b
}
