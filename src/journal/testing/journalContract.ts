// What every store of journals does, whichever way it keeps them: run over each of them.
import { describe, expect, test } from 'vitest'
import type { JournalFile, JournalStore } from '../journalStore.ts'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

async function opened(store: JournalStore, name: string): Promise<JournalFile> {
  const file = await store.open(name, { create: true })
  if (!file) throw new Error(`${name} is not to be had`)
  return file
}

/** What is in it once nobody has it open. */
async function contentOf(store: JournalStore, name: string): Promise<string | undefined> {
  const file = await store.open(name, { create: false })
  const content = file && new TextDecoder().decode(file.readAll())
  expect(file?.size).toBe(content?.length)
  file?.close()
  return content
}

/** `create` gives a store; names are not shared between tests. */
export function describeJournalStore(name: string, create: () => JournalStore): void {
  describe(name, () => {
    test('what was written is there when it is opened again', async () => {
      const store = create()
      const file = await opened(store, 'a')
      expect(await file.writeAt(0, bytes('head'))).toBe(true)
      expect(await file.writeAt(4, bytes('-one'))).toBe(true)
      expect(await file.writeAt(8, bytes('-two'))).toBe(true)
      file.close()
      expect(await contentOf(store, 'a')).toBe('head-one-two')
    })

    test('writes that do not wait for each other are in order', async () => {
      const store = create()
      const file = await opened(store, 'b')
      const written = ['ab', 'cd', 'ef'].map(async (text, i) => file.writeAt(i * 2, bytes(text)))
      expect(await Promise.all(written)).toEqual([true, true, true])
      file.close()
      expect(await contentOf(store, 'b')).toBe('abcdef')
    })

    test('what is written again takes the place of what it covers, and of nothing else', async () => {
      const store = create()
      for (const [at, text, expected] of [
        [0, 'XY', 'XY23456789'],
        [1, 'XYZ', '0XYZ456789'],
        [3, 'UVWXYZ', '012UVWXYZ9'],
        [4, 'X', '0123X56789'],
        [0, 'abcdefghij', 'abcdefghij'],
        [8, 'WXYZ', '01234567WXYZ'],
      ] as const) {
        const file = await opened(store, 'c')
        file.truncate(0)
        for (const [i, piece] of ['0123', '456', '789'].entries()) {
          await file.writeAt(i === 0 ? 0 : 1 + i * 3, bytes(piece))
        }
        expect(await file.writeAt(at, bytes(text))).toBe(true)
        file.close()
        expect(await contentOf(store, 'c')).toBe(expected)
      }
    })

    test('it is cut, and grows again', async () => {
      const store = create()
      const file = await opened(store, 'd')
      await file.writeAt(0, bytes('0123'))
      await file.writeAt(4, bytes('4567'))
      file.truncate(6)
      expect(file.size).toBe(6)
      await file.writeAt(6, bytes('x'))
      file.close()
      expect(await contentOf(store, 'd')).toBe('012345x')
    })

    test('nobody else opens it meanwhile, and none is made by looking', async () => {
      const store = create()
      expect(await store.open('e', { create: false })).toBeUndefined()
      const file = await opened(store, 'e')
      await file.writeAt(0, bytes('e'))
      expect(await store.open('e', { create: true })).toBeUndefined()
      file.close()
      expect(await contentOf(store, 'e')).toBe('e')
    })

    test('bytes are counted, and what is removed is gone', async () => {
      const store = create()
      const before = await store.totalBytes()
      const file = await opened(store, 'f')
      await file.writeAt(0, bytes('12345'))
      file.close()
      expect(await store.totalBytes()).toBe(before + 5)
      // It may take a moment until it is let go.
      expect(await contentOf(store, 'f')).toBe('12345')
      await expect
        .poll(async () => {
          await store.remove('f')
          return store.totalBytes()
        })
        .toBe(before)
      expect(await contentOf(store, 'f')).toBeUndefined()
    })
  })
}
