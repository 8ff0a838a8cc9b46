// The table of contexts against the package that it names as its source, and its dates.
import * as models from 'gpt-tokenizer/models'
import { expect, test } from 'vitest'
import { contextWindowOf } from './contextWindow.ts'
import table from './contextWindows.json' with { type: 'json' }

interface Known {
  readonly context_window?: number
  readonly max_input_tokens?: number
}

const known = new Map(Object.entries(models as unknown as Record<string, Known>))

test('every row says what its source says', () => {
  const rows = table.models.flatMap((row) => row.models.map((model) => ({ ...row, model })))
  const differing = rows.filter(({ model, context, source }) => {
    const own = known.get(model)
    return source.startsWith('gpt-tokenizer') && own !== undefined && own.context_window !== context
  })
  expect(differing.map(({ model }) => model)).toEqual([])
  expect(rows.filter(({ model }) => known.has(model)).length).toBeGreaterThan(50)
})

test('every row has its day, and no model stands in two rows', () => {
  const rows = [...table.models, ...table.texts]
  expect(rows.every(({ date }) => /^20\d\d-\d\d-\d\d$/.test(date))).toBe(true)
  const names = rows.flatMap((row) => row.models)
  expect(new Set(names).size).toBe(names.length)
})

test('a model is known by its name alone, however it is put', () => {
  expect(contextWindowOf('ft:gpt-4o-mini-2024-07-18:team::id')?.context).toBe(128_000)
  expect(contextWindowOf('openai/GPT-4o')?.context).toBe(128_000)
  expect(contextWindowOf('text-embedding-3-small')?.text).toBe(8192)
  expect(contextWindowOf('gpt-6-luna')).toMatchObject({ context: 1_050_000, input: 922_000 })
  expect(contextWindowOf('gpt-99')).toBeUndefined()
  expect(contextWindowOf(undefined)).toBeUndefined()
})
