// Every place of a browser where a text could have been left: what the page shows and keeps.
import type { Page } from '@playwright/test'

/** The places that hold `secret`, by name. */
export async function findSecret(page: Page, secret: string): Promise<readonly string[]> {
  const inPage = await page.evaluate(findInPage, secret)
  const cookies = JSON.stringify(await page.context().cookies())
  const found = cookies.includes(secret) ? [...inPage, 'cookies'] : inPage
  return page.url().includes(secret) ? [...found, 'the address of the page'] : found
}

/** Runs in the page: it may use nothing from outside itself. */
async function findInPage(secret: string): Promise<string[]> {
  const found: string[] = []
  const look = (place: string, text: string): void => {
    if (text.includes(secret)) found.push(place)
  }

  look('the document', document.documentElement.outerHTML)
  look('texts of the page', document.body.innerText)
  look('the title', document.title)
  look('the name of the window', window.name)
  look('the state of the history', JSON.stringify(history.state))
  for (const entry of performance.getEntries()) look('the timeline', entry.name)
  for (const field of document.querySelectorAll('input, textarea')) {
    // The field itself: what was typed stands in it until it is used.
    const { type, value } = field as HTMLInputElement
    if (type !== 'password') look('a field', value)
  }

  for (const [place, storage] of [
    ['local storage', localStorage],
    ['session storage', sessionStorage],
  ] as const) {
    for (let at = 0; at < storage.length; at += 1) {
      const key = storage.key(at) ?? ''
      look(place, `${key} ${storage.getItem(key)}`)
    }
  }

  for (const { name } of await indexedDB.databases()) {
    if (name !== undefined) await lookInDatabase(name)
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      const answer = await cache.match(request)
      look(`cache ${name}`, request.url + JSON.stringify([...request.headers]))
      if (answer) look(`cache ${name}`, await answer.text())
    }
  }
  await lookInFolder(await navigator.storage.getDirectory(), 'private files')
  return found

  async function lookInDatabase(name: string): Promise<void> {
    const opened = await promised(indexedDB.open(name))
    for (const store of opened.objectStoreNames) {
      const rows = opened.transaction(store).objectStore(store)
      const [keys, values] = await Promise.all([
        promised(rows.getAllKeys()),
        promised(rows.getAll()),
      ])
      look(`database ${name}`, JSON.stringify(keys))
      for (const value of values as readonly unknown[]) {
        look(`database ${name}`, value instanceof Blob ? await value.text() : JSON.stringify(value))
      }
    }
    opened.close()
  }

  async function lookInFolder(folder: FileSystemDirectoryHandle, path: string): Promise<void> {
    for await (const [name, entry] of folder.entries()) {
      look(path, name)
      if (entry instanceof FileSystemDirectoryHandle) await lookInFolder(entry, `${path}/${name}`)
      else if (entry instanceof FileSystemFileHandle) {
        look(`${path}/${name}`, await (await entry.getFile()).text())
      }
    }
  }

  function promised<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('No access.')))
    })
  }
}
