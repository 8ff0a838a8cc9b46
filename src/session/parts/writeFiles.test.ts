import { expect, test } from 'vitest'
import { createMemoryFolder } from '../testing/memoryFolder.ts'
import { openText } from '../testing/openText.ts'

const FILES = ['one', 'two', 'three'].map((name) => ({ name, blob: new Blob([`${name}\n`]) }))

test('files are written under their names, over those that are there', async () => {
  const { session } = await openText('{}')
  const folder = createMemoryFolder()
  const seen: number[] = []
  const write = (files: typeof FILES) =>
    session.writeFiles(files, folder.handle, 'write', ({ done }) => seen.push(done))
  expect(await write(FILES)).toEqual({ ok: true, value: 3 })
  expect(await folder.texts()).toEqual({ one: 'one\n', two: 'two\n', three: 'three\n' })
  expect(await write([{ name: 'two', blob: new Blob(['other\n']) }])).toMatchObject({ ok: true })
  expect(await folder.texts()).toMatchObject({ one: 'one\n', two: 'other\n' })
  expect(seen[0]).toBe(4)
})

test('nothing is left of a file that was being written when it was cancelled', async () => {
  const { session } = await openText('{}')
  const folder = createMemoryFolder()
  const files = [{ name: 'large', blob: new Blob(['x'.repeat(40_000_000)]) }, ...FILES]
  const written = await session.writeFiles(files, folder.handle, 'write', () => {
    void session.cancel('write')
  })
  expect(written).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
  expect(await folder.texts()).toEqual({})
})
