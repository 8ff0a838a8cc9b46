// Batches from rows, as the page asks for them: what is made is judged by the format that documents are judged
// by.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DownloadTarget } from '../api/downloadStore.ts'
import { runs } from '../tooling/runs.ts'
import { findingsOfText } from '../diagnostics/textFindings.ts'
import { createFormatValidator } from '../formats/formatValidator.ts'
import { format } from '../providers/openai/formats/batchInput.ts'
import { TemplateSession } from './templateSession.ts'
import {
  CHAT,
  template,
  openRows,
  lines,
  made,
  checked,
  codesOf,
} from './testing/templateSessions.ts'

describe('prompts', () => {
  test('one a line become requests, byte for byte', async () => {
    const session = await openRows({
      kind: 'text',
      text: 'What is JSON?\r\n\n  \nSay "hi"\t\\\né 😀\n',
      split: 'lines',
    })
    expect(await made(session, template())).toEqual([
      '{"custom_id":"request-1","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"What is JSON?"}]}}',
      '{"custom_id":"request-2","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Say \\"hi\\"\\t\\\\"}]}}',
      '{"custom_id":"request-3","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"é 😀"}]}}',
    ])
  })

  test('between blank lines keep their own line breaks', async () => {
    const text = '\n\nfirst\nstill\n \n\nsecond\n'
    const session = await openRows({ kind: 'text', text, split: 'paragraphs' })
    const of = template({ body: '{"input":"{{prompt}}"}' })
    expect((await made(session, of)).map((line) => JSON.parse(line).body.input)).toEqual([
      'first\nstill',
      'second',
    ])
  })
})

describe('placeholders', () => {
  test('take texts, numbers with their digits, lists as JSON, and nothing for null', async () => {
    const row =
      '{"n":12345678901234567890,"f":1.10,"b":true,"l":[1.0, "x"],"z":null,"o":{"p":["q"]},"a.b":"exact"}'
    const session = await openRows({ kind: 'lines', blob: new Blob([row]) })
    const body = '{"t":"{{n}} {{f}} {{b}} {{l}} {{z}} {{o.p.0}} {{{a.b}}}"}'
    const [line] = await made(session, template({ body }))
    expect(JSON.parse(line as string).body.t).toBe(
      '12345678901234567890 1.10 true [1.0, "x"]  q exact',
    )
  })

  test('of three braces alone in a text are the value itself', async () => {
    const row = { n: '0.5', l: '["a"]', s: 'text', x: { y: 1 }, t: 'true' }
    const session = await openRows(lines([row]))
    const body = '{"n":"{{{n}}}","l":"{{{ l }}}","s":"{{{s}}}","x":"{{& x}}","t":"{{t}}"}'
    const [line] = await made(session, template({ body }))
    expect(line).toContain('"body":{"n":0.5,"l":["a"],"s":"text","x":{"y":1},"t":"true"}}')
  })

  test('of columns that no row has are named', async () => {
    const session = await openRows(lines([{ question: 'a' }]))
    const preview = await session.preview({
      template: template({ body: '{"input":"{{qestion}}"}', idPattern: '{{id}}' }),
      random: 0,
    })
    if (!preview.ok) throw new Error(preview.failure.code)
    expect(preview.value.problems).toMatchObject([
      { code: 'unknown-column', about: 'body', stops: true },
      { code: 'unknown-column', about: 'id', stops: true },
    ])
  })

  test.each([
    ['{"a":"{{#x}}y{{/x}}"}', 'bad-body', 6],
    ['{"a":"{{> part}}"}', 'bad-body', 6],
    ['{"a":"ok {{x"}', 'bad-body', undefined],
    ['{"a":"{{}}"}', 'bad-body', 6],
    ['{"a": 1,}', 'bad-body', 8],
    ['{"a": [1 2]}', 'bad-body', 9],
    ['{"a": "b', 'bad-body', 6],
    ['{"{{x}}": 1}', 'bad-body', 1],
    ['[1]', 'bad-body', 0],
    ['', 'bad-body', 0],
  ])('in %s are refused with the place', async (body, code, at) => {
    const session = await openRows(lines([{ x: 'a' }]))
    const [problem] = (await checked(session, template({ body }))).problems
    expect(problem).toMatchObject({ code, about: 'body', ...(at !== undefined && { at }) })
  })
})

describe('ids', () => {
  test('are padded, of a column, or of the content', async () => {
    const session = await openRows(lines([{ id: 'x', prompt: 'p' }]))
    const idOf = async (idPattern: string) =>
      JSON.parse((await made(session, template({ idPattern })))[0] as string).custom_id
    expect(await idOf('r-{{###}}')).toBe('r-001')
    expect(await idOf('{{id}}/{{ # }}')).toBe('x/1')
    expect(await idOf('{{hash}}')).toMatch(/^[0-9a-f]{12}$/)
  })

  test('that are there twice, empty or too long stop everything', async () => {
    const long = 'x'.repeat(513)
    const session = await openRows(lines([{ id: 'a' }, { id: 'a' }, { id: '' }, { id: long }]))
    const of = template({ idPattern: '{{id}}', body: '{"input":"x"}' })
    expect(await codesOf(session, of)).toEqual(
      expect.arrayContaining([
        ['duplicate-id', 1],
        ['empty-id', 1],
        ['long-id', 1],
      ]),
    )
    const file = await session.make({ jobId: 'make', template: of, name: 'a' }, () => {})
    expect(file).toMatchObject({ ok: false, failure: { code: 'template-problems' } })
  })

  test('of the same row, made several times, have suffixes', async () => {
    const session = await openRows(lines([{ prompt: 'p' }, { prompt: 'q' }]))
    const variants = [
      { body: '{"model":"a"}', suffix: '-a' },
      { body: '{"model":"b"}', suffix: '-b' },
    ]
    const all = await made(session, template({ variants, repeats: 2 }))
    expect(all.map((line) => JSON.parse(line).custom_id)).toEqual(
      ['1-a-1', '1-a-2', '1-b-1', '1-b-2', '2-a-1', '2-a-2', '2-b-1', '2-b-2'].map(
        (id) => `request-${id}`,
      ),
    )
  })
})

test('the check counts what is made, and tells of empty texts and of lines that are not JSON', async () => {
  const blob = new Blob(['{"prompt":"a"}\n\n{"prompt":" "}\n{"prompt":\n"text alone"\n{"other":1}'])
  const session = new TemplateSession(() => new DownloadTarget(undefined))
  const rows = await session.openRows('rows', { kind: 'lines', blob }, () => {})
  expect(rows).toMatchObject({
    ok: true,
    value: { rows: 4, columns: ['prompt', 'other'], leftOut: 1, firstLeftOut: 4 },
  })
  const check = await checked(session, template())
  const all = await made(session, template())
  const bytes = new TextEncoder().encode(`${all.join('\n')}\n`).length
  expect(check).toMatchObject({ requests: 4, bytes, parts: 1, sampled: 4 })
  expect(await check.sample.text()).toBe(`${all.join('\n')}\n`)
  expect(check.problems.map(({ code, count }) => [code, count])).toEqual([
    ['empty-prompt', 2],
    ['missing-value', 1],
  ])
})

test('the preview shows the first, the last, a random and the longest request as they are made', async () => {
  const count = 1000
  const rows = Array.from({ length: count }, (_, i) => ({ prompt: 'x'.repeat(i === 600 ? 99 : 9) }))
  const session = await openRows(lines(rows))
  const preview = await session.preview({ template: template(), random: 0.5 })
  if (!preview.ok) throw new Error(preview.failure.code)
  const all = await made(session, template())
  expect(preview.value.requests.map(({ kind, row }) => [kind, row])).toEqual([
    ['first', 1],
    ['last', count],
    ['random', 501],
    ['longest', 601],
  ])
  for (const { row, text, bytes } of preview.value.requests) {
    expect(text).toBe(all[row - 1])
    expect(bytes).toBe((all[row - 1] as string).length + 1)
  }
})

test('a batch beyond the limits is told as several', async () => {
  const rows = Array.from({ length: 50_001 }, () => ({ prompt: 'p' }))
  const check = await checked(await openRows(lines(rows)), template())
  expect(check).toMatchObject({ requests: 50_001, parts: 2 })
  expect(check.sampled).toBeLessThan(50_001)
})

test('more requests than can be made at once are refused before any is looked at', async () => {
  const session = await openRows(lines(Array.from({ length: 13 }, (_, i) => ({ prompt: `p${i}` }))))
  const variants = Array.from({ length: 400 }, (_, i) => ({ body: CHAT, suffix: `-${i}` }))
  const of = template({ variants, repeats: 1000 })
  expect(await checked(session, of)).toMatchObject({
    requests: 0,
    problems: [{ code: 'too-many-requests', stops: true }],
  })
  const file = await session.make({ jobId: 'make', template: of, name: 'a' }, () => {})
  expect(file).toMatchObject({ ok: false, failure: { code: 'template-problems' } })
})

test('what the format says of the first requests is not told as said of all', async () => {
  const messagesOf = async (count: number) => {
    const rows = Array.from({ length: count }, () => ({ prompt: 'p' }))
    const of = template({ body: '{"model":"gpt-6-luna","messages":"{{prompt}}"}' })
    const { problems } = await checked(await openRows(lines(rows)), of)
    expect(problems.length).toBeGreaterThan(0)
    return problems.map(({ message }) => message)
  }
  expect(await messagesOf(301)).toEqual(
    (await messagesOf(300)).map((message) =>
      expect.objectContaining({ values: { count: 300, validated: 300, message } }),
    ),
  )
})

test('a file is there until it is discarded', async () => {
  const targets: DownloadTarget[] = []
  const session = new TemplateSession(() => {
    const target = new DownloadTarget(undefined)
    targets.push(target)
    return target
  })
  await session.openRows('rows', { kind: 'text', text: 'a\nb', split: 'lines' }, () => {})
  const request = { jobId: 'make', template: template(), name: 'a' }
  const files = [await session.make(request, () => {}), await session.make(request, () => {})]
  const ids = files.map((file) => (file.ok ? file.value.id : ''))
  const areThere = () => targets.map(({ size }) => size > 0)
  await session.discard('of another worker')
  expect(areThere()).toEqual([true, true])
  await session.discard(ids[0] as string)
  expect(areThere()).toEqual([false, true])
})

test('a job that is cancelled leaves nothing', async () => {
  const session = await openRows(lines([{ prompt: 'a' }]))
  const file = session.make({ jobId: 'make', template: template(), name: 'a' }, () => {})
  await session.cancel('make')
  expect(await file).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
})

const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"', '\\', '\n', '\u2028', '😀', '\ud83d', '\ude00', '{{x}}', '</script>', ' '),
  fc.double(),
  fc.jsonValue(),
)

test('every request is valid in its format, whatever the rows hold', async () => {
  const validator = createFormatValidator(format)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ a: value, ['__proto__']: value, 'a b': value }), {
        minLength: 1,
        maxLength: 8,
      }),
      async (rows) => {
        const session = await openRows(lines(rows))
        const body = JSON.stringify({
          model: 'gpt-6-luna',
          messages: [{ role: 'user', content: 'x{{a}}{{__proto__}}{{ a b }}{{a}}' }],
          metadata: { a: 'm{{a b}}' },
        })
        const all = await made(session, template({ body }))
        expect(all.length).toBe(rows.length)
        const ids = new Set<string>()
        for (const line of all) {
          const request: unknown = JSON.parse(line)
          const { findings } = validator.validate(request)
          expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
          expect(findingsOfText(line, true).map(({ code }) => code)).not.toContain('lone-surrogate')
          ids.add((request as { custom_id: string }).custom_id)
        }
        expect(ids.size).toBe(rows.length)
      },
    ),
    runs(60),
  )
})
