// Whatever comes, a conversion ends with lines and a report, or with a reason; and leaves nothing behind.
import { execFileSync } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConversionChoice, ConvertRequest } from '../../contracts/conversionApi.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { sources } from '../registry.ts'
import { codeOf, makeSession, noProgress, valueOf } from './testing/makeSession.ts'

const IDS = sources.map(({ id }) => id)

function requestFor(sourceId: string, file: Blob, options = {}): ConvertRequest {
  const choice: ConversionChoice = { sourceId, options, encoding: 'utf-8' }
  return { ...choice, file, jobId: sourceId, name: 'x.jsonl' }
}

async function convert(sourceId: string, file: Blob, options = {}) {
  const { session } = makeSession()
  return valueOf(await session.convert(requestFor(sourceId, file, options), noProgress))
}

describe.each(IDS)('%s', (id) => {
  test('an empty file gives no line', async () => {
    const { lines, bytes } = await convert(id, new Blob())
    expect([lines, bytes]).toEqual([0, 0])
  })

  test('one byte, whichever', async () => {
    for (let byte = 0; byte < 256; byte++) {
      const { lines, lost, changed } = await convert(id, new Blob([Uint8Array.of(byte)]))
      expect(lines + lost + changed, `byte ${byte}`).toBeLessThanOrEqual(4)
    }
  })

  test('any bytes', async () => {
    const signs = [
      ...Array.from('[]{}":,\\ \n\r\t01ae-.;|\''),
      '\0',
      '\u001e',
      'data: ',
      'null',
      '你',
      '\ud83d\ude00',
    ]
    const any = fc.oneof(
      fc
        .array(fc.constantFrom(...signs), { maxLength: 60 })
        .map((all) => new TextEncoder().encode(all.join(''))),
      fc.uint8Array({ maxLength: 60 }),
    )
    await fc.assert(
      fc.asyncProperty(any, async (bytes) => {
        const made = await convert(id, new Blob([new Uint8Array(bytes)]))
        const text = await made.file.text()
        expect(text.split('\n').length - 1).toBe(made.lines)
        expect(text === '' || text.endsWith('\n')).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('nothing but opening brackets', async () => {
    const { lost, lines } = await convert(id, new Blob(['['.repeat(1_000_000)]), { header: 'no' })
    expect(lost + lines).toBeGreaterThan(0)
  })
})

test('an unclosed quote in the third of a million rows costs one row', async () => {
  const rows = '1,b\n'.repeat(1_000_000)
  const made = await convert('table', new Blob([`a,b\n1,b\n2,"open\n${rows}`]))
  expect([made.lines, made.lost, made.changed]).toEqual([1_000_002, 0, 1])
  expect(made.details).toMatchObject([{ row: 3 }])
})

test('sixteen million elements', async () => {
  const made = await convert('jsonArray', new Blob([`[${'1,'.repeat(15_999_999)}1]`]))
  expect([made.lines, made.lost]).toEqual([16_000_000, 0])
})

test('a value of fifty megabytes, and one that nests a thousand deep', async () => {
  const long = `"${'x'.repeat(50_000_000)}"`
  const deep = `${'['.repeat(1000)}1${']'.repeat(1000)}`
  const made = await convert('jsonArray', new Blob([`[${long},${deep},1]`]))
  expect([made.lines, made.lost, made.bytes]).toEqual([3, 0, long.length + deep.length + 4])
})

test('what nests deeper is left out, and told of as what it is', async () => {
  const deep = (levels: number) => `{"a":${'['.repeat(levels)}"]"${']'.repeat(levels)}}`
  const text = `[\n {"a":0},\n ${deep(3000)},\n {"a":2}\n]`
  const made = await convert('jsonArray', new Blob([text]))
  expect(await made.file.text()).toBe('{"a":0}\n{"a":2}\n')
  const [part] = made.details
  expect(inEnglish(part?.reason ?? { source: '' })).toMatch(/nests deeper than 1,024 levels/)
})

describe('the file', () => {
  const text = `[${'{"a":1},'.repeat(1_000_000)}1]`

  /** Reading it from `from` on fails as the browser does. */
  function failingFile(from: number, name: string): Blob {
    const blob = new Blob([text])
    return Object.assign(blob, {
      slice: (start = 0, end = blob.size) =>
        end <= from
          ? Blob.prototype.slice.call(blob, start, end)
          : {
              arrayBuffer: () => Promise.reject(new DOMException('', name)),
              stream: () =>
                new ReadableStream({
                  type: 'bytes',
                  pull: (controller) => controller.error(new DOMException('', name)),
                }),
            },
    })
  }

  test.each(['NotFoundError', 'NotReadableError'])('fails with %s on the way', async (name) => {
    for (const from of [0, 5_000_000]) {
      const { session, store } = makeSession()
      const result = await session.convert(
        requestFor('jsonArray', failingFile(from, name)),
        noProgress,
      )
      expect(codeOf(result)).toMatch(/^file-|^read-/)
      expect(store.files.size).toBe(0)
    }
  })
})

test('a disk that is full is told, and nothing is left on it', async () => {
  const { session, store } = makeSession(undefined, () => {
    throw new DOMException('', 'QuotaExceededError')
  })
  const file = new Blob([`[${'{"a":1},'.repeat(1_000_000)}1]`])
  expect(codeOf(await session.convert(requestFor('jsonArray', file), noProgress))).toBe('disk-full')
  expect(store.files.size).toBe(0)
})

test('two at once do not disturb each other, and either can be cancelled alone', async () => {
  const { session, store } = makeSession()
  const request = (jobId: string, value: number) => ({
    ...requestFor('jsonArray', new Blob([`[${`${value},`.repeat(3_000_000)}${value}]`])),
    jobId,
  })
  const [one, other] = await Promise.all([
    session.convert(request('a', 1), noProgress),
    session.convert(request('b', 2), () => void session.cancel('b')),
  ])
  expect([valueOf(one).lines, codeOf(other)]).toEqual([3_000_001, 'cancelled'])
  expect(store.files.size).toBe(1)
})

test('it is cancelled before it begins, and with each of the pieces that are written', async () => {
  const file = new Blob([`[${'{"a":1},'.repeat(2_000_000)}1]`])
  for (const pieces of [0, 1, 10, 40]) {
    let written = 0
    const { session, store } = makeSession(undefined, () => {
      written++
      if (written === pieces) void session.cancel('jsonArray')
    })
    const running = session.convert(requestFor('jsonArray', file), noProgress)
    if (pieces === 0) await session.cancel('jsonArray')
    expect(codeOf(await running), `after ${pieces} pieces`).toBe('cancelled')
    expect(store.files.size).toBe(0)
  }
})

describe('what is packed', () => {
  async function isOffered(bytes: Uint8Array, container: string): Promise<boolean> {
    const { session } = makeSession()
    const packed = { container, index: 0, allowsAnyRatio: false }
    const file = new Blob([new Uint8Array(bytes)])
    return valueOf(await session.inspect({ file, packed, name: container })).isConvertible
  }

  test('is offered no conversion where it is packed again, or no text', async () => {
    expect(await isOffered(gzipSync('[\n1,\n2\n]'), 'x.json.gz')).toBe(true)
    expect(await isOffered(gzipSync(gzipSync('[1]')), 'x.json.gz.gz')).toBe(false)
    const tar = execFileSync('tar', ['-cf', '-', '-C', '/', 'etc/hostname'])
    expect(await isOffered(gzipSync(tar), 'x.tar.gz')).toBe(false)
    const image = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff])
    expect(await isOffered(gzipSync(image), 'x.gz')).toBe(false)
    expect(await isOffered(gzipSync(''), 'x.gz')).toBe(false)
  })
})
