// The sample and its error on made-up populations, where the truth is known and nothing has to be counted.
import { describe, expect, test } from 'vitest'
import { ModelTally } from './modelTally.ts'
import { promptOf } from './promptOf.ts'
import { SamplePlan } from './samplePlan.ts'
import { TokenSample } from './tokenSample.ts'

interface Line {
  readonly text: number
  readonly tokens: number
}

/** mulberry32, of the public domain. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Population = (random: () => number, i: number) => Line

const POPULATIONS: Readonly<Record<string, Population>> = {
  'of lines of many lengths': (random) => {
    const text = 200 + Math.floor(20_000 * random() ** 4)
    return { text, tokens: Math.round(text * (0.2 + 0.1 * random())) }
  },
  'of two languages, one after the other': (random, i) => {
    const text = 500 + Math.floor(2000 * random())
    return { text, tokens: Math.round(text * (i < 2000 ? 0.24 : 0.55) * (0.9 + 0.2 * random())) }
  },
  'that alternates': (random, i) => {
    const text = i % 2 === 0 ? 300 : 6000
    return { text, tokens: Math.round(text * (i % 2 === 0 ? 0.4 : 0.2) * (0.9 + 0.2 * random())) }
  },
  'with a few huge lines': (random, i) => {
    const text = i % 500 === 77 ? 500_000 : 1000
    return { text, tokens: Math.round(text * (0.2 + 0.1 * random())) }
  },
}

/** The estimate for lines that were not certain, the truth, and the error that is stated. */
function sampled(lines: readonly Line[], budget: number) {
  const total = lines.reduce((sum, { text }) => sum + text, 0)
  const plan = new SamplePlan(total, budget)
  const sample = new TokenSample()
  let end = 0
  let counted = 0
  let countedText = 0
  for (const { text, tokens } of lines) {
    end += text
    const chance = plan.chanceOf(text, end)
    if (!plan.isTaken(chance)) sample.skip(text)
    else {
      counted += tokens
      countedText += text
      if (chance < 1) sample.take(tokens, text, chance)
    }
  }
  const ratio = sample.ratio ?? 0
  return {
    estimate: counted + sample.estimate(ratio),
    truth: lines.reduce((sum, { tokens }) => sum + tokens, 0),
    error: sample.error(ratio),
    countedText,
  }
}

describe.each(Object.entries(POPULATIONS))('a file %s', (_, population) => {
  test('is estimated within the stated error, 19 times of 20', () => {
    let missed = 0
    const times = 200
    for (let seed = 1; seed <= times; seed++) {
      const random = randomNumbers(seed * 7919)
      const lines = Array.from({ length: 4000 }, (__, i) => population(random, i))
      const total = lines.reduce((sum, { text }) => sum + text, 0)
      const budget = Math.floor(total / 20)
      const { estimate, truth, error, countedText } = sampled(lines, budget)
      if (Math.abs(estimate - truth) > error) missed++
      // At most a line more than was allowed, or as many as the least sample takes.
      expect(countedText).toBeLessThan(2 * budget + 500_000)
      expect(error).toBeLessThan(0.3 * truth)
    }
    expect(missed / times).toBeLessThan(0.1)
  })
})

describe('the plan', () => {
  test('takes every line of a file that is no larger than the budget', () => {
    const random = randomNumbers(3)
    for (let turn = 0; turn < 50; turn++) {
      const lines = Array.from({ length: 1 + Math.floor(200 * random()) }, () => ({
        bytes: 1 + Math.floor(1e6 * random() ** 5),
        share: random(),
      }))
      const total = lines.reduce((sum, { bytes }) => sum + bytes, 0)
      const plan = new SamplePlan(total, total)
      let end = 0
      for (const { bytes, share } of lines) {
        end += bytes
        expect(plan.chanceOf(Math.floor(bytes * share), end)).toBe(1)
      }
    }
  })

  test('spreads what it takes over the file', () => {
    const plan = new SamplePlan(1e9, 1e7)
    const taken = Array.from({ length: 100_000 }, (_, i) =>
      plan.isTaken(plan.chanceOf(10_000, (i + 1) * 10_000)) ? i : -1,
    ).filter((i) => i > 200)
    const tenths = Array.from(
      { length: 10 },
      (_, tenth) => taken.filter((i) => Math.floor(i / 10_000) === tenth).length,
    )
    expect(Math.max(...tenths) / Math.min(...tenths)).toBeLessThan(1.3)
  })
})

describe('the tally of a model', () => {
  const prompt = promptOf(undefined, undefined)
  const request = (text: number) => ({ prompt, text, outputLimit: 10 })

  test('estimates which prompts are long where they were not counted', () => {
    const tally = new ModelTally(100)
    for (let i = 0; i < 10; i++) tally.take(request(1000), 200, 0.5)
    for (let i = 0; i < 9; i++) tally.skip(request(1000))
    tally.skip(request(400))
    const { promptTokens, long, error } = tally.summary('m', 0, undefined)
    expect(long).toEqual({ requests: 19, promptTokens: 3800, maxOutputTokens: 190 })
    expect(promptTokens).toBe(3880)
    expect(error).toBeLessThanOrEqual(1)
  })

  test('says that all is uncertain where nothing was counted', () => {
    const tally = new ModelTally(Number.POSITIVE_INFINITY)
    tally.skip(request(1000))
    expect(tally.summary('m', 0.25, undefined)).toMatchObject({ promptTokens: 250, error: 250 })
  })
})
