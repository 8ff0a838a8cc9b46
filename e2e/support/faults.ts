// Faults that are injected: bytes of journals, room in the storage and on the disk, and the moment at which a file is
// written.
import type { Page, Worker } from '@playwright/test'
import { expect } from '@playwright/test'
import type { App } from './app.ts'

/** Bytes of the only journal. */
export function readJournal(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const edits = await root.getDirectoryHandle('edits')
    for await (const [name, handle] of edits.entries()) {
      if (handle.kind !== 'file' || name.includes('.')) continue
      return [...new Uint8Array(await (await handle.getFile()).arrayBuffer())]
    }
    throw new Error('There is no journal.')
  })
}

/** Instead of all that are there. */
export async function putJournal(page: Page, bytes: readonly number[]): Promise<void> {
  await clearJournals(page)
  await page.evaluate(async (content) => {
    const root = await navigator.storage.getDirectory()
    const edits = await root.getDirectoryHandle('edits', { create: true })
    const writable = await (await edits.getFileHandle('damaged', { create: true })).createWritable()
    await writable.write(Uint8Array.from(content))
    await writable.close()
  }, bytes)
}

/** Leaves the app: its workers have theirs open, and for a moment longer. */
export async function clearJournals(page: Page): Promise<void> {
  await page.goto('icon.svg')
  const isCleared = (): Promise<boolean> =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      await root.getDirectoryHandle('edits', { create: true })
      return root.removeEntry('edits', { recursive: true }).then(
        () => true,
        () => false,
      )
    })
  await expect.poll(isCleared).toBe(true)
}

/** As the browser's own 'clear site data' does, while the page has files open there. */
export async function clearStorage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
}

/** No byte more fits into the storage of the page, until it is lifted. */
export async function limitStorage(page: Page): Promise<{ readonly lift: () => Promise<void> }> {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage })
  return {
    lift: async () => {
      await session.send('Storage.overrideQuotaForOrigin', { origin })
    },
  }
}

/** Of the documents that are open, and the one that waits for the next. */
function documentWorkers(page: Page): Worker[] {
  return page.workers().filter((worker) => worker.url().includes('/document.worker'))
}

/** Half of what is written to files of the user's comes through. */
export async function fillDisk(page: Page): Promise<void> {
  for (const worker of documentWorkers(page)) {
    await worker.evaluate(() => {
      const { prototype } = FileSystemWritableFileStream
      // Called with its `this`, below.
      // oxlint-disable-next-line typescript/unbound-method
      const write = prototype.write
      prototype.write = async function (this: FileSystemWritableFileStream, part) {
        await write.call(this, new Blob([part as Blob]).slice(0, 100))
        throw new DOMException('The disk is full', 'QuotaExceededError')
      }
    })
  }
}

/** Writing begins when the result is called. */
export async function pauseWriting(
  page: Page,
): Promise<(() => Promise<void>) & { readonly whenPaused: () => Promise<void> }> {
  interface Gate {
    isReached: boolean
    open: () => void
  }
  const workers = documentWorkers(page)
  for (const worker of workers) {
    await worker.evaluate(() => {
      const gate = globalThis as unknown as Gate
      const opened = new Promise<void>((resolve) => (gate.open = resolve))
      const { prototype } = FileSystemFileHandle
      // oxlint-disable-next-line typescript/unbound-method
      const create = prototype.createWritable
      prototype.createWritable = async function (this: FileSystemFileHandle, ...options) {
        const writable = await create.apply(this, options)
        gate.isReached = true
        await opened
        return writable
      }
    })
  }
  const isPaused = async (): Promise<boolean> => {
    const answers = workers.map((each) =>
      each.evaluate(() => (globalThis as unknown as Gate).isReached),
    )
    return (await Promise.all(answers)).includes(true)
  }
  const goOn = async (): Promise<void> => {
    for (const each of workers) await each.evaluate(() => (globalThis as unknown as Gate).open())
  }
  return Object.assign(goOn, { whenPaused: () => expect.poll(isPaused).toBe(true) })
}

export async function saveToFile(app: App): Promise<void> {
  await app.page.evaluate(() => {
    const picker = async (): Promise<FileSystemFileHandle> => {
      const root = await navigator.storage.getDirectory()
      return root.getFileHandle('chosen.jsonl', { create: true })
    }
    Object.assign(window, { showSaveFilePicker: picker })
  })
  await app.button(/^Export/).click()
  await app.page
    .getByRole('dialog', { name: 'Export' })
    .getByRole('button', { name: 'Save to file…' })
    .click()
}

export function storedText(page: Page, name: string): Promise<string> {
  return page.evaluate(async (file) => {
    const root = await navigator.storage.getDirectory()
    return (await (await root.getFileHandle(file)).getFile()).text()
  }, name)
}
