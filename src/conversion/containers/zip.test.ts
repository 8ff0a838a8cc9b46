import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import type { PackedFile } from './container.ts'
import { makeZip } from './testing/makeZip.ts'
import { unpackAll } from './testing/unpackAll.ts'
import { openZip } from './zip.ts'

const TEXT = Array.from({ length: 3000 }, (_, id) => `{"id":${id}}\n`).join('')

function unpack(file: PackedFile | undefined) {
  return unpackAll((steps) => (file as PackedFile).unpack(steps))
}

async function filesOf(bytes: Uint8Array<ArrayBuffer>): Promise<readonly PackedFile[]> {
  return (await openZip(new Blob([bytes]))).files
}

test('what an archiver packs is unpacked', async () => {
  const bytes = zipSync({
    'folder/': new Uint8Array(),
    'folder/a.jsonl': new TextEncoder().encode(TEXT),
    '資料.jsonl': [new TextEncoder().encode('{"stored":1}\n'), { level: 0 }],
    '__MACOSX/._a.jsonl': new TextEncoder().encode('x'),
  }) as Uint8Array<ArrayBuffer>
  const files = await filesOf(bytes)
  expect(files.map(({ name }) => name)).toEqual(['folder/a.jsonl', '資料.jsonl'])
  expect(await unpack(files[0])).toEqual({ text: TEXT, notes: [] })
  expect(await unpack(files[1])).toEqual({ text: '{"stored":1}\n', notes: [] })
})

test('ten thousand files are listed', async () => {
  const parts = Array.from({ length: 10_000 }, (_, at) => ({ name: `${at}.jsonl`, text: `${at}` }))
  const files = await filesOf(makeZip(parts))
  expect(files).toHaveLength(10_000)
  expect(await unpack(files[9_999])).toEqual({ text: '9999', notes: [] })
})

test('names with paths are names', async () => {
  const files = await filesOf(makeZip([{ name: '../../etc/passwd', text: 'x' }]))
  expect(files[0]?.name).toBe('../../etc/passwd')
})

test('sizes of ZIP64, and something before the archive', async () => {
  const parts = [
    { name: 'a', text: 'first' },
    { name: 'b', text: TEXT, isWide: true },
  ]
  for (const before of ['', '#!/bin/sh\n']) {
    const files = await filesOf(makeZip(parts, before))
    expect(await unpack(files[1])).toEqual({ text: TEXT, notes: [] })
  }
})

test('what is encrypted or packed otherwise is refused with words', async () => {
  const files = await filesOf(
    makeZip([
      { name: 'a', text: 'x', flags: 1 },
      { name: 'b', text: 'x', method: 14 },
    ]),
  )
  expect(files.map(({ refusal }) => refusal && inEnglish(refusal))).toEqual([
    'It is encrypted. Unpack it with its password, then open what is inside.',
    'It is compressed by a method that is not read here (LZMA). Unpack it first.',
  ])
})

test('a wrong checksum, and damaged data, give what there is and say so', async () => {
  const [wrong] = await filesOf(makeZip([{ name: 'a', text: TEXT, crc: 1 }]))
  expect(await unpack(wrong)).toEqual({ text: TEXT, failure: 'unpack-broken', notes: [] })
  const bytes = makeZip([{ name: 'a', text: TEXT }])
  bytes.fill(0xff, 1000, 1100)
  const [damaged] = await filesOf(bytes)
  expect((await unpack(damaged)).failure).toBe('unpack-broken')
})

test('an archive without its end is refused', async () => {
  const bytes = makeZip([{ name: 'a', text: TEXT }])
  for (const cut of [bytes.slice(0, -1), bytes.slice(0, 100), gzipSync('x')]) {
    await expect(openZip(new Blob([Uint8Array.from(cut)]))).rejects.toThrow('unpack-broken')
  }
})
