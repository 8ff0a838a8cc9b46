import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { PackedFile } from './container.ts'
import { openGzip, ownGunzip } from './gzip.ts'
import { unpackAll } from './testing/unpackAll.ts'

const LINES = Array.from({ length: 5000 }, (_, id) => `{"id":${id},"text":"${id * 7919}"}\n`)
const TEXT = LINES.join('')

function blobOf(...parts: readonly (Uint8Array | readonly number[])[]): Blob {
  return new Blob(parts.map((part) => Uint8Array.from(part)))
}

/** By our own means, as where the browser refuses to go on. */
function own(blob: Blob) {
  return unpackAll((steps) => ownGunzip(blob, steps))
}

/** As the app does. */
async function whole(blob: Blob) {
  const { files } = await openGzip(blob, 'x.jsonl.gz')
  return unpackAll((steps) => (files[0] as PackedFile).unpack(steps))
}

test.each([
  ['x.jsonl.gz', 'x.jsonl'],
  ['X.JSONL.GZ', 'X.JSONL'],
  ['x.tgz', 'x.tar'],
  ['noname', 'noname.jsonl'],
  ['called-otherwise.jsonl', 'called-otherwise.jsonl'],
])('%s is unpacked to %s', async (name, unpacked) => {
  const { files } = await openGzip(blobOf(gzipSync(TEXT)), name)
  expect(files.map((file) => [file.name, file.size])).toEqual([[unpacked, TEXT.length]])
})

test('one member, and several as one file', async () => {
  const members = [gzipSync(TEXT), gzipSync(''), gzipSync('{"last":1}\n')]
  for (const unpack of [own, whole]) {
    expect(await unpack(blobOf(gzipSync(TEXT)))).toEqual({ text: TEXT, notes: [] })
    expect(await unpack(blobOf(gzipSync('')))).toEqual({ text: '', notes: [] })
    expect(await unpack(blobOf(...members))).toEqual({ text: `${TEXT}{"last":1}\n`, notes: [] })
  }
})

test('hundreds of small members, as of bgzip', async () => {
  const members = LINES.map((line) => gzipSync(line))
  expect(await own(blobOf(...members))).toEqual({ text: TEXT, notes: [] })
})

test('a wrong checksum is never presented as whole, in any member', async () => {
  const bad = gzipSync(TEXT)
  bad[bad.length - 6] = (bad[bad.length - 6] as number) ^ 1
  for (const unpack of [own, whole]) {
    const alone = await unpack(blobOf(bad))
    expect(alone.failure).toBe('unpack-broken')
    expect(TEXT.startsWith(alone.text)).toBe(true)
    expect((await unpack(blobOf(bad, gzipSync('x')))).failure).toBe('unpack-broken')
    expect((await unpack(blobOf(gzipSync('x'), bad))).failure).toBe('unpack-broken')
  }
})

test('a file that is cut off gives what there is, and says so', async () => {
  const packed = gzipSync(TEXT)
  for (const length of [packed.length - 1, packed.length - 9, packed.length >> 1, 12]) {
    const cut = await whole(blobOf(packed.subarray(0, length)))
    expect(cut.failure, `${length} bytes`).toBe('unpack-broken')
    expect(TEXT.startsWith(cut.text)).toBe(true)
  }
})

test('zeros behind it are filling; anything else is told', async () => {
  const packed = gzipSync(TEXT)
  expect(await own(blobOf(packed, new Uint8Array(600)))).toEqual({ text: TEXT, notes: [] })
  expect(await own(blobOf(packed, [1, 2, 3, 4, 5]))).toEqual({
    text: TEXT,
    notes: ['5 bytes that are not gzip follow the compressed data. They were left out.'],
  })
  expect((await own(blobOf(packed, [9]))).notes).toHaveLength(1)
})
