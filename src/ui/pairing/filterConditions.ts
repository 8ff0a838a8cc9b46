// The conditions of a filter as people read them, where each can be taken back.
import { UNUSABLE_TITLES } from '../../pairing/usability.ts'
import { groupNumber } from '../../state/formatNumber.ts'
import type { PairFilter, TokenName } from '../../contracts/pairingApi.ts'

export interface FilterCondition {
  readonly name: keyof PairFilter
  readonly text: string
}

/**
 * Those that are shown nowhere else: the outcome, and 'not usable' for any reason, are the choice
 * 'Show pairs'; what was searched for stands in the search field.
 */
export function conditionsOf(filter: PairFilter): readonly FilterCondition[] {
  const { errorCode, finishReason, status, unusable, models, tokens, nearMiss, group } = filter
  const conditions: FilterCondition[] = []
  const add = (name: keyof PairFilter, text: string): void => {
    conditions.push({ name, text })
  }
  if (errorCode !== undefined) add('errorCode', `Error: ${errorCode}`)
  if (status !== undefined) add('status', `HTTP ${status}`)
  if (finishReason !== undefined) add('finishReason', `Finish reason: ${finishReason}`)
  if (unusable === 'none') add('unusable', 'Usable')
  else if (unusable !== undefined && (unusable !== 'any' || filter.outcome !== undefined)) {
    add('unusable', unusable === 'any' ? 'Not usable' : `Not usable: ${UNUSABLE_TITLES[unusable]}`)
  }
  if (models) add('models', `Model: ${modelsText(models)}`)
  if (tokens) add('tokens', tokensText(tokens))
  if (nearMiss !== undefined) add('nearMiss', `Near miss: ${nearMissWords[nearMiss]}`)
  if (group !== undefined) add('group', group === null ? 'No group' : `Group: ${group}`)
  return conditions
}

const nearMissWords = {
  any: 'any',
  spaces: 'spaces',
  type: 'number or text',
  notText: 'not text',
} as const

const tokenWords: Readonly<Record<TokenName, string>> = {
  prompt: 'Prompt tokens',
  cached: 'Cached tokens',
  cacheWritten: 'Cache writes',
  cacheWrittenHour: 'Cache writes for an hour',
  completion: 'Completion tokens',
  reasoning: 'Reasoning tokens',
  total: 'Tokens',
}

function modelsText({ asked, answered }: NonNullable<PairFilter['models']>): string {
  if (asked === answered) return asked ?? 'none named'
  return `${asked ?? 'none named'} → ${answered ?? 'none named'}`
}

function tokensText({ name, from, to }: NonNullable<PairFilter['tokens']>): string {
  const word = tokenWords[name]
  if (!Number.isFinite(to)) return `${word}: ${groupNumber(from)} or more`
  // The filter leaves `to` out.
  if (to - from <= 1) return `${word}: ${groupNumber(from)}`
  return `${word}: ${groupNumber(from)} to ${groupNumber(to - 1)}`
}
