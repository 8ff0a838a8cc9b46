// Reads multipart/form-data as it arrives, so that an upload of 200 MB never stands in memory.
import type { Readable } from 'node:stream'

export interface PartSink {
  /** Begins a part. `fileName` is undefined for a plain field. */
  begin(name: string, fileName: string | undefined): void
  write(bytes: Buffer): void
}

const HEADERS_END = Buffer.from('\r\n\r\n')

/** Whether the form came to its end; false when the connection broke before. */
export async function readMultipart(
  body: Readable,
  contentType: string,
  sink: PartSink,
): Promise<boolean> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (boundary === undefined) return false
  // The first one has no line end before it; with one put there, all look alike.
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  let rest: Buffer = Buffer.from('\r\n')
  let state: 'preamble' | 'headers' | 'content' | 'end' = 'preamble'
  for await (const chunk of body) {
    // Read to its end all the same: leaving the loop would break the connection.
    if (state === 'end') continue
    rest = Buffer.concat([rest, chunk as Buffer])
    for (;;) {
      if (state === 'headers') {
        if (rest.length < 2) break
        if (rest.subarray(0, 2).toString() === '--') {
          state = 'end'
          break
        }
        const end = rest.indexOf(HEADERS_END)
        if (end < 0) break
        beginPart(rest.subarray(0, end).toString('utf8'), sink)
        rest = rest.subarray(end + HEADERS_END.length)
        state = 'content'
      }
      const at = rest.indexOf(delimiter)
      if (at < 0) {
        // The beginning of a delimiter may stand at the end.
        const safe = Math.max(0, rest.length - delimiter.length)
        if (state === 'content' && safe > 0) sink.write(rest.subarray(0, safe))
        rest = rest.subarray(safe)
        break
      }
      if (state === 'content' && at > 0) sink.write(rest.subarray(0, at))
      rest = rest.subarray(at + delimiter.length)
      state = 'headers'
    }
  }
  return state === 'end'
}

function beginPart(headers: string, sink: PartSink): void {
  const disposition = /content-disposition:[^\r\n]*/i.exec(headers)?.[0] ?? ''
  const name = /[; ]name="([^"]*)"/.exec(disposition)?.[1] ?? ''
  sink.begin(name, /filename="([^"]*)"/.exec(disposition)?.[1])
}
