// A session over a disk that is made up.
import type { DownloadStore } from '../../../api/downloadStore.ts'
import type { Result } from '../../../base/result.ts'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { loadScannerModule } from '../../../scanner/testing/loadScanner.ts'
import { ConversionSession } from '../conversionSession.ts'

/** Files that are on the disk at the moment, by their contents. */
function makeStore(onWrite: () => void): DownloadStore & { readonly files: Set<object> } {
  const files = new Set<object>()
  return {
    files,
    async create() {
      const key = {}
      files.add(key)
      let parts: Uint8Array<ArrayBuffer>[] = []
      let isOpen = true
      // As a handle of the browser that is closed.
      const assertOpen = (): void => {
        if (!isOpen) throw new DOMException('', 'InvalidStateError')
      }
      return {
        write(bytes) {
          onWrite()
          assertOpen()
          parts.push(bytes)
        },
        clear() {
          assertOpen()
          parts = []
        },
        async finish() {
          isOpen = false
          return new File(parts, '')
        },
        discard: async () => void files.delete(key),
      }
    },
    clean: async () => {},
  }
}

/** `onWrite`: with each piece that is written to the disk; what it throws, writing does. */
export function makeSession(room = 2 ** 40, onWrite: () => void = () => {}) {
  const store = makeStore(onWrite)
  const session = new ConversionSession({
    store,
    loadScanner: loadScannerModule,
    room: async () => room,
  })
  return { session, store }
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(inEnglish(result.failure.message))
  return result.value
}

export function codeOf(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.failure.code
}

export const noProgress = (): void => {}
