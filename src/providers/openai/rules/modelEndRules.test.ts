import { afterEach, describe, expect, test, vi } from 'vitest'
import { createFormatValidator } from '../../../formats/formatValidator.ts'
import { phaseOf } from '../../../formats/defineFormat.ts'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { format } from '../formats/batchInput.ts'

afterEach(() => vi.useRealTimers())

const validator = createFormatValidator(format)

function said(model: string, url = '/v1/chat/completions', prompt = 'messages'): string[] {
  const asked = prompt === 'messages' ? [{ role: 'user', content: 'Hi' }] : 'Hi'
  const line = JSON.stringify({
    custom_id: 'r-1',
    method: 'POST',
    url,
    body: { model, [prompt]: asked },
  })
  return validator
    .explain(line, JSON.parse(line))
    .map(({ code, severity, message }) => `${severity} ${code}: ${inEnglish(message)}`)
}

function on(day: string): void {
  vi.useFakeTimers({ now: new Date(`${day}T12:00`), toFake: ['Date'] })
}

describe('a model with an announced end', () => {
  test('is no matter as long as a batch can run before', () => {
    on('2026-11-25')
    expect(said('gpt-5-mini')).toEqual([])
  })

  test('is a warning when it ends soon, by its snapshot, too', () => {
    on('2026-11-26')
    const warning =
      'warning model-ends-soon: gpt-5-mini-2025-08-07 will be shut down on 2026-12-11; a batch that runs later will fail. Use a model that stays.'
    expect(said('gpt-5-mini-2025-08-07')).toEqual([warning])
    on('2026-12-10')
    expect(said('gpt-5-mini')).toHaveLength(1)
  })

  test('is an error from the day on, whatever is asked of it', () => {
    on('2026-12-11')
    const error =
      'error model-shut-down: gpt-5-mini was shut down on 2026-12-11, so this request will fail with model_not_found. Use a model that is still offered.'
    expect(said('gpt-5-mini')).toEqual([error])
    expect(said('gpt-5-mini', '/v1/responses', 'input')).toEqual([error])
    expect(said('gpt-image-1-mini', '/v1/images/generations', 'prompt').join()).toContain(
      'model-shut-down',
    )
  })
})

test('what is not in the table is no matter', () => {
  on('2030-01-01')
  for (const model of ['gpt-9', 'ft:gpt-4o-mini:me::x', 'my-gpt-4', 'gpt-6-luna', '__proto__']) {
    expect(said(model)).toEqual([])
  }
})

test('verdicts of before and after an end differ in their phase', () => {
  const phases = ['2026-11-25', '2026-11-26', '2026-12-10', '2026-12-11'].map((day) =>
    phaseOf(format, day),
  )
  expect(new Set(phases).size).toBeGreaterThanOrEqual(3)
  expect(phases[0]).not.toBe(phases[1])
  expect(phases[2]).not.toBe(phases[3])
})
