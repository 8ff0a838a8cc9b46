// The conditions of a filter as people read them, where each can be taken back.
import type { PairFilter, TokenName } from '../../contracts/pairingApi.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { UNUSABLE_TITLES } from '../../pairing/usability.ts'

export interface FilterCondition {
  readonly name: keyof PairFilter
  readonly text: Message
}

/**
 * Those that are shown nowhere else: the outcome, and 'not usable' for any reason, are the choice
 * 'Show pairs'; what was searched for stands in the search field.
 */
export function conditionsOf(filter: PairFilter): readonly FilterCondition[] {
  const { errorCode, finishReason, status, unusable, models, tokens, nearMiss, group } = filter
  const conditions: FilterCondition[] = []
  const add = (name: keyof PairFilter, text: Message): void => {
    conditions.push({ name, text })
  }
  if (errorCode !== undefined) add('errorCode', msg('Error: {code}', { code: errorCode }))
  if (status !== undefined) add('status', msg('HTTP {status}', { status: String(status) }))
  if (finishReason !== undefined) {
    add('finishReason', msg('Finish reason: {finishReason}', { finishReason }))
  }
  if (unusable === 'none') add('unusable', msg('Usable'))
  else if (unusable !== undefined && (unusable !== 'any' || filter.outcome !== undefined)) {
    add(
      'unusable',
      unusable === 'any'
        ? msg('Not usable')
        : msg('Not usable: {reason}', { reason: UNUSABLE_TITLES[unusable] }),
    )
  }
  if (models) add('models', modelsText(models))
  if (tokens) add('tokens', tokensText(tokens))
  if (nearMiss !== undefined) add('nearMiss', nearMissTexts[nearMiss])
  if (group !== undefined) {
    add('group', group === null ? msg('No group') : msg('Group: {group}', { group }))
  }
  return conditions
}

const nearMissTexts: Readonly<Record<NonNullable<PairFilter['nearMiss']>, Message>> = {
  any: msg('Near miss: any'),
  spaces: msg('Near miss: spaces'),
  type: msg('Near miss: number or string'),
  notText: msg('Near miss: not a string'),
}

const tokenTitles: Readonly<Record<TokenName, Message>> = {
  prompt: msg('Prompt tokens'),
  cached: msg('Cached tokens'),
  cacheWritten: msg('Cache writes'),
  cacheWrittenHour: msg('Cache writes for an hour'),
  completion: msg('Completion tokens'),
  reasoning: msg('Reasoning tokens'),
  total: msg('Tokens'),
}

function modelsText({ asked, answered }: NonNullable<PairFilter['models']>): Message {
  const none = msg('none named')
  if (asked === answered) return msg('Model: {model}', { model: asked ?? none })
  return msg('Model: {asked} → {answered}', { asked: asked ?? none, answered: answered ?? none })
}

function tokensText({ name, from, to }: NonNullable<PairFilter['tokens']>): Message {
  const title = tokenTitles[name]
  if (!Number.isFinite(to)) return msg('{title}: {from, number} or more', { title, from })
  // The filter leaves `to` out.
  if (to - from <= 1) return msg('{title}: {value, number}', { title, value: from })
  return msg('{title}: {from, number} to {last, number}', { title, from, last: to - 1 })
}
