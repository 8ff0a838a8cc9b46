// The origin's private storage and its locks, for whoever has a folder there. Used by pages and workers.

/** What is used of the browser's FileSystemSyncAccessHandle, which the types of pages do not know. */
export interface AccessHandle {
  getSize(): number
  /** Bytes read. */
  read(into: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number
  /** Bytes written. Throws when there is no room. */
  write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number
  truncate(size: number): void
  flush(): void
  close(): void
}

/** `read-only` lets several tabs read; browsers that do not know it give an exclusive handle. */
interface AccessibleFile {
  createSyncAccessHandle(options?: { readonly mode: 'read-only' }): Promise<AccessHandle>
}

/** In workers alone. Rejects when the file is in use. */
export function openAccessHandle(
  file: FileSystemFileHandle,
  mode?: 'read-only',
): Promise<AccessHandle> {
  return (file as unknown as AccessibleFile).createSyncAccessHandle(mode && { mode })
}

/** Undefined where the browser keeps nothing: private windows, old browsers, no secure origin. */
export async function privateFolder(name: string): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    const root = await navigator.storage.getDirectory()
    return await root.getDirectoryHandle(name, { create: true })
  } catch {
    return undefined
  }
}

/** False in browsers that have no such folders at all; where they are switched off it is true. */
export function hasPrivateFolders(): boolean {
  return typeof navigator !== 'undefined' && 'getDirectory' in (navigator.storage ?? {})
}

/** False in old browsers. */
export function hasLocks(): boolean {
  return typeof navigator !== 'undefined' && 'locks' in navigator
}

/** What follows `prefix` in the names of locks that some page or worker holds. */
export async function namesHeld(prefix: string): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query()
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
  )
}

/** Resolves with what releases the lock of that name; with undefined when someone has it. */
export function tryLock(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(undefined)
        return new Promise<void>((release) => resolve(release))
      })
      .catch(() => resolve(undefined))
  })
}

/** Resolves with what releases it; any number may share a lock of that name. Undefined where there are none. */
export function shareLock(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    navigator.locks
      .request(name, { mode: 'shared' }, () => new Promise<void>((release) => resolve(release)))
      .catch(() => resolve(undefined))
  })
}

/** Resolves when nobody has the lock of that name; with false when that cannot be told. */
export function lockFreed(name: string): Promise<boolean> {
  return navigator.locks.request(name, { mode: 'shared' }, () => true).catch(() => false)
}

/** Pages and workers that hold a lock of that name. */
export async function holdersOf(name: string): Promise<number> {
  const { held = [] } = await navigator.locks.query()
  return new Set(held.filter((lock) => lock.name === name).map(({ clientId }) => clientId)).size
}
