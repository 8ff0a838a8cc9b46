import { expect, test } from 'vitest'
import { blobSource, memorySource, ReadFailure, readFailureOf } from './byteSource.ts'

test('both kinds read the same ranges', async () => {
  const bytes = Uint8Array.from({ length: 100 }, (_, i) => i)
  for (const source of [memorySource(bytes), blobSource(new Blob([bytes]))]) {
    expect(source.size).toBe(100)
    expect(await source.read(10, 13)).toEqual(Uint8Array.of(10, 11, 12))
    expect(await source.read(100, 100)).toHaveLength(0)
    await expect((async () => source.read(90, 101))()).rejects.toThrow('Bug')
  }
})

test.each([
  ['NotReadableError', 'file-changed'],
  ['NotFoundError', 'file-gone'],
  ['SecurityError', 'unreadable'],
])('%s of the browser becomes a failure of kind %s', async (name, kind) => {
  const blob = new Blob(['12345'])
  blob.slice = () => {
    throw new DOMException('no', name)
  }
  const error: unknown = await blobSource(blob)
    .read(0, 2)
    .catch((e: unknown) => e)
  expect(error).toBeInstanceOf(ReadFailure)
  expect(error).toMatchObject({ failure: { kind } })
})

test('a read that comes out short is a changed file, and a bug stays a bug', async () => {
  const blob = new Blob(['12345'])
  blob.slice = () => new Blob(['1'])
  await expect(blobSource(blob).read(0, 2)).rejects.toMatchObject({
    failure: { kind: 'file-changed' },
  })
  const bug = new TypeError('x')
  expect(readFailureOf(bug)).toBe(bug)
})
