// The tokens of some lines, each by itself.
import type { TokenCounts, TokenKind, TokenLines } from '../../contracts/lineTokens.ts'
import { encodingOf, loadCounter } from '../encodings.ts'
import { MAX_LINE_BYTES } from '../requestLines.ts'
import type { TextCounter } from '../textCounter.ts'
import { STEP, stepsOf } from '../textSteps.ts'
import { type Countable, exampleIn, requestIn } from './countable.ts'
import { type Counted, exampleMisfit, misfitOf } from './fits.ts'

const utf8 = new TextDecoder()

/** Of lines that have no tokens, such as blank ones. */
const UNREADABLE: TokenKind = {
  encoding: 'o200k_base',
  isKnown: true,
  hasMedia: false,
  hasTools: false,
  hasStoredInput: false,
  isUnreadable: true,
}

/** Rejects when the tables of an encoding cannot be fetched. `pause` is called every some milliseconds of work. */
export async function countLines(
  { ids, bytes, ends, areExamples }: TokenLines,
  pause: () => Promise<void>,
): Promise<TokenCounts> {
  const kinds: TokenKind[] = []
  const placeOf = new Map<string, number>()
  const tokens = new Uint32Array(ids.length)
  const kindOf = new Uint32Array(ids.length)
  for (let i = 0; i < ids.length; i++) {
    const line = parse(bytes.subarray(i === 0 ? 0 : ends[i - 1], ends[i]))
    const found = areExamples ? exampleIn(line) : requestIn(line)
    const { kind, count } = found
      ? await countLine(found, areExamples, pause)
      : { kind: UNREADABLE, count: 0 }
    const key = JSON.stringify(kind)
    let place = placeOf.get(key)
    if (place === undefined) {
      place = kinds.push(kind) - 1
      placeOf.set(key, place)
    }
    tokens[i] = count
    kindOf[i] = place
    await pause()
  }
  return { ids, tokens, kindOf, kinds }
}

async function countLine(
  line: Countable,
  isExample: boolean,
  pause: () => Promise<void>,
): Promise<{ readonly kind: TokenKind; readonly count: number }> {
  const { name: encoding, isKnown } = isExample
    ? { name: 'o200k_base' as const, isKnown: true }
    : encodingOf(line.model)
  const counter = await loadCounter(encoding)
  const counted = await countPrompt(line, counter, pause)
  const finding = isExample ? exampleMisfit(counted) : misfitOf(line, counted, isKnown)
  const { hasMedia, hasTools, hasStoredInput } = line.prompt
  return {
    count: counted.tokens,
    kind: {
      ...(line.model !== undefined && { model: line.model }),
      encoding,
      isKnown,
      hasMedia,
      hasTools,
      hasStoredInput,
      isUnreadable: false,
      ...(finding && { finding }),
    },
  }
}

async function countPrompt(
  { prompt }: Countable,
  counter: TextCounter,
  pause: () => Promise<void>,
): Promise<Counted> {
  let sum = prompt.tokens
  let longestText = 0
  for (const text of prompt.texts) {
    let tokens = 0
    if (text.length <= STEP) tokens = counter.count(text)
    else {
      for (const step of stepsOf(text)) {
        tokens += counter.count(step)
        await pause()
      }
    }
    sum += tokens
    longestText = Math.max(longestText, tokens)
  }
  return { tokens: sum, longestText }
}

/** Undefined for what is no JSON. */
function parse(bytes: Uint8Array): unknown {
  if (bytes.length > MAX_LINE_BYTES) return undefined
  const text = utf8.decode(bytes)
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
