// What the page says of itself, for a report of a fault: where it runs, and what is open as counts.
// Nothing of a file goes in: no line, no name, no message that could quote either.
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import type { PairingFacts } from '../../contracts/pairingApi.ts'
import { english } from '../../i18n/loadTranslator.ts'
import type { DocumentTab } from '../store.ts'
import { browserName } from './browserName.ts'

/** Causes of a document that are listed, those that come first in the issues panel. */
const CAUSES_LIMIT = 10

/** Places of the code that an error passed through: enough to find where it was thrown. */
const FRAMES_LIMIT = 10

const FRAME = /[\w.-]+\.[jt]sx?:\d+:\d+/g

export interface PageAbout {
  /** Of package.json. */
  readonly version: string
  /** Hash of the engine's sources; empty while developing. */
  readonly build: string
  readonly userAgent: string
  readonly cores: number
  /** GiB, rounded and capped by the browser; not all browsers tell. */
  readonly memory: number | undefined
  readonly documents: readonly DocumentTab[]
  /** Absent while there is no pairing. */
  readonly pairing: PairingFacts | undefined
  /** What the page stopped with. */
  readonly error: Error | undefined
}

export function pageDetails(about: PageAbout): string {
  const { version, build, userAgent, cores, memory, documents, pairing, error } = about
  return [
    `Lineproof ${version}, ${build === '' ? 'development' : `build ${build}`}`,
    [
      browserName(userAgent),
      countOf(cores, 'core'),
      ...(memory === undefined ? [] : [`memory ${memory} GiB`]),
    ].join(', '),
    ...documents.flatMap((tab, index) => documentLines(tab, index + 1)),
    ...(pairing ? pairingLines(pairing) : []),
    ...(error ? [`${error.name} at ${framesOf(error).join(', ') || 'an unknown place'}`] : []),
    '',
  ].join('\n')
}

function documentLines(tab: DocumentTab, number: number): readonly string[] {
  const { facts } = tab
  if (!facts) return [`Document ${number}: ${stateOf(tab)}`]
  const causes = facts.causes
    .slice(0, CAUSES_LIMIT)
    .map(({ code, count }) => `${code} ${english.number(count)}`)
  return [
    `Document ${number}: ${stateOf(tab)}, ${facts.formatId}, ${countsOf(facts)}`,
    ...(causes.length > 0 ? [`  ${causes.join(', ')}`] : []),
  ]
}

function stateOf({ facts, crash, readFailure, fileProblem }: DocumentTab): string {
  const notes = [
    ...(crash === undefined ? [] : ['its worker stopped']),
    ...(readFailure === undefined ? [] : ['not readable']),
    ...(fileProblem === undefined ? [] : ['changed on the disk']),
  ]
  return [facts?.state ?? 'no answer yet', ...notes].join(', ')
}

function countsOf(facts: DocumentFacts): string {
  return [
    countOf(facts.bytes, 'byte'),
    countOf(facts.lines, 'line'),
    `${english.number(facts.lines - facts.invalid - facts.blank)} valid`,
    `${english.number(facts.invalid)} invalid`,
    `${english.number(facts.warnings)} with warnings`,
    `${english.number(facts.attention)} needing attention`,
    `${english.number(facts.blank)} blank`,
    `${english.number(facts.edited)} edited`,
    countOf(facts.shapes, 'shape'),
    ...(facts.ignored.length === 0 ? [] : [`${countOf(facts.ignored.length, 'code')} ignored`]),
    ...(facts.readMs === undefined ? [] : [`checked in ${english.duration(facts.readMs)}`]),
    ...(facts.isCached ? ['from the cache'] : []),
  ].join(', ')
}

function pairingLines(facts: PairingFacts): readonly string[] {
  const counts = (
    ['requests', 'answers', 'succeeded', 'failed', 'missing', 'unexpected', 'duplicate'] as const
  ).map((name) => `${english.number(facts[name])} ${name}`)
  const sources = facts.sources.map(
    ({ role, providerId, lines, broken, withoutKey }) =>
      `  ${role}, ${providerId}: ${countOf(lines, 'line')}, ${english.number(broken)} broken, ` +
      `${english.number(withoutKey)} without an id`,
  )
  return [`Pairing: ${facts.state}, ${counts.join(', ')}`, ...sources]
}

function countOf(count: number, noun: string): string {
  return `${english.number(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** The message is left out: an engine's own may quote the text that it failed on. */
function framesOf({ message, stack = '' }: Error): readonly string[] {
  return (stack.replace(message, '').match(FRAME) ?? []).slice(0, FRAMES_LIMIT)
}
