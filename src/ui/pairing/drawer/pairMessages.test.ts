import { describe, expect, it } from 'vitest'
import type { LineId, LineNumber } from '../../../base/units.ts'
import { english } from '../../../i18n/loadTranslator.ts'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { answerOf } from '../../../pairing/answerReading.ts'
import { textPart } from '../../../pairing/conversation.ts'
import { tokenCounts } from '../../../pairing/usage.ts'
import type { AnswerSide } from '../../../contracts/pairingApi.ts'
import {
  answerOutcome,
  comparedText,
  embeddingsText,
  moderationText,
  usageText,
} from './pairMessages.ts'

function answerSide(reading: Partial<NonNullable<AnswerSide['reading']>> | undefined): AnswerSide {
  return {
    key: 'a',
    documentName: 'output.jsonl',
    id: 3 as LineId,
    line: 4 as LineNumber,
    text: '{"raw":1}',
    isCut: false,
    isCounted: true,
    findings: [],
    reading: reading && {
      status: 200,
      isSuccess: true,
      errorCode: undefined,
      errorMessage: undefined,
      model: 'm',
      usage: undefined,
      requestId: undefined,
      answers: [],
      ...reading,
    },
  }
}

describe('usageText', () => {
  const usageOf = (stated: Parameters<typeof tokenCounts>[0]) => {
    const usage = tokenCounts(stated)
    return usage && inEnglish(usageText(usage))
  }

  it('shows parts inside their whole', () => {
    expect(usageOf({ prompt: 1204, cached: 1024, completion: 310, reasoning: 128 })).toBe(
      '1,204 prompt (1,024 cached) + 310 completion (128 reasoning) = 1,514',
    )
  })

  it('tells what was read from the cache from what was written to it', () => {
    const usage = { prompt: 9, cached: 3, cacheWritten: 2, completion: 1 }
    expect(usageOf(usage)).toBe(
      '9 prompt (3 cached and 2 written to the cache) + 1 completion = 10',
    )
  })

  it('leaves out what the line does not have', () => {
    expect(usageOf({ prompt: 5, total: 5 })).toBe('5 prompt')
    expect(usageOf({ total: 7 })).toBe('7 in total')
    expect(usageOf({ prompt: 5, completion: 0, total: 9 })).toBe('5 prompt + 0 completion = 9')
  })
})

it('measures embeddings', () => {
  expect(embeddingsText({ count: 1, dimensions: 1536, norm: 0.99999 }, english)).toBe(
    '1 embedding. It has 1,536 dimensions and a norm of 1.0000.',
  )
  expect(embeddingsText({ count: 2, dimensions: 1, norm: 2 }, english)).toBe(
    '2 embeddings. The first has 1 dimension and a norm of 2.0000.',
  )
})

it('says what moderation found', () => {
  const said = (moderation: Parameters<typeof moderationText>[0]) =>
    inEnglish(moderationText(moderation))
  expect(said({ isFlagged: true, categories: ['hate', 'violence'] })).toBe(
    'Flagged: hate and violence.',
  )
  expect(said({ isFlagged: true, categories: [] })).toBe('Flagged.')
  expect(said({ isFlagged: false, categories: [] })).toBe('Not flagged.')
})

describe('comparedText', () => {
  it('is the words of all answers', () => {
    const answers = ['One', 'Two'].map((text) =>
      answerOf({ parts: [textPart(text)], ending: 'complete' }),
    )
    expect(comparedText(answerSide({ answers }), english)).toBe('One\n\nTwo')
  })

  it('is what went wrong, or the calls, or the raw text', () => {
    const failed = { isSuccess: false, errorCode: 'rate_limit', errorMessage: 'Slow down' }
    expect(comparedText(answerSide(failed), english)).toBe('rate_limit: Slow down')
    const call = { kind: 'toolCall', id: 'c', name: 'add', input: '{"a":1}' } as const
    const answers = [answerOf({ parts: [call], ending: 'complete' })]
    expect(comparedText(answerSide({ answers }), english)).toBe('add({"a":1})')
    expect(comparedText(answerSide(undefined), english)).toBe('{"raw":1}')
    expect(comparedText(answerSide({}), english)).toBe('{"raw":1}')
  })
})

it('says what a line came to', () => {
  expect(inEnglish(answerOutcome(answerSide(undefined)))).toBe('not readable')
  expect(inEnglish(answerOutcome(answerSide({ isSuccess: false, errorCode: 'x' })))).toBe(
    'failed: x',
  )
  expect(inEnglish(answerOutcome(answerSide({})))).toBe('succeeded')
})
