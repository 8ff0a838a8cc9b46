import { describe, expect, test } from 'vitest'
import type { Row } from '../contracts/documentApi.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { openText, type OpenedText } from './testing/openText.ts'

const titles = ({ facts }: OpenedText) => inEnglish(facts().columns.map(({ title }) => title))

async function rowsOf({ session }: OpenedText): Promise<readonly Row[]> {
  const window = await session.readRows({ kind: 'all' }, 0, 100)
  if (!window.ok) throw new Error(window.failure.code)
  return window.value.rows
}

const cellsOf = async (opened: OpenedText) => (await rowsOf(opened)).map(({ cells }) => cells)

describe('columns of plain JSON Lines', () => {
  test('show values as they are written', async () => {
    const opened = await openText(
      '\ufeff{"id":9007199254740993,"score":1.0,"name":"\\u4e2d\\n文"}\n' +
        '{"name":null,"score":1e3,"id":2}\n',
    )
    expect(titles(opened)).toEqual(['id', 'score', 'name'])
    expect(await cellsOf(opened)).toEqual([
      ['9007199254740993', '1.0', '中 文'],
      ['2', '1e3', 'null'],
    ])
  })

  test('are left out of lines that have nothing to show in them', async () => {
    const opened = await openText(
      '{"id":1}\n[1]\n"x"\n{}\n\n{"other":1}\n{"id":2}\n{"id":3}\n{"id":\n',
    )
    expect(titles(opened)).toEqual(['id', 'text'])
    const rows = await rowsOf(opened)
    expect(rows.map(({ cells, text }) => cells ?? text)).toEqual([
      ['1', '{"id":1}'],
      '[1]',
      '"x"',
      ['', '{}'],
      '',
      ['', '{"other":1}'],
      ['2', '{"id":2}'],
      ['3', '{"id":3}'],
      '{"id":',
    ])
  })

  test('are those of the beginning, however the file goes on', async () => {
    const opened = await openText('{"id":1}\n'.repeat(300) + '{"name":"x"}\n'.repeat(5000))
    expect(titles(opened)).toEqual(['id'])
  })

  test('are found in a first line that is longer than what is looked at', async () => {
    const opened = await openText(`{"id":7,"text":"${'long '.repeat(100_000)}"}\n{"id":8}`)
    expect(titles(opened)).toEqual(['id', 'text'])
    const shorter = await openText(
      `{"id":7}\n{"id":8,"text":"${'long '.repeat(100_000)}"}\n{"id":9}`,
    )
    expect(titles(shorter)).toEqual(['id', 'text'])
    expect((await cellsOf(shorter))[2]).toEqual(['9', '{"id":9}'])
  })

  test('give way to those of a format, and come back', async () => {
    const opened = await openText('{"id":1,"name":"a"}\n{"id":2,"name":"b"}\n')
    expect(titles(opened)).toEqual(['id', 'name'])
    await opened.session.setFormat('chatFineTuning', 'job')
    expect(titles(opened)).not.toContain('id')
    await opened.session.setFormat('plainJsonl', 'job')
    expect(titles(opened)).toEqual(['id', 'name'])
  })

  test('stay through edits', async () => {
    const opened = await openText('{"id":1}\n')
    const [row] = await rowsOf(opened)
    if (!row) throw new Error('no row')
    await opened.session.edit({ kind: 'replace', id: row.id, texts: ['{"other":2}'] })
    expect(titles(opened)).toEqual(['id'])
    expect((await rowsOf(opened)).map(({ cells, text }) => cells ?? text)).toEqual(['{"other":2}'])
  })

  test('are none in a file that is no JSON Lines', async () => {
    const opened = await openText('[\n  {"id": 1},\n  {"id": 2}\n]\n')
    expect(titles(opened)).toEqual([])
  })
})
