// Requests of any provider as a template of themselves.
import { expect, test } from 'vitest'
import { checked, lines, made, openRows, template } from '../testing/templateSessions.ts'
import { templateOfRequests } from './fromRequest.ts'
import { requestOfLine } from './requestOfLine.ts'

const messages = [{ role: 'user', content: 'Hi {{x}}' }]

const LINES: readonly (readonly [endpoint: string, line: unknown])[] = [
  [
    'anthropic:messages',
    { custom_id: 'a', params: { model: 'm', max_tokens: 5, system: 'Be brief.', messages } },
  ],
  ['gemini:generateContent', { key: 'a', request: { contents: [{ parts: [{ text: 'Hi' }] }] } }],
  ['gemini:embedContent', { key: 'a', request: { content: { parts: [{ text: 'Hi' }] } } }],
  ['mistral:chat/completions', { custom_id: 'a', body: { model: 'm', messages } }],
  ['mistral:embeddings', { custom_id: 'a', body: { model: 'm', input: ['x'] } }],
  [
    'azure:/chat/completions',
    { custom_id: 'a', method: 'POST', url: '/chat/completions', body: { model: 'm', messages } },
  ],
  [
    'bedrock:claude',
    { recordId: 'a', modelInput: { anthropic_version: 'v', max_tokens: 5, messages } },
  ],
  [
    'bedrock:converse',
    { recordId: 'a', modelInput: { messages: [{ role: 'user', content: [{ text: 'Hi' }] }] } },
  ],
]

test.each(LINES)('of %s are made as they were', async (endpoint, line) => {
  const read = requestOfLine(JSON.stringify(line))
  expect(read).toMatchObject({ endpoint })
  const { body = '', bodyKey, idKey } = read ?? {}
  const of = template({
    endpoint,
    body: templateOfRequests([body], bodyKey) ?? '',
    idPattern: `{{${idKey}}}`,
  })
  const session = await openRows(lines([line]))
  expect((await checked(session, of)).problems).toEqual([])
  expect(JSON.parse((await made(session, of))[0] ?? '')).toEqual(line)
})

test('what a template of them lacks is told', async () => {
  const of = (id: string, more: object) => ({
    custom_id: id,
    params: { model: 'm', max_tokens: 5, system: 'Be brief.', messages, ...more },
  })
  const body = templateOfRequests([JSON.stringify(of('a', {}).params)], 'params') ?? ''
  const session = await openRows(
    lines([of('a', {}), of('b', { top_k: 5 }), of('c', { system: 'x' })]),
  )
  const { problems } = await checked(session, template({ endpoint: 'anthropic:messages', body }))
  expect(problems.map(({ code, count }) => [code, count])).toEqual([
    ['left-out-key', 1],
    ['other-shared-part', 1],
  ])
})

test.each(['7', '{', '{"a":1}', '{"body":{"a":1}}', '{"modelInput":{"prompt":"x"}}'])(
  '%s is no request',
  (text) => {
    expect(requestOfLine(text)).toBeUndefined()
  },
)
