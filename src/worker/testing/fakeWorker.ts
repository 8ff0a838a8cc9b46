// For tests in Node: a worker of which the test is the other thread.
import { expose } from 'comlink'
import { vi } from 'vitest'

export class FakeWorker extends EventTarget {
  isTerminated = false
  readonly #port: MessagePort

  /** `api`: what it serves; a method that never settles is one that never answers. */
  constructor(api: object) {
    super()
    const { port1, port2 } = new MessageChannel()
    expose(api, port2)
    this.#port = port1
    port1.addEventListener('message', ({ data }) =>
      this.dispatchEvent(new MessageEvent('message', { data })),
    )
    port1.start()
  }

  /** What `createWorkerClient` takes. */
  get asWorker(): Worker {
    return this as unknown as Worker
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    if (!this.isTerminated) this.#port.postMessage(message, transfer)
  }

  terminate(): void {
    this.isTerminated = true
    this.#port.close()
  }

  /** Its script throws, or the browser ends it; then without a message. */
  die(message = ''): void {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message }))
  }

  sendGarbage(): void {
    this.dispatchEvent(new MessageEvent('messageerror'))
  }
}

/** Until `vi.unstubAllGlobals`: whoever starts a worker has one that serves `api`. */
export function stubWorker(api: object): void {
  vi.stubGlobal(
    'Worker',
    class {
      constructor() {
        return new FakeWorker(api)
      }
    },
  )
}
