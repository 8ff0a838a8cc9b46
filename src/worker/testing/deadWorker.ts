// A worker that dies as soon as it is started: what is opened by it cannot be read.

export class DeadWorker extends EventTarget {
  constructor() {
    super()
    queueMicrotask(() => this.dispatchEvent(new Event('error')))
  }

  postMessage(): void {}

  terminate(): void {}
}
