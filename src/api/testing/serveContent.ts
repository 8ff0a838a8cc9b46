// For tests: a server with one file, and transfers that break as they are told.
import type { ServerResponse } from 'node:http'
import { expect } from 'vitest'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { type LocalServer, type Received, sendError, sendJson } from './localServer.ts'

export function contentOf(length: number): Buffer {
  const line = (at: number) => `{"custom_id":"request-${at}","response":{"status_code":200}}\n`
  let text = ''
  for (let at = 0; text.length < length; at++) text += line(at)
  return Buffer.from(text.slice(0, length))
}

export interface Serving {
  readonly content: Buffer
  /** Bytes after which the nth transfer breaks; whole when absent. */
  readonly breaks?: readonly number[]
  /** How the part is sent; by default as ranges are. */
  readonly range?: 'ignored' | 'whole-as-206' | 'refused' | 'other-bytes'
  /** As the file's description has it. */
  readonly bytes?: number
  /** Whether the length is told; without it, a break looks like an end. */
  readonly hasLength?: boolean
}

/** Break-offs are abrupt where the length is told, and else look like the end. */
export function serveContent(
  server: LocalServer,
  { content, breaks = [], range, bytes, hasLength = true }: Serving,
): void {
  let turn = 0
  server.answer = (request, response) => {
    if (!request.path.endsWith('/content')) {
      return sendJson(response, { id: 'file-1', bytes: bytes ?? content.length })
    }
    const from = range === 'ignored' ? 0 : startOf(request)
    if (from > 0 && range === 'refused') return sendError(request, response, 416)
    const rest = range === 'whole-as-206' ? content : content.subarray(from)
    const sent = from > 0 && range === 'other-bytes' ? Buffer.from(rest).reverse() : rest
    const limit = breaks[turn++]
    const headers = hasLength ? { 'Content-Length': sent.length } : { Connection: 'close' }
    response.useChunkedEncodingByDefault = false
    response.writeHead(from > 0 ? 206 : 200, headers)
    send(response, sent, limit, hasLength)
  }
}

function send(
  response: ServerResponse,
  bytes: Buffer,
  limit: number | undefined,
  isAbrupt: boolean,
) {
  if (limit === undefined || limit >= bytes.length) return response.end(bytes)
  const part = bytes.subarray(0, limit)
  if (!isAbrupt) return response.end(part)
  return response.write(part, () => setTimeout(() => response.destroy(), 5))
}

export function startOf({ headers }: Received): number {
  return Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0)
}

/** What was asked of the content, in order: the `Range`, if any. */
export const rangesOf = (server: LocalServer) =>
  server.received
    .filter(({ path }) => path.endsWith('/content'))
    .map(({ headers }) => headers.range)

export async function expectFile(result: unknown, content: Buffer): Promise<void> {
  expect(inEnglish(result)).toMatchObject({ ok: true })
  const file = (result as { value: File }).value
  expect(file.name).toBe('output.jsonl')
  expect(Buffer.from(await file.arrayBuffer()).equals(content)).toBe(true)
}
