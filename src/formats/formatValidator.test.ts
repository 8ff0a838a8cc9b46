import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { verbatim } from '../i18n/message.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { defineFormat } from './defineFormat.ts'
import { createFormatValidator } from './formatValidator.ts'
import { findFormat, formats, plainFormat } from './registry.ts'
import { z } from './zod.ts'
import { runs } from '../tooling/runs.ts'

const validator = createFormatValidator(findFormat('batchInput') ?? plainFormat)

function line(body: string, url = '/v1/chat/completions'): string {
  return `{"custom_id":"r-1","method":"POST","url":"${url}","body":${body}}`
}

function explained(text: string): (readonly [string, string])[] {
  return validator
    .explain(text, JSON.parse(text))
    .map(({ code, range }) => [code, text.slice(range?.from, range?.to)])
}

function only(text: string): Diagnostic {
  const all = validator.explain(text, JSON.parse(text))
  expect(all.length).toBe(1)
  return all[0] as Diagnostic
}

describe('validator', () => {
  it('hands out one and the same empty list for good lines', () => {
    const good = line('{"model":"m","messages":[{"role":"user","content":"Hi"}]}')
    const first = validator.validate(JSON.parse(good))
    expect(first.findings).toEqual([])
    expect(validator.validate(JSON.parse(good)).findings).toBe(first.findings)
  })

  it('gives the key, the uniform values and the items of a line', () => {
    const { key, uniform, items } = validator.validate(
      JSON.parse(line('{"model":"e","input":["a","b","c"]}', '/v1/embeddings')),
    )
    expect({ key, uniform, items }).toEqual({
      key: 'r-1',
      uniform: ['e', '/v1/embeddings'],
      items: 3,
    })
    const odd = validator.validate({ custom_id: 5, url: null, body: [] })
    expect([odd.key, odd.uniform, odd.items]).toEqual([undefined, [undefined, undefined], 0])
    expect(validator.validate({ custom_id: '' }).key).toBeUndefined()
    expect(validator.validate('text').key).toBeUndefined()
  })

  it('counts inputs of embeddings as the API does', () => {
    const items = (input: string, url = '/v1/embeddings'): number =>
      validator.validate(JSON.parse(line(`{"model":"e","input":${input}}`, url))).items
    expect(
      ['"a"', '["a","b"]', '[1,2,3]', '[[1],[2,3]]', '[]', '5'].map((one) => items(one)),
    ).toEqual([1, 2, 1, 2, 0, 0])
    expect(items('["a","b"]', '/v1/responses')).toBe(0)
  })

  it('titles findings like a person', () => {
    const titles = validator
      .validate(
        JSON.parse(
          '{"method":"post","url":"/v1/chat/completions","body":{"model":5,"temperature":3,"messages":[],"foo":1,"stop":5}}',
        ),
      )
      .findings.map((finding) => inEnglish(finding.title))
    expect(titles).toEqual([
      'custom_id is missing',
      'method must be POST',
      'body.model must be a string',
      'body.messages is empty',
      'body.stop must be a string or an array',
      'body.temperature is too large',
      'Unknown key',
    ])
  })

  it('keeps the errors when there are more findings than are told', () => {
    const names = Array.from({ length: 50 }, (_, i) => `k${i}`)
    const format = defineFormat({
      ...plainFormat,
      schema: z.strictObject({
        ...Object.fromEntries(names.map((name) => [name, z.string()])),
        n: z.int().min(1),
      }),
      severities: { 'type:*': 'warning' },
    })
    const value = { ...Object.fromEntries(names.map((name) => [name, 1])), n: 0 }
    const { findings } = createFormatValidator(format).validate(value)
    expect(findings.length).toBe(20)
    expect(findings[0]?.code).toBe('too-small:n')
  })

  it('has one code for all keys that it does not know, whatever their names', () => {
    const keys = Array.from({ length: 50 }, (_, i) => `"k${i}":1`).join(',')
    const { findings } = validator.validate(
      JSON.parse(line(`{"model":"m","messages":[{"role":"user","content":"Hi","x y":1}],${keys}}`)),
    )
    expect(inEnglish(findings)).toEqual([
      { code: 'unknown-key', severity: 'warning', title: 'Unknown key' },
    ])
  })

  it('does not tell what a rule explains better', () => {
    const format = defineFormat({
      ...plainFormat,
      schema: z.strictObject({ a: z.literal('x') }),
      presenceRules: [
        {
          code: 'b-for-a',
          severity: 'error',
          title: verbatim('b in place of a'),
          message: verbatim('Rename it.'),
          has: ['b', 'c'],
          lacks: ['a'],
          replaces: ['missing:a', 'unknown-key:*'],
        },
      ],
    })
    const codes = (value: unknown): string[] =>
      createFormatValidator(format)
        .validate(value)
        .findings.map((finding) => finding.code)
    expect(codes({ b: 1, c: 2 })).toEqual(['b-for-a'])
    expect(codes({ a: 'x', b: 1 })).toEqual(['unknown-key'])
    expect(codes({ d: 1 })).toEqual(['missing:a', 'unknown-key'])
  })
})

describe('explain', () => {
  it('points at values, at odd keys, and at what lacks something', () => {
    expect(
      explained(
        line(
          '{"model":"m","messages":[{"role":"robot"},{"role":"user"}],"temperature":9,"foo":{}}',
        ),
      ),
    ).toEqual([
      ['value:body.messages[].role', '"robot"'],
      ['missing:body.messages[].content', '{'],
      ['too-big:body.temperature', '9'],
      ['unknown-key', '"foo"'],
    ])
    expect(explained('{"custom_id":"a","method":"POST","url":"/v1/embeddings"}')).toEqual([
      ['missing:body', '{'],
    ])
    expect(explained(line('{"input":"a"}', '/v1/embeddings'))).toEqual([
      ['missing:body.model', '"body"'],
    ])
  })

  it('names every place of a fault, with its path', () => {
    const text = line('{"model":"m","messages":[{"role":"x"},{"role":"y","content":"z"}]}')
    const found = validator.explain(text, JSON.parse(text))
    expect(found.map(({ path }) => path)).toEqual([
      ['body', 'messages', 0, 'role'],
      ['body', 'messages', 1, 'role'],
    ])
    expect(inEnglish(found[1]?.message)).toContain('"body.messages[1].role" is "y"')
  })

  it('says values and bounds', () => {
    const say = (members: string): string =>
      inEnglish(
        only(line(`{"model":"m","messages":[{"role":"user","content":"Hi"}],${members}}`)).message,
      )
    expect(say('"temperature":2.5')).toBe('"body.temperature" is 2.5; it must be at most 2.')
    expect(say('"stop":[]')).toBe('"body.stop" is empty; it needs at least 1 item.')
    expect(say('"stop":["","","","",""]')).toBe('"body.stop" has 5 items; it may have at most 4.')
    expect(say('"top_p":"1"')).toBe(
      '"body.top_p" must be a number; it is the string "1". Remove the quotes.',
    )
    expect(say('"verbosity":"loud"')).toBe(
      '"body.verbosity" is "loud"; allowed: "low", "medium", "high".',
    )
    expect(say('"temperature":1e999')).toContain('is too large a number; it must be at most 2.')
    expect(say('"n":-1e999')).toContain('is too small a number; it must be at least 1.')
  })

  it('says numbers as they stand in the line, digits and all', () => {
    const say = (members: string): string =>
      inEnglish(
        only(line(`{"model":"m","messages":[{"role":"user","content":"Hi"}],${members}}`)).message,
      )
    expect(say('"n":9007199254740993')).toBe(
      '"body.n" is 9007199254740993; it must be at most 128.',
    )
    expect(say('"safety_identifier":9007199254740993')).toContain(
      'it is the number 9007199254740993.',
    )
    expect(say('"n":1.50')).toContain('it is the number 1.50.')
    expect(say('"n":1,"n":9007199254740993')).toContain('is 9007199254740993;')
    const saidBy = (code: string, text: string): string =>
      validator
        .explain(text, JSON.parse(text))
        .flatMap((each) => (each.code === code ? [inEnglish(each.message)] : []))
        .join()
    const chat =
      '{"model":"m","messages":[{"role":"user","content":"Hi"}],"seed":0.12345678901234567890}'
    expect(saidBy('seed-not-whole', line(chat))).toBe(
      '"body.seed" is 0.12345678901234567890; it must be an integer.',
    )
    const vectors = '{"model":"text-embedding-3-small","input":"a","dimensions":9007199254740993}'
    expect(saidBy('model-refuses:dimensions', line(vectors, '/v1/embeddings'))).toContain(
      '"body.dimensions" is 9007199254740993, and',
    )
  })

  it('explains a bounded number of places', () => {
    const messages = Array.from({ length: 5000 }, () => '{"role":"x"}').join(',')
    const text = line(`{"model":"m","messages":[${messages}],"n":0}`)
    const found = validator.explain(text, JSON.parse(text))
    expect(found.length).toBeLessThan(70)
    expect(new Set(found.map(({ code }) => code))).toEqual(
      new Set(['value:body.messages[].role', 'too-small:body.n']),
    )
  })

  it('names the codes of validator, for any value and format', () => {
    for (const format of formats) {
      const each = createFormatValidator(format)
      const keys = fc.constantFrom(
        'custom_id',
        'method',
        'url',
        'body',
        'messages',
        'response',
        'error',
        'x',
      )
      fc.assert(
        fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue())), (given) => {
          const text = JSON.stringify(given)
          const value: unknown = JSON.parse(text)
          const codes = new Set(each.validate(value).findings.map(({ code }) => code))
          const found = each.explain(text, value)
          expect(new Set(found.map(({ code }) => code))).toEqual(codes)
          for (const { range } of found) {
            expect(range?.to).toBeGreaterThan(range?.from ?? Infinity)
            expect(range?.to).toBeLessThanOrEqual(text.length)
          }
        }),
        runs(200),
      )
    }
  })
})
