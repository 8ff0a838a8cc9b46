// Every line of every shape can be written in every other, in a way that the target's own format has
// nothing against.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFormatValidator } from '../formats/formatValidator.ts'
import { findFormat, formats } from '../formats/registry.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { allPaths } from '../json/testing/jsonText.ts'
import { valueAt } from '../json/jsonPath.ts'
import { readRequest } from '../pairing/readRecord.ts'
import { recogniseLine } from '../pairing/recogniseLines.ts'
import type { ProviderExamples } from '../pairing/testing/defineExamples.ts'
import { requestDialectOf } from '../providers/requestDialect.ts'
import { runs } from '../tooling/runs.ts'
import { readNode } from './jsonNode.ts'
import { definitions } from './registry.ts'
import { richLines } from './testing/richLines.ts'
import { noteKinds, recogniseShape, shapes, translateLine } from './translate.ts'

const FORMATS: Readonly<Record<string, string>> = {
  openai: 'batchInput',
  azure: 'azureBatchInput',
  anthropic: 'anthropicBatchInput',
  gemini: 'geminiBatchInput',
  mistral: 'mistralBatchInput',
  bedrock: 'bedrockBatchInput',
}

const targets = definitions.map(({ id, provider }) => ({
  id,
  provider,
  validator: createFormatValidator(findFormat(FORMATS[provider] as string) as never),
}))

const pairingExamples = Object.values(
  import.meta.glob<ProviderExamples>('../providers/*/pairing.examples.ts', {
    eager: true,
    import: 'examples',
  }),
)

const validLines = [
  ...formats.flatMap(({ examples }) => [
    ...examples.valid,
    ...(examples.notices ?? []).map(({ line }) => line),
  ]),
  ...pairingExamples.flatMap(({ requests }) => requests.map(({ line }) => line)),
  ...definitions.flatMap(({ examples }) => examples),
  ...Object.values(richLines),
].filter((line) => recogniseShape(line) !== undefined)

const brokenLines = formats.flatMap(({ examples }) => examples.invalid.map(({ line }) => line))

const kinds = new Map(noteKinds.map((kind) => [kind.code, kind]))

/** What is wrong with what was written, if anything was. */
function faultsOf(
  line: string,
  target: (typeof targets)[number],
  model?: string,
): { readonly code: string; readonly line: string }[] {
  const made = translateLine(line, { target: target.id, ...(model !== undefined && { model }) })
  if (!made.ok) {
    expect(inEnglish(made.reason)).not.toBe('')
    return []
  }
  expect(made.line).not.toMatch(/\n/)
  for (const { code, severity, sourcePath } of made.notes) {
    expect(kinds.get(code)?.severity).toBe(severity)
    if (sourcePath) expect(valueAt(JSON.parse(line), sourcePath)).toBeDefined()
  }
  const { findings } = target.validator.validate(JSON.parse(made.line))
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => ({ code, line: made.line }))
}

test('definitions are named like their files, and in order', () => {
  const files = Object.keys(import.meta.glob('./definitions/*.ts'))
  expect(files.toSorted()).toEqual(definitions.map(({ id }) => `./definitions/${id}.ts`).toSorted())
  expect(definitions.map(({ order }) => order)).toEqual(definitions.map((_, index) => index))
  expect(shapes.map(({ id }) => id)).toEqual(definitions.map(({ id }) => id))
})

test('kinds of notes have titles of their own', () => {
  const titles = noteKinds.map(({ title }) => inEnglish(title))
  expect(new Set(titles).size).toBe(titles.length)
})

/** What no line elsewhere has. */
const FURTHER = [
  '{"method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-4.1","messages":[{"role":"system","content":"x"},{"role":"user","content":""},{"role":"user","content":"x"}],"stream":true,"response_format":{"type":"json_object"},"temperature":"x","top_p":0.5}}',
  '{"custom_id":7,"method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-4.1","messages":[{"role":"system","content":"x"}]}}',
  '{"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-4.1","messages":[{"role":"assistant","content":"x"},{"role":"assistant","content":"y"}],"tool_choice":"auto","temperature":1,"top_p":1}}',
]

test('every kind of note is that of some line, and no other is', () => {
  const codes = new Set(
    [...validLines, ...FURTHER].flatMap((line) =>
      targets.flatMap(({ id }) =>
        [undefined, 'claude-opus-4-5', 'claude-haiku-4-5', 'claude-sonnet-5'].flatMap((model) => {
          const made = translateLine(line, { target: id, ...(model !== undefined && { model }) })
          return made.ok ? made.notes.map(({ code }) => code) : []
        }),
      ),
    ),
  )
  expect([...codes].toSorted()).toEqual([...kinds.keys()].toSorted())
})

describe.each(definitions)('$id', ({ id, examples }) => {
  test.each([...examples, richLines[id] as string])('knows its own lines: %s', (line) => {
    const node = readNode(line)
    expect(
      definitions.filter((shape) => node && shape.isLine(node)).map((shape) => shape.id),
    ).toEqual([id])
    expect(translateLine(line, { target: id })).toEqual({ ok: true, line, notes: [] })
  })
})

/** Faults of what a request says, which a translation keeps: calls without answers, schemas of any kind. */
const KEPT_FAULTS = [
  'answer-without-call',
  'call-without-answer',
  'output-without-call',
  'call-without-output',
  'no-json-word',
  'strict-schema-open',
]

describe.each(targets)('to $id', (target) => {
  test('whatever is written is valid there', () => {
    const faults = validLines
      .filter((line) => recogniseShape(line)?.id !== target.id)
      .flatMap((line) => [...faultsOf(line, target, 'some-model'), ...faultsOf(line, target)])
    expect(faults.filter(({ code }) => !KEPT_FAULTS.includes(code))).toEqual([])
  })

  test('whatever is written is known as a line of it', () => {
    const strange = validLines.flatMap((line) => {
      const made = translateLine(line, { target: target.id, model: 'some-model' })
      if (!made.ok || recogniseShape(line)?.id === target.id) return []
      const shape = recogniseShape(made.line)?.id
      const provider = requestDialectOf(JSON.parse(made.line))
      const isOwn = shape === target.id && provider === target.provider
      return isOwn ? [] : [{ line: made.line, shape, provider }]
    })
    expect(strange).toEqual([])
  })

  test('lines with mistakes are translated or refused', () => {
    for (const line of brokenLines) {
      const made = translateLine(line, { target: target.id })
      if (made.ok) expect(JSON.parse(made.line)).toBeTypeOf('object')
    }
  })
})

const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  '',
  'x',
  [],
  [null],
  {},
  { type: 'x' },
  ['a', 1],
  [{}],
]

// By the readers of pairing, which know nothing of translations; they know embeddings by their model.
test('what is read in a request is read in what it becomes', () => {
  const said = (line: string): string[] => {
    const record: unknown = JSON.parse(line)
    const provider = recogniseLine(record)?.provider
    const conversation = provider ? (readRequest(provider, record).conversation ?? []) : []
    return conversation.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'text' && part.text !== '' ? [part.text] : [])),
    )
  }
  for (const line of validLines) {
    for (const { id } of targets) {
      const made = translateLine(line, { target: id, model: 'mistral-embed' })
      if (!made.ok) continue
      const missing = said(line).filter((text) => !said(made.line).includes(text))
      expect({ line: made.line, missing }).toEqual({ line: made.line, missing: [] })
    }
  }
})

test('any value in any place is translated or refused', () => {
  const places = Object.values(richLines).flatMap((line) => {
    const value: unknown = JSON.parse(line)
    return allPaths(value).map((path) => ({ value, path }))
  })
  const odd = fc.oneof(fc.constantFrom(...VALUES), fc.jsonValue({ maxDepth: 2 }))
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      odd,
      fc.constantFrom(...targets),
      ({ value, path }, put, target) => {
        const line = JSON.stringify(replaced(value, path, put))
        const made = translateLine(line, { target: target.id, model: 'some-model' })
        if (made.ok) expect(JSON.parse(made.line)).toBeTypeOf('object')
      },
    ),
    runs(2000),
  )
})

function replaced(value: unknown, path: readonly (string | number)[], put: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return put
  if (Array.isArray(value)) {
    return value.map((one: unknown, i) => (i === step ? replaced(one, rest, put) : one))
  }
  const holder = value as Record<string, unknown>
  return { ...holder, [step]: replaced(holder[step], rest, put) }
}

test('texts that are no request are refused', () => {
  const codes = ['', '{', '[]', '7', 'null', '{"a":1}', '{"messages":[]}'].map((line) => {
    const made = translateLine(line, { target: 'openaiChat' })
    return made.ok ? 'ok' : made.code
  })
  expect(codes).toEqual(['no-json', 'no-json', ...Array.from({ length: 5 }, () => 'no-request')])
  const made = translateLine(richLines['gemini'] as string, { target: 'nothing' })
  expect(made).toMatchObject({ ok: false, code: 'no-target' })
})

test('results within results are gone through', () => {
  const deep = `${'[{"type":"tool_result","content":'.repeat(50_000)}[]${'}]'.repeat(50_000)}`
  const line = `{"custom_id":"a","params":{"max_tokens":5,"messages":[{"role":"user","content":"x"},{"role":"user","content":${deep}}]}}`
  for (const { id } of targets) {
    const made = translateLine(line, { target: id, model: 'm' })
    expect(made.ok).toBe(!id.endsWith('Embeddings'))
  }
})

test('nesting of any depth is gone through', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const nested = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`
  for (const value of [deep, nested]) {
    const chat = `{"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"model":"m","messages":[{"role":"user","content":"x"}],"x":${value},"tools":[{"type":"function","function":{"name":"f","parameters":{"properties":${value}}}}],"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"p":${value}},"strict":true}}}}`
    const gemini = `{"key":"a","request":{"contents":[{"parts":[{"text":"x"}]}],"generationConfig":{"responseSchema":{"items":${value}}}}}`
    for (const target of ['openaiResponses', 'anthropicMessages', 'gemini']) {
      expect(translateLine(chat, { target }).ok).toBe(true)
    }
    expect(translateLine(gemini, { target: 'mistral' }).ok).toBe(true)
    expect(translateLine(gemini, { target: 'openaiChat', model: 'm' }).ok).toBe(true)
  }
})
