// In which encoding a file is written, from its beginning: a byte order mark says it, UTF-8 can hardly be
// anything else, and for the others it counts whether what is read is what people write.
import {
  isFrequentChinese,
  isFrequentJapanese,
  isFrequentKorean,
  isFrequentLatin,
} from './frequentCharacters.ts'
import type { TextEncodingId } from './textEncodings.ts'

export interface RecognisedEncoding {
  readonly encoding: TextEncodingId
  /** A byte order mark says so. */
  readonly hasBom: boolean
  /** From 0 to 1; below a half it is a guess that wants to be looked at. */
  readonly certainty: number
}

const BOMS: readonly (readonly [TextEncodingId, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

interface Candidate {
  readonly encoding: TextEncodingId
  readonly isFrequent: (character: string) => boolean
}

const UTF_16: readonly Candidate[] = (['utf-16le', 'utf-16be'] as const).map((encoding) => ({
  encoding,
  isFrequent: (sign) =>
    /[\n\r\t -~]/.test(sign) ||
    isFrequentJapanese(sign) ||
    isFrequentKorean(sign) ||
    isFrequentLatin(sign),
}))

/** Where two read the same, the one that is met more often stands before the other. */
const LEGACY: readonly Candidate[] = [
  { encoding: 'big5', isFrequent: isFrequentChinese },
  { encoding: 'gb18030', isFrequent: isFrequentChinese },
  { encoding: 'shift_jis', isFrequent: isFrequentJapanese },
  { encoding: 'euc-jp', isFrequent: isFrequentJapanese },
  { encoding: 'euc-kr', isFrequent: isFrequentKorean },
]

/** What anything can be read as: a guess, where nothing speaks for it. */
const FALLBACK: TextEncodingId = 'windows-1252'

/** `head`: the first bytes of a text file, which may end within a character. */
export function recogniseEncoding(head: Uint8Array): RecognisedEncoding {
  for (const [encoding, bom] of BOMS) {
    if (bom.every((byte, at) => head[at] === byte)) return { encoding, hasBom: true, certainty: 1 }
  }
  const utf8 = utf8Certainty(head)
  const candidates = [
    ...(head.includes(0) || utf8 === 0 ? UTF_16.map((each) => scoreOf(head, each, false)) : []),
    ...(utf8 < 1 ? LEGACY.map((each) => scoreOf(head, each, true)) : []),
    ...(utf8 < 1 ? [latinScore(head)] : []),
  ].toSorted((a, b) => b.score - a.score)
  const [best, next] = candidates
  const isUtf16 = best?.encoding.startsWith('utf-16') && best.score > 0.5
  if (utf8 >= LIKELY && !isUtf16) return { encoding: 'utf-8', hasBom: false, certainty: utf8 }
  if (!best || best.score <= 0) return { encoding: FALLBACK, hasBom: false, certainty: 0.1 }
  const lead = (best.score - Math.max(0, next?.score ?? 0)) / best.score
  const certainty = Math.min(0.98, best.score * 2, lead * 1.5) * (best.count / (best.count + 2))
  return { encoding: best.encoding, hasBom: false, certainty }
}

/** From which certainty on broken UTF-8 is still UTF-8. */
const LIKELY = 0.7

/** 1 for UTF-8 without a mistake; 0 where hardly any byte beyond ASCII is a part of it. */
function utf8Certainty(head: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(head, { stream: true })
  const beyond = text.match(/[^\0-\x7f]/gu) ?? []
  const broken = beyond.filter((character) => character === '\ufffd').length
  return beyond.length === 0 ? 1 : 1 - Math.min(1, broken / beyond.length)
}

interface Score {
  readonly encoding: TextEncodingId
  /** The share of frequent characters, less what cannot be read; at most 1. */
  readonly score: number
  /** Characters that were counted. */
  readonly count: number
}

/** How much a character counts that the encoding does not have. */
const BROKEN_WEIGHT = 5

function scoreOf(
  head: Uint8Array,
  { encoding, isFrequent }: Candidate,
  isBeyondAscii: boolean,
): Score {
  let count = 0
  let frequent = 0
  let broken = 0
  for (const character of new TextDecoder(encoding).decode(head, { stream: true })) {
    if (isBeyondAscii && character < '\x80') continue
    count++
    if (isFrequent(character)) frequent++
    else if (isUnlikely(character)) broken++
  }
  return { encoding, count, score: count === 0 ? 0 : (frequent - BROKEN_WEIGHT * broken) / count }
}

/** Not there, for private use, a control, or half as wide as it should be. */
function isUnlikely(character: string): boolean {
  return /[\ufffd\ue000-\uf8ff\0-\x08\x0e-\x1a\x80-\x9f]/.test(character)
}

/** Letters with accents stand alone or in pairs among letters without. */
function latinScore(head: Uint8Array): Score {
  let count = 0
  let frequent = 0
  const text = new TextDecoder(FALLBACK).decode(head, { stream: true })
  for (const [run] of text.matchAll(/[^\0-\x7f]+/g)) {
    count += run.length
    if (run.length <= 2) for (const character of run) if (isFrequentLatin(character)) frequent++
  }
  return { encoding: FALLBACK, count, score: count === 0 ? 0 : frequent / count }
}
