import { expect, it } from 'vitest'
import { openText } from './testing/openText.ts'

const request = (n: number): string =>
  `{"custom_id":"r-${n}","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","messages":[{"role":"user","content":"Hi"}]}}`

const lines = (count: number, make: (n: number) => string): string =>
  `${Array.from({ length: count }, (_, n) => make(n)).join('\n')}\n`

it.each<[string, (n: number) => string]>([
  ['a trailing comma', (n) => request(n).replace(/}$/, ',}')],
  ['a comma behind it', (n) => `${request(n)},`],
  ['None of Python', (n) => request(n).replace('"gpt-6-luna"', '"gpt-6-luna","user":None')],
  ['quotes of Python', (n) => request(n).replaceAll('"', "'")],
  ['keys without quotes', (n) => request(n).replaceAll(/"(\w+)":/g, '$1:')],
  ['no end', (n) => request(n).slice(0, -20)],
  ['quotes that are not escaped', (n) => request(n).replace('"Hi"', '"Say "hi" twice"')],
  ['a sign in front', (n) => `# ${request(n)}`],
])('knows a file by its keys although every line has %s', async (_, make) => {
  const { facts } = await openText(lines(5, make))
  expect(facts()).toMatchObject({ formatId: 'batchInput', lines: 5, invalid: 5 })
})

it('keeps the format of a small file that is half broken', async () => {
  const broken = ['[1, 2, 3]', '"hello"', 'null']
  const { facts } = await openText(`${lines(3, request)}${broken.join('\n')}\n`)
  expect(facts()).toMatchObject({ formatId: 'batchInput', lines: 6, invalid: 3 })
})

it('takes conflict markers for nothing', async () => {
  const { facts } = await openText(
    `<<<<<<< HEAD\n${request(1)}\n=======\n${request(2)}\n>>>>>>> other\n`,
  )
  expect(facts()).toMatchObject({ formatId: 'batchInput', invalid: 3 })
})

const WRAPPED = (n: number): string => `[${request(n)}]`

it('looks at the format again after Fix all and undo', async () => {
  const { session, facts } = await openText(lines(4, WRAPPED))
  expect(facts()).toMatchObject({ formatId: 'plainJsonl', warnings: 4 })
  await session.fixAll('not-an-object', 'splitArray', 'fix', () => {})
  expect(facts()).toMatchObject({ formatId: 'batchInput', formatDetected: true, invalid: 0 })
  await session.undo()
  expect(facts()).toMatchObject({ formatId: 'plainJsonl', warnings: 4 })
  await session.redo()
  expect(facts()).toMatchObject({ formatId: 'batchInput', invalid: 0 })
})

it('leaves a format that the user chose', async () => {
  const { session, facts } = await openText(lines(4, WRAPPED))
  await session.setFormat('plainJsonl', 'set')
  await session.fixAll('not-an-object', 'splitArray', 'fix', () => {})
  expect(facts()).toMatchObject({ formatId: 'plainJsonl', formatDetected: false, invalid: 0 })
})

it('comes to the same format when the commands are run again', async () => {
  const first = await openText(lines(4, WRAPPED))
  await first.session.fixAll('not-an-object', 'splitArray', 'fix', () => {})
  await first.session.undo()
  await first.session.redo()
  const second = await openText(lines(4, WRAPPED))
  await second.session.restore(
    [
      { kind: 'fixAll', code: 'not-an-object', fixId: 'splitArray' },
      { kind: 'undo' },
      { kind: 'redo' },
    ],
    'restore',
  )
  expect(second.facts().formatId).toBe('batchInput')
  expect(second.facts().causes).toEqual(first.facts().causes)
})

it('knows results of a batch that all lack their custom_id, and each says so', async () => {
  const result =
    '{"id":"batch_req_1","response":{"status_code":200,"request_id":"r","body":{"id":"x","object":"chat.completion","model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Hi"}}]}},"error":null}'
  const { facts } = await openText(`${result}\n${result}\n`)
  expect(facts().formatId).toBe('batchOutput')
  expect(facts().causes).toContainEqual(
    expect.objectContaining({ code: 'missing:custom_id', severity: 'error', count: 2 }),
  )
})
