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

/** What the worker adds to findings of its own. */
const FINDING = {
  code: 'enqueued-tokens',
  apiCode: 'token_limit_exceeded',
  canIgnore: true,
} as const

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
 * token_limit_exceeded: github.com/openai/openai-python/issues/2084.
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
    return [{ ...FINDING, severity: 'error', title, message }]
  }
  return [
    {
      ...FINDING,
      severity: 'warning',
      title: msg('Perhaps above your limit of enqueued tokens'),
      message: msg(
        'The requests have about {sum, number} prompt tokens; your limit is {limit, number}, and the estimate is not sure enough. The API fails a batch above it at once.',
        { sum, limit },
      ),
    },
  ]
}

/** The same object where nothing is to be said. What is ignored is told with the other codes that are. */
export function withTokenFindings<
  F extends Facts & Pick<DocumentFacts, 'fileFindings' | 'ignored'>,
>(facts: F, limits: TokenLimits['limits']): F {
  const [finding] = tokenFindings(tokenUse(facts, limits))
  if (finding === undefined) return facts
  const { code, severity, title } = finding
  if (facts.ignored.every((one) => one.code !== code)) {
    return { ...facts, fileFindings: [...facts.fileFindings, finding] }
  }
  const ignored = facts.ignored.map((one) =>
    one.code === code ? { ...one, severity, title, count: one.count + 1 } : one,
  )
  return { ...facts, ignored }
}
