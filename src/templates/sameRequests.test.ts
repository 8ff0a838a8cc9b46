// Requests as a template of themselves: the same requests come out of it, or what differs is told.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { templateOfRequests } from './forms/fromRequest.ts'
import { template, openRows, lines, made, checked, codesOf } from './testing/templateSessions.ts'

describe('requests as a template of themselves', () => {
  const key = fc.constantFrom('model', 'messages', 'input', 'seed', 'a.b', '__proto__', '', 'a b')
  const message = fc.record(
    {
      role: fc.constantFrom('system', 'user', 'user'),
      content: fc.constantFrom<unknown>('x', 'y', '{{x}}', '\ud800', ['part'], 7),
      name: fc.constantFrom('n', 'm'),
    },
    { requiredKeys: ['role'] },
  )
  const messages = fc.array(message, { maxLength: 2 })
  const instructions = fc.constantFrom<unknown>('a', 'a', 'b', ['c'])
  const text = fc.constantFrom('5', 'true', '["a"]', '{{x}}', '"', ' null')
  const request = fc.record({
    custom_id: fc.string(),
    method: fc.constantFrom('POST', 'POST', 'POST', 'GET'),
    url: fc.constantFrom('/v1/chat/completions', '/v1/chat/completions', '/v1/responses'),
    body: fc.oneof(
      fc.dictionary(key, fc.oneof(text, fc.jsonValue())),
      fc.record({ messages, instructions }, { requiredKeys: [] }),
    ),
  })

  test('are the same, or it is told that they are not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        async (requests, looked) => {
          const body = templateOfRequests(
            requests.slice(0, looked + 1).map((each) => JSON.stringify(each.body)),
          )
          const session = await openRows(lines(requests))
          const of = template({ body: body as string })
          const { problems } = await checked(session, of)
          const again = (await made(session, of)).map((line) => withoutId(JSON.parse(line)))
          const isSame =
            JSON.stringify(again.map(sorted)) ===
            JSON.stringify(requests.map((each) => sorted(withoutId(each))))
          const told = problems.filter(({ code }) =>
            ['left-out-key', 'other-endpoint', 'other-shared-part', 'broken-text'].includes(code),
          )
          expect(isSame || told.length > 0).toBe(true)
          // What was looked at and has plain names is never lost.
          const isPlain = requests.every(
            ({ body: each, method, url }) =>
              method === 'POST' &&
              url === of.endpoint &&
              Object.keys(each).every((name) => /^\w+$/.test(name)),
          )
          if (isPlain && looked + 1 >= requests.length && told.length === 0) {
            expect(isSame).toBe(true)
          }
        },
      ),
      runs(100),
    )
  })

  test('keep their digits, their prompts and what they lack', async () => {
    const bodies = [
      '{"model":"a","seed":9007199254740993,"messages":[{"role":"user","content":"x"}]}',
      '{"model":"b","temperature":1.0,"messages":[1.0,{"n":12345678901234567890}, "c"]}',
      '{"user":"5","messages":"[]"}',
    ]
    const rows = bodies.map(
      (body) => `{"custom_id":"q","method":"POST","url":"/v1/chat/completions","body":${body}}`,
    )
    const session = await openRows({ kind: 'lines', blob: new Blob([rows.join('\n')]) })
    const of = template({ body: templateOfRequests(bodies) as string })
    const all = (await made(session, of)).map((line) => line.slice(line.indexOf('"body":') + 7, -1))
    expect(all).toEqual([
      bodies[0],
      '{"model":"b","messages":[1.0,{"n":12345678901234567890}, "c"],"temperature":1.0}',
      '{"messages":"[]","user":"5"}',
    ])
  })

  test('with a system message in common show it, and take the user’s message from the row', async () => {
    const of = (system: string, content: unknown) => ({
      custom_id: 'q',
      method: 'POST',
      url: '/v1/chat/completions',
      body: {
        model: 'a',
        messages: [
          { role: 'system', content: system },
          { role: 'user', content },
        ],
      },
    })
    const bodies = [of('Be brief.', 'x'), of('Be brief.', [{ type: 'text', text: 'y' }])]
    const shared = templateOfRequests(bodies.map(({ body }) => JSON.stringify(body))) as string
    expect(JSON.parse(shared)).toEqual({
      model: '{{{body.model}}}',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: '{{{body.messages.1.content}}}' },
      ],
    })
    const session = await openRows(lines([...bodies, of('Be long.', 'z')]))
    const changed = template({ body: shared.replace('Be brief.', 'Be kind.') })
    expect(await codesOf(session, changed)).toEqual(
      expect.arrayContaining([['other-shared-part', 1]]),
    )
    expect((await made(session, changed)).map((line) => JSON.parse(line).body.messages[1])).toEqual(
      [
        { role: 'user', content: 'x' },
        { role: 'user', content: [{ type: 'text', text: 'y' }] },
        { role: 'user', content: 'z' },
      ],
    )
    const differing = [of('Be brief.', 'x'), of('Be long.', 'x')]
    const whole = templateOfRequests(differing.map(({ body }) => JSON.stringify(body))) as string
    expect(JSON.parse(whole)).toEqual({
      model: '{{{body.model}}}',
      messages: '{{{body.messages}}}',
    })
  })

  test('with instructions in common show them', () => {
    const of = (instructions: unknown, input: string) => JSON.stringify({ instructions, input })
    expect(JSON.parse(templateOfRequests([of('a', 'x'), of('a', 'y')]) ?? '')).toEqual({
      instructions: 'a',
      input: '{{{body.input}}}',
    })
    expect(JSON.parse(templateOfRequests([of('a', 'x'), of('b', 'y')]) ?? '')).toEqual({
      instructions: '{{{body.instructions}}}',
      input: '{{{body.input}}}',
    })
  })

  test('of which a prompt is replaced are told of', async () => {
    const body = { model: 'a', messages: [{ role: 'user', content: 'x' }], seed: 1 }
    const row = { custom_id: 'q', method: 'POST', url: '/v1/chat/completions', body }
    const session = await openRows(lines([row]))
    const replaced = '{"model":"b","messages":[{"role":"system","content":"y"}]}'
    expect(await codesOf(session, template({ body: replaced }))).toEqual(
      expect.arrayContaining([
        ['left-out-key', 1],
        ['left-out-key', 1],
      ]),
    )
  })
})

function withoutId(request: object): unknown {
  return { ...request, custom_id: '' }
}

/** With the keys of its objects in one order. */
function sorted(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(sorted)
  if (typeof given !== 'object' || given === null) return given
  return Object.entries(given)
    .map(([name, each]) => [name, sorted(each)])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
}

test('numbers keep their digits at the end of a path, and in a line that is one', async () => {
  const blob = new Blob(['{"o":{"n":9007199254740993,"l":[1.0]},"m":1.0}\n12345678901234567890\n'])
  const session = await openRows({ kind: 'lines', blob })
  const body =
    '{"t":"{{o.n}} {{o.l.0}} {{m}}","n":"{{{o.l}}}","p":"{{{prompt}}}","list":["{{{o}}}"]}'
  const all = (await made(session, template({ body }))).map((line) =>
    line.slice(line.indexOf('"body":') + 7, -1),
  )
  expect(all).toEqual([
    '{"t":"9007199254740993 1.0 1.0","n":[1.0],"list":[{"n":9007199254740993,"l":[1.0]}]}',
    '{"t":"  ","p":12345678901234567890,"list":[null]}',
  ])
})
