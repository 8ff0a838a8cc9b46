import { expect, test } from 'vitest'
import type { PackedFile } from './container.ts'
import { unpackAll } from './testing/unpackAll.ts'
import { openZstd } from './zstd.ts'
import { ZstdFrames } from './zstdFrames.ts'

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

/** The same lines by `zstd --no-check`. */
const UNCHECKED = '28b52ffd00589100007b226964223a317d0a7b226964223a327d0a'
/** What other programs may put between frames: "note". */
const SKIPPABLE = '5a2a4d18040000006e6f7465'

test('one frame, and several as one file, with what is to be skipped between them', async () => {
  expect(await unpack(FRAME)).toEqual({ text: TEXT, notes: [] })
  expect(await unpack(FRAMES)).toEqual({ text: TEXT, notes: [] })
  for (const hex of [SKIPPABLE + FRAME + SKIPPABLE, FRAME + SKIPPABLE + SKIPPABLE])
    expect(await unpack(hex)).toEqual({ text: TEXT, notes: [] })
})

test('a frame without a checksum is taken as it is', async () => {
  expect(await unpack(UNCHECKED)).toEqual({ text: TEXT, notes: [] })
})

test('a wrong checksum is told of, in the first frame as in the last', async () => {
  for (const end of [FRAMES.indexOf('28b52ffd', 8), FRAMES.length]) {
    const wrong = `${FRAMES.slice(0, end - 2)}00${FRAMES.slice(end)}`
    const { failure, text } = await unpack(wrong)
    expect(failure).toBe('unpack-broken')
    expect(TEXT.startsWith(text)).toBe(true)
  }
})

test('any byte that is another is noticed, or changes nothing', async () => {
  for (let at = 0; at < FRAMES.length; at += 2) {
    const byte = Number.parseInt(FRAMES.slice(at, at + 2), 16) ^ 0x10
    const { failure, text } = await unpack(
      `${FRAMES.slice(0, at)}${byte.toString(16).padStart(2, '0')}${FRAMES.slice(at + 2)}`,
    )
    if (failure === undefined) expect([TEXT, TEXT.slice(9)], `byte ${at / 2}`).toContain(text)
  }
})

test('frames are found however their bytes come', () => {
  const bytes = Uint8Array.from(Buffer.from(SKIPPABLE + FRAMES + SKIPPABLE, 'hex'))
  for (const size of [1, 2, 3, 5, 100]) {
    const frames = new ZstdFrames()
    let found = ''
    const checksums: unknown[] = []
    for (let at = 0; at < bytes.length; at += size) {
      for (const { bytes: piece, end } of frames.split(bytes.subarray(at, at + size))) {
        found += Buffer.from(piece).toString('hex')
        if (end) checksums.push(end.checksum)
      }
    }
    expect(found, `pieces of ${size}`).toBe(FRAMES)
    expect(checksums).toEqual([0xe610a142, 0xab262e11])
    expect(frames.isAtEnd).toBe(true)
  }
})

test('what is cut off is never presented as whole', async () => {
  for (let length = 4; length < FRAME.length / 2; length++) {
    const { failure, text } = await unpack(FRAME.slice(0, length * 2))
    expect(failure, `${length} bytes`).toBe('unpack-broken')
    expect(TEXT.startsWith(text)).toBe(true)
  }
})
