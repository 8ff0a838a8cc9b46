// For tests: a server on this machine that answers as it is told, and breaks off where it is told.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly method: string
  /** Below the base, with the query. */
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export type Handler = (request: Received, response: ServerResponse) => void | Promise<void>

export interface LocalServer {
  readonly baseUrl: string
  /** Whatever came, in order. */
  readonly received: Received[]
  /** `GET /models` of what came. */
  calls(): string[]
  /** How it answers from here on. */
  answer: Handler
  close(): Promise<void>
}

export async function startServer(answer: Handler): Promise<LocalServer> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    void receive(request).then(
      (all) => {
        received.push(all)
        return local.answer(all, response)
      },
      () => response.destroy(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const local: LocalServer = {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    received,
    calls: () => received.map(({ method, path }) => `${method} ${path}`),
    answer,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return local
}

async function receive(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return {
    method: request.method ?? '',
    path: (request.url ?? '').replace(/^\/v1/, ''),
    headers: request.headers,
    body: Buffer.concat(chunks),
  }
}

export function sendJson(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
  response.end(JSON.stringify(value))
}

/**
 * As OpenAI says what is wrong. It repeats whatever key it was sent, which no message may.
 */
export function sendError(
  request: Received,
  response: ServerResponse,
  status: number,
  error: { readonly code?: string; readonly message?: string } = {},
  headers = {},
): void {
  const { code = null, message = 'Something is wrong.' } = error
  const whole = `${message} You sent ${request.headers.authorization}.`
  sendJson(response, { error: { message: whole, type: 'x', param: null, code } }, status, headers)
}
