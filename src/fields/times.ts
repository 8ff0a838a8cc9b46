// Values that stand for points in time: strings as ISO 8601 writes them, and numbers that count from 1970.
import type { TimeFigures } from './fieldFigures.ts'

const ISO =
  /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?) ?(Z|z|[+-]\d\d(?::?\d\d)?)?)?$/

/**
 * Milliseconds since 1970 of a date, with or without a time of day, as ISO 8601 and RFC 3339 write it; without a
 * zone it is one of UTC. Undefined of other texts, and of days that there are not.
 */
export function isoTime(text: string): number | undefined {
  const [, day, time = '00:00', zone = 'Z'] = ISO.exec(text) ?? []
  if (day === undefined) return undefined
  const offset = /^[+-]/.test(zone)
    ? `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`
    : 'Z'
  const milliseconds = Date.parse(`${day}T${time.replace(',', '.')}${offset}`)
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}

/** How a time is written: what stands before the time of day, and milliseconds by which its clock is ahead of UTC. */
export interface IsoForm {
  readonly separator: string
  readonly offset: number
}

/** Of a text that is a time (`isoTime`). */
export function isoForm(text: string): IsoForm {
  const written = isoTime(text) ?? 0
  const local = isoTime(text.replace(/(?<=\d\d:\d\d.*) ?(?:Z|z|[+-][\d:]+)$/, '')) ?? written
  return { separator: text[10] ?? 'T', offset: local - written }
}

/**
 * The shortest text of a whole second from which on times that are written in that form come, by the order of
 * texts. Undefined where years do not have four digits.
 */
export function isoText(time: number, { separator, offset }: IsoForm): string | undefined {
  const local = new Date(time + offset)
  if (Number.isNaN(local.getTime())) return undefined
  const [day = '', clock = ''] = local.toISOString().slice(0, -'.000Z'.length).split('T')
  if (day.length !== '2026-01-01'.length) return undefined
  if (clock === '00:00:00') return day
  return day + separator + clock.replace(/:00$/, '')
}

/** 2001-09-09 to 2100: the range in which a number of seconds is taken for a time, when its name says so. */
const SECONDS_FROM = 1e9
const SECONDS_TO = 4_102_444_800

/** Words of names that times have. */
const TIME_NAME =
  /(^|[^a-z])(at|on|time|times|timestamp|ts|date|datetime|day|created|updated|modified|completed|started|finished|expires|expired|expiry|expiration|start|end|since|until|epoch|when|unix|posix|ms|msec|msecs|millis|milliseconds|sec|secs|seconds|t)($|[^a-z])/

interface Numbers {
  readonly min: number
  readonly max: number
}

interface TimeSample {
  /** The key that leads to the field, if one does. */
  readonly name: string | undefined
  /** All its numbers. */
  readonly numbers: Numbers | undefined
  /** Some of its strings, and how often each occurs. */
  readonly strings: readonly { readonly value: string; readonly count: number }[]
}

/** A field holds times where at least so many of its strings are some. */
const SHARE = 0.9

/** What times a field holds; undefined where it holds none, or no more than chance would have it. */
export function timesOf({ name, numbers, strings }: TimeSample): TimeFigures | undefined {
  let times = 0
  let all = 0
  for (const { value, count } of strings) {
    all += count
    if (isoTime(value) !== undefined) times += count
  }
  if (all > 0 && times / all >= SHARE) return { kind: 'iso', share: times / all }
  if (!numbers || name === undefined || !TIME_NAME.test(words(name))) return undefined
  if (isBetween(numbers, 1)) return { kind: 'unix-seconds', share: 1 }
  if (isBetween(numbers, 1000)) return { kind: 'unix-milliseconds', share: 1 }
  return undefined
}

function isBetween({ min, max }: Numbers, scale: number): boolean {
  return min >= SECONDS_FROM * scale && max < SECONDS_TO * scale
}

/** `createdAt` as `created at`. */
function words(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
}
