// A relay as a user may run one: it passes everything on to an API, with headers of its own added, and
// every answer back.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export class Relay {
  /** Added to each request. */
  readonly headers = new Map<string, string>()
  readonly #target: URL
  readonly #server = createServer((req, res) => this.#pass(req, res))
  #port = 0

  constructor(target: string) {
    this.#target = new URL(target)
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.#port = (this.#server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  #pass(req: IncomingMessage, res: ServerResponse): void {
    const { hostname, port, host } = this.#target
    const passed = request(
      {
        hostname,
        port,
        method: req.method,
        path: req.url,
        headers: { ...req.headers, ...Object.fromEntries(this.headers), host },
      },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(res)
      },
    )
    passed.on('error', () => res.destroy())
    req.pipe(passed)
  }
}
