import { beforeAll, describe, expect, test } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { findProvider } from './providerRegistry.ts'
import { readAnswer } from './readRecord.ts'
import type { AnswerReading } from './answerReading.ts'
import { loadExpressions } from '../expressions/expressions.ts'
import { loadSchemaValidator } from './schemaValidator.ts'
import type { SchemaValidator } from './schemaValidator.ts'
import { checkUsability, UNUSABLE_TITLES } from './usability.ts'
import type { WantsJson } from './requestReading.ts'

let schemas: SchemaValidator

beforeAll(async () => {
  schemas = await loadSchemaValidator(loadExpressions)
})

function read(body: unknown, status = 200): AnswerReading {
  const provider = findProvider('openai')
  if (!provider) throw new Error('no provider')
  return readAnswer(provider, {
    custom_id: 'a',
    response: { status_code: status, body },
    error: null,
  })
}

function chat(...choices: unknown[]): AnswerReading {
  return read({ choices })
}

function said(content: string | null, more: object = {}, reason = 'stop') {
  return { message: { content, ...more }, finish_reason: reason }
}

function reasons(answer: AnswerReading, wantsJson?: WantsJson): string[] {
  return checkUsability(answer, wantsJson, schemas).map(({ reason }) => reason)
}

const ANY_JSON: WantsJson = { schema: undefined, isStrict: false }
const NUMBERS: WantsJson = {
  schema: { type: 'object', properties: { n: { type: 'number' } }, required: ['n'] },
  isStrict: true,
}

describe('usability', () => {
  test('words and calls of tools are usable', () => {
    expect(reasons(chat(said('Yes.')))).toEqual([])
    const call = { tool_calls: [{ id: 'c', function: { name: 'f', arguments: '{}' } }] }
    expect(reasons(chat(said(null, call, 'tool_calls')))).toEqual([])
    expect(reasons(chat(said('I will look.', call, 'tool_calls')), ANY_JSON)).toEqual([])
  })

  test('what was cut off, filtered, refused or empty is not', () => {
    expect(reasons(chat(said('Ye', {}, 'length')))).toEqual(['cut-off'])
    expect(reasons(chat(said(null, {}, 'content_filter')))).toEqual(['filtered'])
    expect(reasons(chat(said(null, { refusal: 'No.' })))).toEqual(['refused'])
    expect(reasons(chat(said(' \n')))).toEqual(['empty'])
    expect(reasons(chat(said(null)))).toEqual(['empty'])
    expect(reasons(read({ choices: [] }))).toEqual(['empty'])
  })

  test('embeddings, moderations and images are usable without words', () => {
    expect(reasons(read({ data: [{ embedding: [1] }] }))).toEqual([])
    expect(reasons(read({ results: [{ flagged: false, categories: {} }] }))).toEqual([])
    expect(reasons(read({ data: [{ url: 'https://example.org/a.png' }] }))).toEqual([])
  })

  test('JSON is validated only when it was asked for', () => {
    expect(reasons(chat(said('```json\n{"n":1}\n```')))).toEqual([])
    expect(reasons(chat(said('```json\n{"n":1}\n```')), ANY_JSON)).toEqual(['not-json'])
    expect(reasons(chat(said('{"n":1')), ANY_JSON)).toEqual(['not-json'])
    expect(reasons(chat(said('{"n":"x"}')), ANY_JSON)).toEqual([])
  })

  test('the schema of the request validates the answer', () => {
    expect(reasons(chat(said('{"n":1}')), NUMBERS)).toEqual([])
    expect(reasons(chat(said('{"n":"x"}')), NUMBERS)).toEqual(['schema-mismatch'])
    const [finding] = checkUsability(chat(said('{"n":"x"}')), NUMBERS, schemas)
    expect(inEnglish(finding)?.message).toContain('at n:')
  })

  test('without a validator of schemas, and by a schema that is none, only JSON is validated', () => {
    expect(checkUsability(chat(said('{"n":"x"}')), NUMBERS, undefined)).toEqual([])
    expect(reasons(chat(said('{}')), { schema: 7, isStrict: false })).toEqual([])
  })

  test('the cause is named, not what follows from it', () => {
    expect(reasons(chat(said('{"n":', {}, 'length')), NUMBERS)).toEqual(['cut-off'])
  })

  test('of several answers each reason is named once', () => {
    const answers = chat(said('a', {}, 'length'), said('b', {}, 'length'), said(''), said('c'))
    expect(reasons(answers)).toEqual(['cut-off', 'empty'])
  })

  test('failures have a code of their own and are not validated', () => {
    expect(reasons(read({ error: { message: 'x' } }, 400))).toEqual([])
  })

  test('every reason has a title', () => {
    for (const title of Object.values(inEnglish(UNUSABLE_TITLES))) expect(title).toMatch(/^[A-Z]/)
  })
})
