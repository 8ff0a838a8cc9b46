import { describe, expect, test } from 'vitest'
import type { RequestChoice, RequestLines } from '../../contracts/batchParts.ts'
import { lineId } from '../../base/units.ts'
import { openText } from '../testing/openText.ts'

const request = (id: number, body = '{"model":"gpt-6-luna","messages":[]}'): string =>
  `{"custom_id":"${id}","method":"POST","url":"/v1/chat/completions","body":${body}}`

async function requestsOf(content: string, choice: RequestChoice): Promise<RequestLines> {
  const { session } = await openText(content, { formatId: 'batchInput' })
  const found = await session.requestsAt(choice)
  if (!found.ok) throw new Error(found.failure.code)
  return found.value
}

const many = Array.from({ length: 500 }, (_, i) =>
  request(i, '{"model":"gpt-6-luna","messages":[{"role":"user","content":"a"}]}'),
).join('\n')

describe('requests', () => {
  test('have their body as it stands in the line', async () => {
    const body = '{ "model": "gpt-6-luna", "seed": 9007199254740993, "x": {"body": "\\u00e9"} }'
    const { requests } = await requestsOf(request(1, body), { kind: 'ids', ids: [lineId(0)] })
    expect(requests).toEqual([
      {
        id: 0,
        line: 1,
        text: request(1, body),
        customId: '1',
        method: 'POST',
        url: '/v1/chat/completions',
        body,
      },
    ])
  })

  test('of lines that are none lack what is not there', async () => {
    const content = '\ufeff{"body":1}\n[1]\n{"url":2,"bo'
    const ids = [0, 1, 2, 99].map(lineId)
    const { requests } = await requestsOf(content, { kind: 'ids', ids })
    const nothing = { customId: undefined, method: undefined, url: undefined, body: undefined }
    expect(requests).toEqual([
      { ...nothing, id: 0, line: 1, text: '{"body":1}', body: '1' },
      { ...nothing, id: 1, line: 2, text: '[1]' },
      { ...nothing, id: 2, line: 3, text: '{"url":2,"bo' },
    ])
  })

  test('begin with the first line that is valid, or at least not blank', async () => {
    const content = ['', '{"a":', many].join('\n')
    expect((await requestsOf(content, { kind: 'first' })).requests).toMatchObject([{ line: 3 }])
    expect((await requestsOf('\n{"a":', { kind: 'first' })).requests).toMatchObject([{ line: 2 }])
    expect((await requestsOf('', { kind: 'first' })).requests).toEqual([])
  })

  test('at random are spread, each once, and the same for a seed', async () => {
    const pick = async (count: number, seed: number) =>
      (await requestsOf(many, { kind: 'random', count, seed })).requests.map(({ id }) => id)
    const ids = await pick(10, 1)
    expect(ids.map((id) => Math.floor(id / 50))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(await pick(10, 1)).toEqual(ids)
    expect(await pick(10, 2)).not.toEqual(ids)
    expect(await pick(0, 1)).toEqual([])
    expect(new Set(await pick(1000, 3)).size).toBe(100)
    const few = await requestsOf(request(1), { kind: 'random', count: 5, seed: 1 })
    expect(few.requests.length).toBe(1)
  })
})
