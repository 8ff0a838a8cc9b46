// Files of private storage, of which Node has none: folders and locks are those of a test.
import { afterEach, expect, test, vi } from 'vitest'
import { downloadStore } from './privateDownloads.ts'

/** A file that is open cannot be opened again. */
type Folder = Map<string, Folder | 'file' | 'open'>

function folderHandle(folder: Folder): unknown {
  return {
    getDirectoryHandle(name: string) {
      const inside = folder.get(name) ?? new Map()
      folder.set(name, inside)
      return Promise.resolve(folderHandle(inside as Folder))
    },
    getFileHandle(name: string) {
      if (!folder.has(name)) folder.set(name, 'file')
      return Promise.resolve(fileHandle(folder, name))
    },
    entries: () =>
      [...folder].map(([name, inside]) => [
        name,
        typeof inside === 'string' ? fileHandle(folder, name) : folderHandle(inside),
      ]),
    removeEntry: (name: string) => Promise.resolve(folder.delete(name)),
  }
}

function fileHandle(folder: Folder, name: string): unknown {
  return {
    name,
    async createSyncAccessHandle() {
      if (folder.get(name) === 'open') throw new DOMException('', 'NoModificationAllowedError')
      folder.set(name, 'open')
      return { close: () => folder.set(name, 'file') }
    },
  }
}

/** The folder of downloads. `held`: pages that are open; undefined where the browser has no locks. */
function stubBrowser(pageIds: readonly string[], held?: readonly string[]): Folder {
  const downloads: Folder = new Map(pageIds.map((id) => [id, new Map()]))
  const locks = {
    query: () =>
      Promise.resolve({ held: held?.map((id) => ({ name: `lineproof-downloads-${id}` })) }),
  }
  vi.stubGlobal('navigator', {
    storage: { getDirectory: async () => folderHandle(new Map([['downloads', downloads]])) },
    ...(held && { locks }),
  })
  return downloads
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('workers of a page write files of their own at the same time', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const downloads = stubBrowser(['mine'], ['mine'])
  await Promise.all([downloadStore('mine').create(), downloadStore('mine').create()])
  expect((downloads.get('mine') as Folder).size).toBe(2)
})

test('files of closed pages are taken away', async () => {
  const downloads = stubBrowser(['mine', 'open', 'closed'], ['open'])
  await downloadStore('mine').clean()
  expect([...downloads.keys()]).toEqual(['mine', 'open'])
})

test('none is taken away where nobody knows which pages are open', async () => {
  const downloads = stubBrowser(['mine', 'other'])
  await downloadStore('mine').clean()
  expect([...downloads.keys()]).toEqual(['mine', 'other'])
})

test('without locks, the files of pages are taken away that hold their folder no more', async () => {
  const downloads = stubBrowser(['closed', 'unknown'])
  const open = downloadStore('open')
  await Promise.all([open.create(), open.create()])
  const closed = downloads.get('closed') as Folder
  await downloadStore('closed').create()
  for (const name of closed.keys()) closed.set(name, 'file')
  await downloadStore('mine').clean()
  expect([...downloads.keys()]).toEqual(['unknown', 'open'])
})
