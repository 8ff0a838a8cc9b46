// Whether a line fits into what its model takes at a time. Only what is sure is told as sure: the table is of
// a day, and what stands around messages, tools and images is estimated.
import type { TokenKind } from '../../contracts/lineTokens.ts'
import { contextWindowOf, LONGEST_EXAMPLE } from '../contextWindow.ts'
import type { Countable } from './countable.ts'

/**
 * How far above a limit a count has to be to be sure: very long words are counted in pieces, which adds a
 * token or two for each (textCounter.ts).
 */
const SURELY_ABOVE = 1.02

/** The tokens of a line, as they were counted. */
export interface Counted {
  readonly tokens: number
  /** Of the longest of its texts. */
  readonly longestText: number
}

type TokenFinding = NonNullable<TokenKind['finding']>

/** Undefined for what fits, and where nothing is known of the model. */
export function misfitOf(
  line: Countable,
  { tokens, longestText }: Counted,
  isKnown: boolean,
): TokenFinding | undefined {
  const window = contextWindowOf(line.model)
  if (!window || line.isTruncated) return undefined
  const { context, input, text, request } = window
  const isSure = isKnown && !line.prompt.hasTools
  // What stands between messages has never been published for the newer models.
  const ofTexts = tokens - line.prompt.tokens
  const longest = Math.max(longestText, line.longestList)
  if (text !== undefined && longest > text) return misfit('text', text, isSure, longest)
  if (request !== undefined && tokens > request) return misfit('request', request, isSure, tokens)
  if (context === undefined) return undefined
  if (line.areTextsApart) {
    return longest > context ? misfit('context', context, isSure, longest) : undefined
  }
  if (tokens > context) return misfit('context', context, isSure, ofTexts)
  if (input !== undefined && tokens > input) return { reason: 'input', limit: input }
  if (tokens + (line.outputLimit ?? 0) > context) return { reason: 'answer', limit: context }
  return undefined
}

/** Of an example, whatever model is to learn from it. */
export function exampleMisfit({ tokens }: Counted): TokenFinding | undefined {
  return tokens > LONGEST_EXAMPLE ? { reason: 'example', limit: LONGEST_EXAMPLE } : undefined
}

function misfit(
  reason: 'context' | 'text' | 'request',
  limit: number,
  isSure: boolean,
  tokens: number,
): TokenFinding {
  return { reason: isSure && tokens > limit * SURELY_ABOVE ? reason : 'perhaps', limit }
}
