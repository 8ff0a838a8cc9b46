// The tokens of a file against the limit that the user has set for its model, and what is said of that.
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { msg } from '../../i18n/message.ts'
import { type FileTokens, fileTokens } from './fileTokens.ts'
import type { TokenLimits } from './tokenLimits.ts'

export interface TokenUse extends FileTokens {
  /** Under which a limit is kept; '' where the lines have several models or none. */
  readonly model: string
  readonly limit: number | undefined
  /** Over it for certain, or perhaps. */
  readonly level: 'fine' | 'near' | 'over'
}

type Facts = Pick<DocumentFacts, 'bytes' | 'columns' | 'formatId' | 'state' | 'tokens'>

/** The error of a sample holds 19 times of 20; what makes an error of a file has to be surer than that. */
const SURE = 2

/** Undefined for what is no batch for OpenAI: others have no such limit, or another. */
export function tokenUse(
  facts: Facts,
  limits: TokenLimits['limits'],
  tokens: FileTokens = fileTokens(facts),
): TokenUse | undefined {
  if (facts.formatId !== 'batchInput' || facts.state === 'failed') return undefined
  const model = facts.columns.find(({ id }) => id === 'model')?.uniform ?? ''
  const limit = Object.hasOwn(limits, model) ? limits[model] : undefined
  const { sum, errorFraction } = tokens
  const level =
    limit === undefined || sum * (1 + errorFraction) <= limit
      ? 'fine'
      : sum * (1 - SURE * errorFraction) > limit
        ? 'over'
        : 'near'
  return { ...tokens, model, limit, level }
}

/**
 * What is said when a file enqueues more than its limit, or may. The API fails the batch at once, with the code
 * token_limit_exceeded: github.com/openai/openai-python/issues/2084, and OpenAI's Batch API guide of 2026-08-21.
 */
export function tokenFindings(use: TokenUse | undefined): DocumentFacts['fileFindings'] {
  if (use?.limit === undefined || use.level === 'fine') return []
  const { limit, sum, isExact } = use
  const title = msg('Above your limit of enqueued tokens')
  if (use.level === 'over') {
    const message = isExact
      ? msg(
          'The requests have {sum, number} prompt tokens; your limit is {limit, number}. The API fails such a batch at once. Split the file, and start the next part when one is done.',
          { sum, limit },
        )
      : msg(
          'The requests have about {sum, number} prompt tokens, and surely more than your limit of {limit, number}. The API fails such a batch at once. Split the file, and start the next part when one is done.',
          { sum, limit },
        )
    return [{ code: 'enqueued-tokens', severity: 'error', title, message }]
  }
  return [
    {
      code: 'enqueued-tokens',
      severity: 'warning',
      title: msg('Perhaps above your limit of enqueued tokens'),
      message: msg(
        'The requests have about {sum, number} prompt tokens; your limit is {limit, number}, and the estimate is not sure enough. The API fails a batch above it at once.',
        { sum, limit },
      ),
    },
  ]
}

/** The same object where nothing is to be said. */
export function withTokenFindings<F extends Facts & Pick<DocumentFacts, 'fileFindings'>>(
  facts: F,
  limits: TokenLimits['limits'],
): F {
  const findings = tokenFindings(tokenUse(facts, limits))
  return findings.length === 0
    ? facts
    : { ...facts, fileFindings: [...facts.fileFindings, ...findings] }
}
