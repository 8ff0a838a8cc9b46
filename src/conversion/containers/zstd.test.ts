import { expect, test } from 'vitest'
import type { PackedFile } from './container.ts'
import { nativeStream } from './nativeStream.ts'
import { unpackAll } from './testing/unpackAll.ts'
import { openZstd } from './zstd.ts'

/** Made by zstd 1.5: two lines in a frame, and each in a frame of its own. */
const FRAME = '28b52ffd04589100007b226964223a317d0a7b226964223a327d0ae8238518'
const FRAMES =
  '28b52ffd04584900007b226964223a317d0a42a110e628b52ffd04584900007b226964223a327d0a112e26ab'
const TEXT = '{"id":1}\n{"id":2}\n'

function unpack(hex: string) {
  const { files } = openZstd(new Blob([Uint8Array.from(Buffer.from(hex, 'hex'))]), 'x.jsonl.zst')
  expect(files.map(({ name }) => name)).toEqual(['x.jsonl'])
  return unpackAll((steps) => (files[0] as PackedFile).unpack(steps))
}

// Of engines that know Zstandard by themselves, and verify it, nothing is said.
const NOTES = nativeStream('zstd') ? [] : [expect.stringMatching(/checksums .* are not verified/)]

test('one frame, and several as one file', async () => {
  expect(await unpack(FRAME)).toEqual({ text: TEXT, notes: NOTES })
  expect(await unpack(FRAMES)).toEqual({ text: TEXT, notes: NOTES })
})

test('a wrong checksum is not noticed, and the file says so', async () => {
  const wrong = `${FRAME.slice(0, -2)}00`
  const { notes, text } = await unpack(wrong)
  expect(text).toBe(TEXT)
  expect(notes).toEqual([expect.stringMatching(/checksums .* are not verified/)])
})

test('what is cut off is never presented as whole', async () => {
  for (let length = 4; length < FRAME.length / 2; length++) {
    const { failure, text } = await unpack(FRAME.slice(0, length * 2))
    expect(failure, `${length} bytes`).toBe('unpack-broken')
    expect(TEXT.startsWith(text)).toBe(true)
  }
})
