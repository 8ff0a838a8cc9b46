// The open file is chosen as the place to save, and is empty from then on.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ok } from '../../base/result.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { setClient, setSource, sourceOf } from '../clients.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { blankDocument, findDocument, store } from '../store.ts'
import { otherName, secureFile } from './secureFile.ts'

const facts = { state: 'ready', revision: 1 } as unknown as DocumentFacts

/** A file on the disk, as handles of it see it. */
class DiskFile {
  text = 'all lines'
  isGone = false

  handle(): FileSystemFileHandle {
    return {
      name: 'a.jsonl',
      disk: this,
      getFile: async () => {
        if (this.isGone) throw new DOMException('Gone', 'NotFoundError')
        return new File([this.text], 'a.jsonl', { lastModified: 1 })
      },
      isSameEntry: async (other: { readonly disk: unknown }) => other.disk === this,
    } as unknown as FileSystemFileHandle
  }
}

let disk: DiskFile
let attached: File[]

beforeEach(async () => {
  openScope('doc')
  disk = new DiskFile()
  attached = []
  const handle = disk.handle()
  setSource('doc', { file: await handle.getFile(), handle })
  const tab = { ...blankDocument, key: 'doc', name: 'a.jsonl', facts, canSave: true }
  store.setState({ ...store.getInitialState(), documents: [tab], activeKey: 'doc' }, true)
  const client: Partial<DocumentClient> = {
    checkFile: async () => ok({ kind: 'same' }),
    attach: async (file) => {
      attached.push(file)
      return ok({ kind: 'same', facts })
    },
    close: () => {},
  }
  setClient('doc', client as DocumentClient)
})
afterEach(() => closeScope('doc'))

test('the document goes on with what the file held before it was chosen', async () => {
  const secured = await secureFile('doc')
  disk.text = ''
  expect(await secured.settle(disk.handle())).toBe('copied')
  expect(await attached[0]?.text()).toBe('all lines')
  expect(sourceOf('doc')).toEqual({ file: attached[0] })
  expect(findDocument('doc')?.canSave).toBe(false)
})

test('of another file, or none, nothing comes', async () => {
  const before = sourceOf('doc')
  expect(await (await secureFile('doc')).settle(new DiskFile().handle())).toBe('elsewhere')
  expect(await (await secureFile('doc')).settle(undefined)).toBe('elsewhere')
  expect([sourceOf('doc'), attached]).toEqual([before, []])
})

test('where there is no copy of it, it is said what is left', async () => {
  disk.isGone = true
  const secured = await secureFile('doc')
  expect(await secured.settle(disk.handle())).toBe('lost')
  const said = store.getState().messages.at(-1)
  expect(inEnglish(said?.text)).toContain('the browser emptied it')
  expect(inEnglish(said?.action?.label)).toBe('Export edited lines')
})

describe('the file of another open document', () => {
  let other: DiskFile
  let goneOnWith: File[]

  beforeEach(async () => {
    openScope('other')
    other = new DiskFile()
    goneOnWith = []
    const handle = other.handle()
    setSource('other', { file: await handle.getFile(), handle })
    const tab = { ...blankDocument, key: 'other', name: 'b.jsonl', facts, canSave: true }
    store.setState(({ documents }) => ({ documents: [...documents, tab] }))
    const client: Partial<DocumentClient> = {
      checkFile: async () => ok({ kind: 'same' }),
      isLike: async (file) => ok((await file.text()) === 'all lines'),
      attach: async (file) => {
        goneOnWith.push(file)
        return ok({ kind: 'same', facts })
      },
      close: () => {},
    }
    setClient('other', client as DocumentClient)
  })
  afterEach(() => closeScope('other'))

  test('is copied as well, and that document goes on with the copy', async () => {
    const secured = await secureFile('doc')
    const settling = secured.settle(other.handle())
    other.text = ''
    expect(await settling).toBe('elsewhere')
    expect(attached).toEqual([])
    expect(await goneOnWith[0]?.text()).toBe('all lines')
    expect(findDocument('other')?.canSave).toBe(false)
    expect(inEnglish(store.getState().messages.at(-1)?.text)).toContain('b.jsonl')
  })

  test('stays what it is when something else is chosen', async () => {
    expect(await (await secureFile('doc')).settle(new DiskFile().handle())).toBe('elsewhere')
    expect(goneOnWith).toEqual([])
    expect(findDocument('other')?.canSave).toBe(true)
  })

  test.each([
    ['where there is no copy', () => (other.isGone = true)],
    ['where the copy is not what was read', () => (other.text = '')],
  ])('is said to be lost %s', async (_, change) => {
    change()
    expect(await (await secureFile('doc')).settle(other.handle())).toBe('elsewhere')
    expect(goneOnWith).toEqual([])
    const said = store.getState().messages.at(-1)
    expect(inEnglish(said?.text)).toContain('b.jsonl is open here as well')
    expect(inEnglish(said?.action?.label)).toBe('Export edited lines')
  })
})

test.each([
  ['a.jsonl', 'a-copy.jsonl'],
  ['b.jsonl', 'b.jsonl'],
  ['a.csv', 'a.csv'],
])('the open file is not suggested: %s', (suggested, expected) => {
  expect(otherName('doc', suggested)).toBe(expected)
})
