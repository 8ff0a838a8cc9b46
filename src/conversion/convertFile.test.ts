import { describe, expect, test } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { Jobs, neverCancelled } from '../base/jobs.ts'
import { loadScannerModule } from '../scanner/testing/loadScanner.ts'
import { type ConversionPlan, convertChunks, PREVIEW_LINES, previewHead } from './convertFile.ts'
import type { LeftOut } from './defineSource.ts'
import type { TextEncodingId } from './encodings/textEncodings.ts'
import { DETAILS_KEPT } from './leftOutReport.ts'
import { findSource } from './registry.ts'

async function planOf(id: string, encoding: TextEncodingId = 'utf-8'): Promise<ConversionPlan> {
  const source = findSource(id)
  if (!source) throw new Error(`no source ${id}`)
  return { source, options: {}, encoding, tools: { wasm: await loadScannerModule() } }
}

async function convert(bytes: Uint8Array, plan: ConversionPlan, size = bytes.length) {
  const written: Uint8Array[] = []
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) {
      const chunk = Uint8Array.from(bytes.subarray(at, at + size))
      yield chunk
      // It is lent.
      chunk.fill(0)
    }
  }
  const result = await convertChunks(chunks(), plan, {
    job: neverCancelled,
    write: async (part) => {
      written.push(part)
    },
  })
  const text = Buffer.concat(written).toString()
  expect(result.bytes).toBe(Buffer.byteLength(text))
  expect(result.lines).toBe(text.split('\n').length - 1)
  return { text, ...result }
}

const utf16 = (text: string, isBigEndian = false): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return Uint8Array.from(isBigEndian ? bytes.swap16() : bytes)
}

describe('a whole file', () => {
  test('is converted in chunks of any size, whatever its encoding', async () => {
    const text = '{"name":"甲","a":1.0}\r\n{"b":"😀"}'
    const after = '{"name":"甲","a":1.0}\n{"b":"😀"}\n'
    for (const size of [1, 2, 3, 5, 1000]) {
      expect((await convert(Buffer.from(text), await planOf('jsonLines'), size)).text).toBe(after)
      const marked = Buffer.from(`\ufeff${text}`)
      expect((await convert(marked, await planOf('jsonLines'), size)).text).toBe(after)
      const little = await planOf('jsonLines', 'utf-16le')
      expect((await convert(utf16(text), little, size)).text).toBe(after)
      const big = await planOf('jsonLines', 'utf-16be')
      expect((await convert(utf16(text, true), big, size)).text).toBe(after)
    }
  })

  test('bytes that are no text are told of once, with the first line', async () => {
    const bytes = Uint8Array.of(
      ...Buffer.from('{"a":1}\n{"b":"'),
      0xff,
      0xff,
      ...Buffer.from('"}\n'),
    )
    const { changed, details, lost } = await convert(bytes, await planOf('jsonLines', 'gb18030'))
    expect([lost, changed]).toEqual([0, 1])
    expect(details.map(({ row }) => row)).toEqual([2])
  })

  test.each([
    ['plainText', 'a\nb ?\n'],
    ['prefixedLines', 'INFO {}\nINFO {"a":"?"}\n'],
    ['eventStream', 'data: 1\ndata: "?"\n'],
    ['datasetChat', '\n{"prompt":"a","completion":"?"}\n'],
    ['table', 'a\n?\n'],
  ])('broken UTF-8 is told of where characters are read: %s', async (id, text) => {
    const bytes = Uint8Array.from(Buffer.from(text), (byte) => (byte === 0x3f ? 0xff : byte))
    const { details, text: result } = await convert(bytes, await planOf(id))
    expect(result).toContain('\ufffd')
    expect(details[0]).toMatchObject({ row: 2, isLost: false })
    expect(inEnglish((details[0] as LeftOut).reason)).toContain('could not be read')
  })

  test('what could not be read has its place however much is left out', async () => {
    const text = `${'data: no\n\n'.repeat(DETAILS_KEPT + 5)}data: "?"\n\n`
    const bytes = Uint8Array.from(Buffer.from(text), (byte) => (byte === 0x3f ? 0xff : byte))
    const { changed, details } = await convert(bytes, await planOf('eventStream'))
    expect([changed, details.length]).toEqual([1, DETAILS_KEPT])
    expect(details[0]?.row).toBe(2 * DETAILS_KEPT + 11)
  })

  test('what is left out is counted whole and kept in part', async () => {
    const text = 'data: no\n\n'.repeat(DETAILS_KEPT + 5)
    const { details, lines, lost } = await convert(Buffer.from(text), await planOf('eventStream'))
    expect([lines, lost, details.length]).toEqual([0, DETAILS_KEPT + 5, DETAILS_KEPT])
  })

  test('stops when it is cancelled', async () => {
    const jobs = new Jobs()
    jobs.cancel('one')
    const plan = await planOf('jsonLines')
    const run = jobs.run('one', (job) =>
      convertChunks(
        (async function* () {
          yield Buffer.from('{}\n')
        })(),
        plan,
        { job, write: async () => {} },
      ),
    )
    await expect(run).rejects.toThrow('cancelled')
  })
})

describe('a preview', () => {
  test('has the first lines, and says nothing of what is merely cut off', async () => {
    const head = Buffer.from('data: {"a":1}\n\n'.repeat(100) + 'data: {"b"')
    const preview = await previewHead(head, false, await planOf('eventStream'))
    expect(preview.lines).toEqual(Array.from({ length: PREVIEW_LINES }, () => '{"a":1}'))
    expect([preview.isCut, preview.lost]).toEqual([true, 0])
  })

  test('has events that no blank line ends', async () => {
    const head = Buffer.from('data: {"a":1}\n'.repeat(100))
    const preview = await previewHead(head, false, await planOf('eventStream'))
    expect(preview.lines).toEqual(Array.from({ length: PREVIEW_LINES }, () => '{"a":1}'))
  })

  test('of a whole file is all of it', async () => {
    const head = Buffer.from('data: {"a":1}\n\ndata: {"b"')
    const preview = await previewHead(head, true, await planOf('eventStream'))
    expect(preview).toMatchObject({ lines: ['{"a":1}'], isCut: false, lost: 1 })
  })
})
