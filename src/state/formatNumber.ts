// Numbers as people read them, in messages and everywhere on the screen.

import { groupNumber } from '../base/groupNumber.ts'
import type { Progress } from '../contracts/progress.ts'

export { groupNumber }

/** '1 line', '3,000 lines'. */
export function countOf(value: number, singular: string, plural = `${singular}s`): string {
  return `${groupNumber(value)} ${value === 1 ? singular : plural}`
}

/** Decimal units, as file managers and API limits count: '214 bytes', '31.2 MB', '1.00 GB'. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return countOf(bytes, 'byte')
  let value = bytes / 1000
  for (const unit of ['kB', 'MB', 'GB']) {
    // Below the value that would round to 1,000 in this unit.
    if (value < 999.5 || unit === 'GB') return `${threeDigits(value)} ${unit}`
    value /= 1000
  }
  return countOf(bytes, 'byte')
}

/** '1.20 MB of 1.00 GB', '256 of 3,000 lines'; undefined while the total is not known. */
export function formatProgress(progress: Progress | undefined): string | undefined {
  if (!progress || progress.total <= 0) return undefined
  const { unit, done, total } = progress
  return unit === 'bytes'
    ? `${formatBytes(done)} of ${formatBytes(total)}`
    : `${groupNumber(done)} of ${countOf(total, unit.slice(0, -1))}`
}

/** Milliseconds as '0.05 s', '3.2 s' or '2 min 5 s'. */
export function formatDuration(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 0.995) return `${seconds.toFixed(2)} s`
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return `${groupNumber(Math.floor(whole / 60))} min ${whole % 60} s`
}

/** Whole percent of `total`; 100 only when everything is done. */
export function percentOf(done: number, total: number): number {
  if (total <= 0) return 0
  return Math.max(0, Math.min(Math.floor((done / total) * 100), 100))
}

function threeDigits(value: number): string {
  if (value < 9.995) return value.toFixed(2)
  if (value < 99.95) return value.toFixed(1)
  return groupNumber(Math.round(value))
}
