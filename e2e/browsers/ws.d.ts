// The part of `ws` that the tests use; its own types are a package of their own.
declare module 'ws' {
  export default class WebSocket {
    constructor(url: string)
    send(data: string): void
    close(): void
    on(event: 'message', listener: (data: unknown) => void): void
    on(event: 'close', listener: () => void): void
    on(event: 'error', listener: (error: Error) => void): void
    once(event: 'open', listener: () => void): void
    once(event: 'error', listener: (error: Error) => void): void
  }
}
