// What becomes of requests.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { runs } from '../tooling/runs.ts'
import { chat, translated } from './testing/translated.ts'
import { translateLine } from './translate.ts'

describe('ids', () => {
  test('stay as they are written where the target takes them', () => {
    for (const target of ['openaiResponses', 'mistral', 'gemini', 'bedrockConverse']) {
      expect(translated(chat('', undefined, '"\\u0061\\/b"'), target).line).toContain(
        '"\\u0061\\/b"',
      )
    }
  })

  test('are made to fit for Anthropic, the same each time', () => {
    const long = 'ü'.repeat(70)
    const { at, notes } = translated(chat('', undefined, `"${long}"`), 'anthropicMessages')
    expect(at('custom_id')).toMatch(/^_-[A-Za-z0-9]{12}$/)
    expect(notes.find(({ code }) => code === 'id-fitted')).toMatchObject({
      severity: 'attention',
      sourcePath: ['custom_id'],
      targetPath: ['custom_id'],
    })
    expect(translated(chat('', undefined, `"${long}"`), 'anthropicMessages').at('custom_id')).toBe(
      at('custom_id'),
    )
  })

  test('stay different when they are made to fit', () => {
    const odd = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '/', 'ü', '\ud800'),
      minLength: 1,
      maxLength: 90,
    })
    fc.assert(
      fc.property(odd, odd, (a, b) => {
        fc.pre(a !== b)
        const ids = [a, b].map((id) =>
          translated(chat('', undefined, JSON.stringify(id)), 'anthropicMessages').at('custom_id'),
        )
        expect(ids[0]).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
        expect(ids[0]).not.toBe(ids[1])
      }),
      runs(200),
    )
  })

  test('are made where there are none, and become texts where they are numbers', () => {
    const none = translated(chat('').replace('"custom_id":"r-1",', ''), 'gemini')
    expect(none.at('key')).toMatch(/^request-/)
    expect(none.codes).toContain('id-made')
    const number = translated(chat('', undefined, '7.0'), 'gemini')
    expect(number.at('key')).toBe('7.0')
    expect(number.codes).toContain('id-number')
  })
})

describe('what is copied', () => {
  test('keeps digits, escapes and doubled keys', () => {
    const schema =
      '{"type":"object","maximum":9007199254740993,"minimum":1.0,"a":"\\ud800\\u0041","a":2}'
    const line = chat(
      `"tools":[{"type":"function","function":{"name":"f","parameters":${schema}}}],"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":${schema}}},"temperature":0.10`,
    )
    for (const target of [
      'openaiResponses',
      'anthropicMessages',
      'gemini',
      'mistral',
      'azureChat',
    ]) {
      const { line: made } = translated(line, target)
      expect(made.split(schema)).toHaveLength(3)
      expect(made).toContain('"temperature":0.10')
    }
    expect(JSON.parse(translated(line, 'bedrockConverse').line)).toMatchObject({
      modelInput: { outputConfig: { textFormat: { structure: { jsonSchema: { schema } } } } },
    })
  })

  test('keeps the arguments of calls, in a text or not', () => {
    const input = '{"n": 1.0, "big": 9007199254740993, "half": "\\ud83d"}'
    const line = chat(
      '',
      `[{"role":"user","content":"x"},{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":${JSON.stringify(input)}}}]},{"role":"tool","tool_call_id":"c","content":"y"}]`,
    )
    const there = translated(line, 'anthropicMessages')
    expect(there.line).toContain(`"input":${input}`)
    const back = translated(there.line, 'openaiChat', { model: 'gpt-6-luna' })
    expect(back.at('body', 'messages', 1, 'tool_calls', 0, 'function', 'arguments')).toBe(input)
  })

  test('stays on one line where the arguments have several', () => {
    const line = chat(
      '',
      `[{"role":"user","content":"x"},{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{\\n \\"a\\": 1\\r\\n}"}}]}]`,
    )
    const { line: made, at } = translated(line, 'gemini')
    expect(made).not.toMatch(/[\r\n]/)
    expect(at('request', 'contents', 1, 'parts', 0, 'functionCall', 'args')).toEqual({ a: 1 })
  })
})

describe('Anthropic', () => {
  test('gets a token limit, and the one that was chosen', () => {
    const { at, notes } = translated(chat(''), 'anthropicMessages')
    expect(at('params', 'max_tokens')).toBe(4096)
    expect(notes.find(({ code }) => code === 'token-limit-added')).toMatchObject({
      severity: 'attention',
      targetPath: ['params', 'max_tokens'],
    })
    expect(
      translated(chat(''), 'anthropicMessages', { maxTokens: 9 }).at('params', 'max_tokens'),
    ).toBe(9)
    expect(translated(chat('"max_tokens":5'), 'anthropicMessages').at('params', 'max_tokens')).toBe(
      5,
    )
  })

  test.each([
    ['claude-opus-4-5', 1, ['value-clamped']],
    ['claude-3-5-haiku-20241022', 1, ['value-clamped']],
    ['claude-opus-4-7', undefined, ['sampling-dropped']],
    ['claude-sonnet-5', undefined, ['sampling-dropped']],
    ['some-model', 1, ['sampling-refused', 'value-clamped']],
  ])('%s: temperature is %s', (model, temperature, codes) => {
    const made = translated(chat('"temperature":1.5,"max_tokens":5'), 'anthropicMessages', {
      model,
    })
    expect(made.at('params', 'temperature')).toBe(temperature)
    expect(made.codes).toEqual(codes)
  })

  test('has the schema without its name, and the effort beside it', () => {
    const { at } = translated(
      chat(
        '"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object"}}},"reasoning_effort":"high"',
      ),
      'anthropicMessages',
    )
    expect(at('params', 'output_config')).toEqual({
      effort: 'high',
      format: { type: 'json_schema', schema: { type: 'object' } },
    })
  })

  test('has system messages apart, and those within the conversation as the user’s', () => {
    const { at, codes } = translated(
      chat(
        '',
        '[{"role":"system","content":"a"},{"role":"user","content":"b"},{"role":"assistant","content":"c"},{"role":"system","content":"d"}]',
      ),
      'anthropicMessages',
    )
    expect(at('params', 'system')).toBe('a')
    expect(at('params', 'messages')).toEqual([
      { role: 'user', content: 'b' },
      { role: 'assistant', content: 'c' },
      { role: 'user', content: 'd' },
    ])
    expect(codes).toContain('system-in-middle')
  })
})

describe('tools', () => {
  const line = chat(
    '"tools":[{"type":"custom","custom":{"name":"run","format":{"type":"grammar","grammar":{"definition":"x","syntax":"lark"}}}}],"tool_choice":{"type":"custom","custom":{"name":"run"}}',
    '[{"role":"user","content":"x"},{"role":"assistant","tool_calls":[{"id":"c","type":"custom","custom":{"name":"run","input":"ls"}}]},{"role":"tool","tool_call_id":"c","content":"y"}]',
  )

  test('that take any text are the same in /v1/responses', () => {
    const { at, codes } = translated(line, 'openaiResponses')
    expect(at('body', 'input', 1)).toEqual({
      type: 'custom_tool_call',
      call_id: 'c',
      name: 'run',
      input: 'ls',
    })
    expect(at('body', 'input', 2)).toEqual({
      type: 'custom_tool_call_output',
      call_id: 'c',
      output: 'y',
    })
    expect(at('body', 'tools', 0, 'format')).toEqual({
      type: 'grammar',
      definition: 'x',
      syntax: 'lark',
    })
    expect(at('body', 'tool_choice')).toEqual({ type: 'custom', name: 'run' })
    expect(codes).toEqual(['store-added'])
  })

  test('that take any text have one parameter elsewhere', () => {
    const { at, codes } = translated(line, 'anthropicMessages', { model: 'claude-opus-4-5' })
    expect(at('params', 'messages', 1, 'content', 0, 'input')).toEqual({ input: 'ls' })
    expect(at('params', 'tool_choice')).toEqual({ type: 'tool', name: 'run' })
    expect(codes).toContain('tool-adapted')
  })

  test('have ids of calls as Mistral takes them, in calls and results alike', () => {
    const { at } = translated(line, 'mistral')
    const id = at('body', 'messages', 1, 'tool_calls', 0, 'id')
    expect(id).toMatch(/^[A-Za-z0-9]{9}$/)
    expect(at('body', 'messages', 2, 'tool_call_id')).toBe(id)
  })

  test('of Gemini’s without ids are joined by their names', () => {
    const part = (name: string): string => `{"functionCall":{"name":"${name}","args":{}}}`
    const answer = (name: string, text: string): string =>
      `{"functionResponse":{"name":"${name}","response":{"output":"${text}"}}}`
    const gemini = `{"key":"a","request":{"contents":[{"parts":[{"text":"x"}]},{"role":"model","parts":[${part('f')},${part('g')},${part('f')}]},{"parts":[${answer('g', '2')},${answer('f', '1')},${answer('f', '3')}]}]}}`
    const { at } = translated(gemini, 'openaiChat', { model: 'm' })
    const ids = [0, 1, 2].map((i) => at('body', 'messages', 1, 'tool_calls', i, 'id'))
    expect(new Set(ids).size).toBe(3)
    expect([2, 3, 4].map((i) => at('body', 'messages', i, 'tool_call_id'))).toEqual([
      ids[1],
      ids[0],
      ids[2],
    ])
  })

  test('are too many for no list', () => {
    const many = Array.from({ length: 150_000 }, () => '{"functionCall":{"name":"f","args":{}}}')
    const gemini = `{"key":"a","request":{"contents":[{"parts":[{"text":"x"}]},{"role":"model","parts":[${many.join()}]}]}}`
    const { at } = translated(gemini, 'openaiResponses', { model: 'm' })
    expect(at('body', 'input')).toHaveLength(150_001)
  })
})

describe('models', () => {
  test('of the source stay, with a note where they are plainly another’s', () => {
    expect(translated(chat(''), 'openaiResponses').codes).not.toContain('model-foreign')
    expect(translated(chat(''), 'anthropicMessages').codes).toContain('model-foreign')
    expect(translated(chat(''), 'azureChat').codes).toContain('model-is-deployment')
    const chosen = translated(chat(''), 'anthropicMessages', { model: 'claude-sonnet-5' })
    expect(chosen.at('params', 'model')).toBe('claude-sonnet-5')
    expect(chosen.codes).not.toContain('model-foreign')
  })

  test('are left to the job where it has them', () => {
    const { at, codes } = translated(chat(''), 'bedrockConverse')
    expect(at('modelInput', 'modelId')).toBeUndefined()
    expect(codes).toContain('model-on-job')
  })

  test('are demanded where each line has one', () => {
    const gemini = '{"key":"a","request":{"contents":[{"parts":[{"text":"x"}]}]}}'
    expect(translateLine(gemini, { target: 'openaiChat' })).toMatchObject({
      ok: false,
      code: 'no-model',
    })
    expect(translated(gemini, 'openaiChat', { model: 'm' }).at('body', 'model')).toBe('m')
  })

  test('change in a line that has the shape already, and nothing else does', () => {
    const line = chat('"a": 1.0 ')
    const made = translateLine(line, { target: 'openaiChat', model: 'm' })
    expect(made).toEqual({ ok: true, line: line.replace('gpt-6-luna', 'm'), notes: [] })
  })
})

describe('unknown fields', () => {
  test('are noted by name where they are left out, and copied between chat bodies', () => {
    const line = chat('"frob":{"x": 1.0}')
    const dropped = translated(line, 'gemini')
    const note = dropped.notes.find(({ code }) => code === 'field-dropped')
    expect(note?.sourcePath).toEqual(['body', 'frob'])
    expect(inEnglish(note?.message)).toContain('body.frob')
    for (const target of ['mistral', 'azureChat', 'bedrockOpenai']) {
      expect(translated(line, target).line).toContain('"frob":{"x": 1.0}')
    }
    expect(translated(line, 'mistral').codes).toContain('field-copied')
    expect(translated(line, 'azureChat').codes).toContain('field-copied')
  })

  test('of the envelope are noted, too', () => {
    const line = chat('').replace('{"custom_id"', '{"note":1,"custom_id"')
    expect(translated(line, 'gemini').notes.map(({ sourcePath }) => sourcePath)).toContainEqual([
      'note',
    ])
  })
})

describe('embeddings', () => {
  const line = (input: string): string =>
    `{"custom_id":"a","method":"POST","url":"/v1/embeddings","body":{"model":"text-embedding-3-small","input":${input},"dimensions":256}}`

  test('go where embeddings are', () => {
    expect(translated(line('"x"'), 'mistral').at('body')).toEqual({
      model: 'text-embedding-3-small',
      input: 'x',
      output_dimension: 256,
    })
    expect(translated(line('"x"'), 'gemini').at('request')).toEqual({
      content: { parts: [{ text: 'x' }] },
      outputDimensionality: 256,
    })
  })

  test.each([
    ['"x"', 'anthropicMessages', 'no-conversation'],
    ['["x","y"]', 'gemini', 'many-inputs'],
    ['[1,2]', 'mistral', 'token-input'],
  ])('%s to %s is refused: %s', (input, target, code) => {
    expect(translateLine(line(input), { target })).toMatchObject({ ok: false, code })
  })

  test('are no conversations', () => {
    expect(translateLine(chat(''), { target: 'openaiEmbeddings' })).toMatchObject({
      code: 'no-embedding',
    })
  })
})
