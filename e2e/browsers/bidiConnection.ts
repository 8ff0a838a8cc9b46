// WebDriver BiDi over its WebSocket: commands with their answers, and events. See https://w3c.github.io/webdriver-bidi/.
import WebSocket from 'ws'

interface Answer {
  readonly id?: number | null
  readonly type: 'success' | 'error' | 'event'
  readonly result?: unknown
  readonly error?: string
  readonly message?: string
  readonly method?: string
  readonly params?: unknown
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

export class BidiConnection {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, Waiting>()
  #count = 0
  /** Hears every event. */
  onEvent: (method: string, params: unknown) => void = () => {}

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data) => this.#take(JSON.parse(String(data))))
    socket.on('close', () => this.#end())
    // Followed by 'close'.
    socket.on('error', () => {})
  }

  static connect(url: string): Promise<BidiConnection> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url)
      socket.once('open', () => resolve(new BidiConnection(socket)))
      socket.once('error', reject)
    })
  }

  /** Rejects with what the browser says, and when it is gone. */
  send<Result>(method: string, params: object): Promise<Result> {
    const id = ++this.#count
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
    })
    this.#socket.send(JSON.stringify({ id, method, params }))
    return answer as Promise<Result>
  }

  close(): void {
    this.#socket.close()
  }

  #take(answer: Answer): void {
    if (answer.type === 'event') return this.onEvent(answer.method ?? '', answer.params)
    const waiting = this.#waiting.get(answer.id ?? 0)
    this.#waiting.delete(answer.id ?? 0)
    if (answer.type === 'success') waiting?.resolve(answer.result)
    else waiting?.reject(new Error(`${answer.error}: ${answer.message}`))
  }

  #end(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('The browser is gone.'))
    this.#waiting.clear()
  }
}
