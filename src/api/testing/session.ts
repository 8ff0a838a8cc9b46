// For tests: a session on a local server. Whatever a session says is searched for the key.
import { expect } from 'vitest'
import type { ApiAccess, BatchApi } from '../../contracts/batchApi.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { ApiSession } from '../apiSession.ts'
import type { DownloadStore, StoredDownload } from '../downloadStore.ts'
import type { Environment } from '../environment.ts'
import { parseRetryAfter } from '../retryAfter.ts'
import type { FormRequest, SendForm } from '../sendForm.ts'
import type { LocalServer } from './localServer.ts'

/** No part of it is a word of a message. */
export const KEY = 'sk-proj-q7XwV2mZ-9dKfR4tYb8LhN3sJc6PgA1uE5iO0'

export interface TestSession {
  readonly api: BatchApi
  /** Milliseconds that were waited, in order; none of them in truth. */
  readonly waits: number[]
}

/** Waiting takes no time, and a random number is one half. */
function testEnvironment(changes: Partial<Environment> = {}): Environment & {
  readonly waits: number[]
} {
  const waits: number[] = []
  return {
    fetch,
    sendForm: fetchSendForm,
    isOnline: () => true,
    store: undefined,
    wait: async (ms) => {
      waits.push(ms)
      await new Promise((resolve) => setTimeout(resolve, 0))
    },
    random: () => 0.5,
    now: Date.now,
    patience: { answer: 5000, check: 5000, model: 5000, stall: 5000, afterUpload: 5000 },
    ...changes,
    waits,
  }
}

export async function openSession(
  server: Pick<LocalServer, 'baseUrl'>,
  changes: Partial<Environment> = {},
  access: Partial<ApiAccess> = {},
): Promise<TestSession> {
  const environment = testEnvironment(changes)
  const api = searched(new ApiSession(environment, () => true))
  const connected = await api.connect({ baseUrl: server.baseUrl, key: KEY, ...access })
  expect(connected.ok).toBe(true)
  return { api, waits: environment.waits }
}

/** The same, with every answer and every report searched for the key and for parts of it. */
function searched(api: BatchApi): BatchApi {
  return new Proxy(api, {
    get(target, name) {
      const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>
      return async (...args: unknown[]) => {
        const heard = args.map((arg) =>
          typeof arg === 'function'
            ? (...told: unknown[]) => {
                expectNoKey(told)
                return (arg as (...told: unknown[]) => unknown)(...told)
              }
            : arg,
        )
        const answer = await method.apply(target, heard)
        expectNoKey(answer)
        return answer
      }
    },
  })
}

function expectNoKey(value: unknown): void {
  const text = JSON.stringify(inEnglish(value)) ?? ''
  for (let at = 0; at + 12 <= KEY.length; at++) expect(text).not.toContain(KEY.slice(at, at + 12))
}

/** Node has no XMLHttpRequest. All that it sends counts as sent, unless the connection broke before. */
export const fetchSendForm: SendForm = async (request) => {
  const size = sizeOf(request)
  request.onSent(Math.floor(size / 2))
  try {
    const response = await fetch(request.url, {
      method: 'POST',
      headers: request.headers,
      body: request.form,
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(request.afterUpload)]),
    })
    request.onSent(size)
    return {
      kind: 'answer',
      status: response.status,
      retryAfter: parseRetryAfter(response.headers.get('Retry-After'), Date.now()),
      text: await response.text(),
      isCut: false,
      isSent: true,
    }
  } catch (error) {
    if (request.signal.aborted) return { kind: 'cancelled', isSent: false }
    const isOver = error instanceof DOMException && error.name === 'TimeoutError'
    return { kind: 'silence', why: isOver ? 'timeout' : 'broken', isSent: true }
  }
}

function sizeOf({ form }: FormRequest): number {
  const file = form.get('file')
  return file instanceof Blob ? file.size : 0
}

export interface MemoryStore extends DownloadStore {
  /** Those that are there: finished or under way. */
  readonly files: Set<Uint8Array[]>
  cleaned: number
}

/** `room`: bytes of a file. */
export function memoryStore(room = Number.POSITIVE_INFINITY): MemoryStore {
  const files = new Set<Uint8Array[]>()
  const store: MemoryStore = {
    files,
    cleaned: 0,
    create() {
      const parts: Uint8Array<ArrayBuffer>[] = []
      files.add(parts)
      let size = 0
      let isOpen = true
      // As a handle of the browser that is closed.
      const assertOpen = (): void => {
        if (!isOpen) throw new DOMException('', 'InvalidStateError')
      }
      const stored: StoredDownload = {
        write(bytes) {
          assertOpen()
          size += bytes.length
          if (size > room) throw new DOMException('', 'QuotaExceededError')
          parts.push(bytes)
        },
        clear() {
          assertOpen()
          parts.length = 0
          size = 0
        },
        finish() {
          isOpen = false
          return Promise.resolve(new File(parts, 'stored'))
        },
        discard: () => Promise.resolve(void files.delete(parts)),
      }
      return Promise.resolve(stored)
    },
    clean: () => Promise.resolve(void store.cleaned++),
  }
  return store
}
