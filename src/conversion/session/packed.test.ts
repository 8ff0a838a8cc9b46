// Files that are packed are converted as they are unpacked: nothing of them is stored unpacked.
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { codeOf, makeSession, noProgress, valueOf } from './testing/makeSession.ts'

const COUNT = 300_000
const ARRAY = `[${Array.from({ length: COUNT }, (_, id) => `{"id":${id}}`).join(',\n')}]`
const TABLE = `id,text\n${'1,"a\nb"\n'.repeat(1000)}`
const ANY = { encoding: 'utf-8', jobId: 'a', name: 'x.jsonl' } as const

const gzip = (text: string) => new Blob([gzipSync(text)])
const packed = { container: 'x.json.gz', index: 0, allowsAnyRatio: false }

test.each([
  ['x.json.gz', gzip(ARRAY), 'jsonArray', COUNT],
  ['x.zip', zip('data/x.csv', TABLE), 'table', 1000],
] as const)('%s', async (container, file, sourceId, lines) => {
  const { session, store } = makeSession()
  const content = { file, packed: { ...packed, container } }
  const { isConvertible, sources } = valueOf(await session.inspect({ ...content, name: 'x' }))
  const [first] = sources
  expect([isConvertible, first?.id]).toEqual([true, sourceId])
  const request = { ...ANY, ...content, sourceId, options: first?.values ?? {} }
  expect(valueOf(await session.preview(request)).lines).toHaveLength(20)
  const made = valueOf(await session.convert(request, noProgress))
  expect([made.lines, made.lost, made.problem]).toEqual([lines, 0, undefined])
  // Large ones are on the disk, once.
  expect(store.files.size).toBe(made.bytes > 4_000_000 ? 1 : 0)
  await session.discard(made.id)
  expect(store.files.size).toBe(0)
})

describe('what is packed and bad', () => {
  const request = { ...ANY, packed, sourceId: 'jsonArray', options: {} }

  test.each([
    ['cut off', gzipSync(ARRAY).subarray(0, 100_000)],
    ['with a wrong checksum', withWrongChecksum(gzipSync(ARRAY))],
  ])('%s: what is whole until there is kept, and not called whole', async (_, bytes) => {
    const { session, store } = makeSession()
    const file = new Blob([new Uint8Array(bytes)])
    const made = valueOf(await session.convert({ ...request, file }, noProgress))
    expect(made.lines).toBeGreaterThan(0)
    expect(made.file.name).toBe('x-incomplete.jsonl')
    expect(made.problem).toBeDefined()
    await session.discard(made.id)
    expect(store.files.size).toBe(0)
  })

  test('another member, and what is no gzip behind it', async () => {
    const { session } = makeSession()
    const bytes = [gzipSync('[1,'), gzipSync('2]'), Buffer.from('garbage')].map(
      (each) => new Uint8Array(each),
    )
    const made = valueOf(await session.convert({ ...request, file: new Blob(bytes) }, noProgress))
    expect([await made.file.text(), made.problem]).toEqual(['1\n2\n', undefined])
    expect(inEnglish(made.note ?? { source: '' })).toContain('7')
  })

  test('a bomb is asked about, and nothing of it is left', async () => {
    const { session, store } = makeSession()
    const file = new Blob([gzipSync(Buffer.alloc(260 * 1024 ** 2, ' '))])
    expect(codeOf(await session.convert({ ...request, file }, noProgress))).toBe(
      'unpack-suspicious',
    )
    expect(store.files.size).toBe(0)
  })

  test('a file that is none of what is packed, and one that is no container', async () => {
    const { session } = makeSession()
    const other = { ...request, file: gzip(ARRAY), packed: { ...packed, index: 1 } }
    expect(codeOf(await session.convert(other, noProgress))).toBe('unpack-refused')
    const plain = { ...request, file: new Blob(['[1]']) }
    expect(codeOf(await session.convert(plain, noProgress))).toBe('unpack-refused')
    expect(codeOf(await session.inspect({ ...plain, name: 'x' }))).toBe('unpack-refused')
  })

  test('it is cancelled as it is unpacked', async () => {
    const { session, store } = makeSession()
    const converting = session.convert({ ...request, file: gzip(ARRAY) }, () => {
      void session.cancel('a')
    })
    expect(codeOf(await converting)).toBe('cancelled')
    expect(store.files.size).toBe(0)
  })
})

function zip(name: string, text: string): Blob {
  return new Blob([new Uint8Array(zipSync({ [name]: new TextEncoder().encode(text) }))])
}

function withWrongChecksum(bytes: Uint8Array): Uint8Array {
  const wrong = bytes.slice()
  wrong[wrong.length - 6] = (wrong[wrong.length - 6] as number) ^ 1
  return wrong
}
