import { expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { openText } from './testing/openText.ts'

function request(id: number, member = '', inBody = ''): string {
  const body = `{"model":"m","messages":[{"role":"user","content":"Hi"}]${inBody}}`
  return `{"custom_id":"r-${id}","method":"POST","url":"/v1/chat/completions","body":${body}${member}}`
}

test('unknown keys are one cause, which tells their names and how often each is there', async () => {
  const lines = Array.from({ length: 12 }, (_, i) => {
    if (i === 3) return request(i, ',"note":1', ',"foo":1,"foo bar":2')
    return i % 2 === 0 ? request(i, '', ',"foo":[]') : request(i)
  })
  const { session, facts, namesFor } = await openText(lines.join('\n'))
  const causes = facts().causes.filter(({ severity }) => severity === 'warning')
  expect(inEnglish(causes)).toMatchObject([{ code: 'unknown-key', title: 'Unknown key', count: 7 }])
  expect(await namesFor('unknown-key')).toEqual({
    most: [
      { name: 'body.foo', lines: 7, firstLine: 1 },
      { name: 'body["foo bar"]', lines: 1, firstLine: 4 },
      { name: 'note', lines: 1, firstLine: 4 },
    ],
    others: 0,
    lines: 7,
  })
  const detail = await session.readLine(3 as LineId)
  const messages = detail.ok ? detail.value.diagnostics.map(({ message }) => message) : []
  expect(inEnglish(messages)).toContainEqual(
    expect.stringContaining('body["foo bar"] is not a known key'),
  )

  await session.edit({ kind: 'replace', id: 3 as LineId, texts: [request(3)] })
  expect(await namesFor('unknown-key')).toMatchObject({
    most: [{ name: 'body.foo', lines: 6, firstLine: 1 }],
  })
})

test('of another key in each of many lines some are named, and how many were looked at', async () => {
  const lines = Array.from({ length: 3000 }, (_, i) => request(i, '', `,"x${i}":1`))
  const { facts, namesFor } = await openText(lines.join('\n'))
  expect(facts().causes.find(({ code }) => code === 'unknown-key')).toMatchObject({ count: 3000 })
  const names = await namesFor('unknown-key')
  expect(names).toMatchObject({ others: 494, lines: 500 })
  expect(names?.most.map(({ lines: own }) => own)).toEqual([1, 1, 1, 1, 1, 1])
})

test('files without unknown keys have no names', async () => {
  const { namesFor, facts } = await openText(request(1))
  expect(await namesFor('unknown-key')).toBeUndefined()
  expect(facts().causes).toEqual([])
})
