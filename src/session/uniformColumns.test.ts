// A column whose value is the same in all lines says so, and has no room of its own then.
import { expect, test } from 'vitest'
import { present } from '../base/assert.ts'
import { idAt, openText, type OpenedText } from './testing/openText.ts'

const request = (model: string, id: number) =>
  `{"custom_id":"r-${id}","method":"POST","url":"/v1/chat/completions","body":{"model":"${model}","messages":[{"role":"user","content":"Hi"}]}}`

function uniform({ facts }: OpenedText): Record<string, string | undefined> {
  return Object.fromEntries(facts().columns.map((column) => [column.id, column.uniform]))
}

test('the model and the url that every line has are told, ids are not', async () => {
  const opened = await openText([request('a', 1), request('a', 2), '{"custom_id":'].join('\n'))
  expect(uniform(opened)).toEqual({
    customId: undefined,
    model: 'a',
    url: '/v1/chat/completions',
    preview: undefined,
  })
})

test('a second model gives the column back, and mending it takes it again', async () => {
  const opened = await openText([request('a', 1), request('a', 2), request('b', 3)].join('\n'))
  expect(uniform(opened)).toMatchObject({ model: undefined, url: '/v1/chat/completions' })
  const third = present(await idAt(opened.session, 2), 'a third line')
  await opened.session.edit({ kind: 'replace', id: third, texts: [request('a', 3)] })
  expect(uniform(opened)).toMatchObject({ model: 'a' })
})

test('a value that no line has is nothing to show', async () => {
  const opened = await openText(`${request('a', 1).replace('"model":"a",', '')}\n`)
  expect(uniform(opened)).toMatchObject({ model: '' })
})
