// For tests in Node: a device that keeps results, and sessions that open files on it.
import { CACHE_LIMITS, ResultCache, type CacheLimits } from '../../resultCache/resultCache.ts'
import { loadScannerModule } from '../../scanner/testing/loadScanner.ts'
import type { AttachedFindings } from '../../contracts/attachedFindings.ts'
import type { DocumentFacts, View } from '../../contracts/documentApi.ts'
import { DocumentSession } from '../documentSession.ts'
import { createMemoryStore, type MemoryStore } from './memoryStore.ts'

export interface OpenedFile {
  readonly session: DocumentSession
  readonly facts: () => DocumentFacts
  /** Facts without those that depend on when and how the file was read. */
  readonly lasting: () => Promise<object>
  /** Texts, verdicts and findings of the first lines of a view. */
  readonly rows: (view?: View) => Promise<readonly object[]>
  readonly exported: () => Promise<string>
}

export interface FileOptions {
  /** Default: long ago. */
  readonly lastModified?: number
  readonly ignoreCache?: boolean
  readonly attached?: AttachedFindings
  /** Of the hashes of lines. Default: any. */
  readonly seed?: bigint
  /** The code that validates. Default: always the same. */
  readonly build?: string
}

export interface Device {
  readonly store: MemoryStore
  /** All that were begun. */
  readonly sessions: readonly DocumentSession[]
  /** Opens a file and waits until it is read, and kept if it is. */
  readonly open: (content: string | Uint8Array, options?: FileOptions) => Promise<OpenedFile>
}

/** No file is read, and no entry given up, because the machine that runs the tests is busy. */
const PATIENT = { listPatience: 60_000, findPatience: 60_000, writePatience: 60_000 }

/** Keeps files of any size at once and however long it takes, unless limits say otherwise. */
export function createDevice(limits: Partial<CacheLimits> = {}): Device {
  const store = createMemoryStore()
  const sessions: DocumentSession[] = []
  return {
    store,
    sessions,
    async open(
      content,
      { lastModified = 1, ignoreCache = false, build = 'build', attached, seed } = {},
    ) {
      const kept = new ResultCache(store, build, {
        ...CACHE_LIMITS,
        fromFileBytes: 0,
        delay: 0,
        ...PATIENT,
        ...limits,
      })
      const session = new DocumentSession(loadScannerModule, kept)
      sessions.push(session)
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      const file = new File([new Uint8Array(bytes)], 'lines.jsonl', { lastModified })
      let latest: DocumentFacts | undefined
      const options = {
        jobId: 'open',
        startedAt: Date.now(),
        ignoreCache,
        attached,
        ...(seed !== undefined && { seed }),
      }
      await session.open(file, options, (facts) => {
        latest = facts
      })
      await settled(session)
      const facts = (): DocumentFacts => {
        if (!latest) throw new Error('no facts were reported')
        return latest
      }
      return {
        session,
        facts,
        async lasting() {
          await session.fixCounting.done()
          const { undoStep, ...rest } = facts()
          // A step has a number of its own in every document.
          const canUndo = undoStep !== undefined
          return { ...rest, canUndo, readMs: 0, revision: 0, isCached: false }
        },
        async rows(view = { kind: 'all' }) {
          const window = await session.readRows(view, 0, 1000)
          if (!window.ok) throw new Error(window.failure.code)
          return window.value.rows
        },
        async exported() {
          const request = {
            jobId: 'export',
            selection: { kind: 'all' },
            exporterId: 'jsonl',
          } as const
          const blob = await session.exportBlob(request, () => {})
          if (!blob.ok) throw new Error(blob.failure.code)
          // Blob.text() would take a byte order mark away.
          return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
            await blob.value.blob.arrayBuffer(),
          )
        },
      }
    },
  }
}

/** Until everything is done that the session has begun or put off. */
export async function settled(session: DocumentSession): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 2))
  // In line behind all of it; there is nothing to do again.
  await session.redo()
}
