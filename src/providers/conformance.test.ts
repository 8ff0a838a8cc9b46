// Every provider's lines are recognised as its own and read as its examples say.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { valueAt } from '../json/jsonPath.ts'
import { readAnswer, readRequest } from '../pairing/readRecord.ts'
import type { ProviderExamples } from '../pairing/testing/defineExamples.ts'
import { recogniseLine } from '../pairing/recogniseLines.ts'
import { definitionFiles, providers } from '../pairing/providerRegistry.ts'
import { runs } from '../tooling/runs.ts'

const examplesByFile = import.meta.glob<ProviderExamples>('./*/pairing.examples.ts', {
  eager: true,
  import: 'examples',
})

const table = providers.map((provider) => {
  const examples = examplesByFile[`./${provider.id}/pairing.examples.ts`]
  if (!examples) throw new Error(`${provider.id}/pairing.examples.ts is missing`)
  return { id: provider.id, provider, examples }
})

const allLines = table.flatMap(({ examples }) =>
  [...examples.requests, ...examples.results].map(({ line }) => line),
)

test('definitions are complete, and named like their folders', () => {
  expect(providers.map(({ id }) => `../providers/${id}/pairing.ts`).toSorted()).toEqual(
    [...definitionFiles].toSorted(),
  )
  for (const { title, requestKeyPath, resultKeyPath, ...paths } of providers) {
    expect(inEnglish(title)).not.toBe('')
    expect(requestKeyPath.length).toBeGreaterThan(0)
    expect(resultKeyPath.length).toBeGreaterThan(0)
    expect(paths.requestBodyPath.length).toBeGreaterThan(0)
    expect(paths.resultBodyPaths.length).toBeGreaterThan(0)
  }
})

describe.each(table)('$id', ({ provider, examples }) => {
  test.each(examples.requests)('request: $shows', ({ line, reads }) => {
    const record: unknown = JSON.parse(line)
    expect(recogniseLine(record)).toEqual({ provider, role: 'request' })
    expect(readRequest(provider, record)).toMatchObject(reads)
  })

  test.each(examples.results)('result: $shows', ({ line, reads }) => {
    const record: unknown = JSON.parse(line)
    expect(recogniseLine(record)).toEqual({ provider, role: 'result' })
    expect(inEnglish(readAnswer(provider, record))).toMatchObject(reads)
  })

  test('examples show success, failure with a code, and what no answer looks like', () => {
    const readings = examples.results.map(({ line }) => readAnswer(provider, JSON.parse(line)))
    expect(readings.some(({ isSuccess }) => isSuccess)).toBe(true)
    expect(readings.some(({ isSuccess }) => !isSuccess)).toBe(true)
    for (const { isSuccess, errorCode } of readings) {
      expect(errorCode === undefined).toBe(isSuccess)
    }
  })

  test('bodies are where it says', () => {
    for (const { line } of examples.requests) {
      expect(valueAt(JSON.parse(line), provider.requestBodyPath)).toBeDefined()
    }
    for (const { line } of examples.results) {
      const record: unknown = JSON.parse(line)
      if (!provider.readAnswer(record).isSuccess) continue
      const bodies = provider.resultBodyPaths.map((path) => valueAt(record, path))
      expect(bodies.find((body) => body !== undefined && body !== null)).toBeTypeOf('object')
    }
  })

  test('no line is read as another role of the same provider', () => {
    for (const line of allLines) {
      const record: unknown = JSON.parse(line)
      expect(provider.isRequest(record) && provider.isResult(record)).toBe(false)
    }
  })

  // Lines with anything in place of any of their values, which is what broken generators write.
  const damaged = fc
    .tuple(fc.constantFrom(...allLines), fc.nat(), fc.jsonValue({ maxDepth: 3 }))
    .map(([line, place, value]) => replaceNth(JSON.parse(line), place, value))

  test('any JSON value is read without throwing, and a failure has a code', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), damaged), (record) => {
        const answer = readAnswer(provider, record)
        expect(answer.errorCode === undefined).toBe(answer.isSuccess)
        expect(inEnglish(answer.answerPreview)).not.toMatch(/[\n\r]/)
        const request = readRequest(provider, record)
        expect(request.promptPreview).not.toMatch(/[\n\r]/)
        // Plain data, fit to cross threads.
        expect(structuredClone({ answer, request })).toEqual({ answer, request })
      }),
      runs(500),
    )
  })

  // The serialiser's stack ends long before the parser's.
  test('values that nest too deep to be written again are read without throwing', () => {
    const deep = nested(20_000)
    expect(() => JSON.stringify(deep)).toThrow(RangeError)
    for (const { line } of [examples.requests[0], examples.results[0]].filter(
      (e) => e !== undefined,
    )) {
      for (let place = 0; place < 12; place++) {
        const record = replaceNth(JSON.parse(line), place, deep)
        expect(inEnglish(readAnswer(provider, record).answerPreview)).toBeTypeOf('string')
        expect(readRequest(provider, record).promptPreview).toBeTypeOf('string')
      }
    }
  })
})

function nested(depth: number): unknown {
  return JSON.parse('[{"a":'.repeat(depth) + '1' + '}]'.repeat(depth))
}

/** Puts `value` in place of the nth value inside `root`, counted in order, round and round. */
function replaceNth(root: unknown, n: number, value: unknown): unknown {
  const slots: [Record<string, unknown>, string][] = []
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    for (const key of Object.keys(node)) {
      slots.push([node as Record<string, unknown>, key])
      visit((node as Record<string, unknown>)[key])
    }
  }
  visit(root)
  const slot = slots[n % Math.max(1, slots.length)]
  if (!slot) return value
  slot[0][slot[1]] = value
  return root
}
