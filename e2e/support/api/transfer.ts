// Bytes on their way, either way, and the faults that stop them half way.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { Fault } from './faults.ts'

/** Bytes of a piece of an answer. */
const PIECE_BYTES = 64 * 1024

/** The body of a request, as the fault lets it through. */
export function bodyOf(req: IncomingMessage, fault: Fault | undefined): Readable {
  const what = fault?.what
  if (what?.kind !== 'broken' && what?.kind !== 'gate') return req
  const limit = what.share * Number(req.headers['content-length'] ?? 0)
  async function* pieces() {
    let bytes = 0
    let hasPassed = false
    for await (const chunk of req) {
      bytes += (chunk as Buffer).length
      if (bytes >= limit && !hasPassed) {
        if (what?.kind === 'broken') {
          req.socket.destroy()
          return
        }
        hasPassed = true
        await fault?.pass()
      }
      yield chunk as Buffer
    }
  }
  return Readable.from(pieces())
}

/** Sends content, as the fault lets it through. The head is written already. */
export async function sendContent(
  res: ServerResponse,
  content: Buffer,
  fault: Fault | undefined,
): Promise<void> {
  const what = fault?.what
  const limit = what && 'share' in what ? Math.floor(what.share * content.length) : content.length
  await sendPieces(res, content.subarray(0, limit))
  if (what?.kind === 'broken') {
    res.socket?.destroy()
    return
  }
  if (what?.kind === 'gate') await fault?.pass()
  await sendPieces(res, content.subarray(limit))
  res.end()
}

async function sendPieces(res: ServerResponse, content: Buffer): Promise<void> {
  for (let at = 0; at < content.length && !res.destroyed; at += PIECE_BYTES) {
    await new Promise<void>((resolve) => {
      // Also called when the connection is gone.
      res.write(content.subarray(at, at + PIECE_BYTES), () => resolve())
    })
  }
}

/** Reads what is left of a request, so that its answer is read and not a broken connection. */
export async function drain(req: IncomingMessage): Promise<void> {
  try {
    for await (const _ of req);
  } catch {
    // The other side has gone.
  }
}
