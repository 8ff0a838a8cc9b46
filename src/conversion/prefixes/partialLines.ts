// Lines that a container runtime cut, put together again. Kubernetes' format (CRI) has a time, a stream,
// and P for a line that goes on in the next one of its stream, F for the last part or a whole line.
// https://github.com/kubernetes/design-proposals-archive/blob/main/node/kubelet-cri-logging.md
import { concatBytes } from '../../base/concatBytes.ts'
import { LINE_LIMIT } from '../lineSplitter.ts'

const PARTIAL = /^\d{4}-\d\d-\d\dT\S+ (stdout|stderr) ([PF])(?: |$)/
/** Bytes of a line in which its beginning is looked for. */
const HEAD = 80

interface OpenLine {
  readonly row: number
  readonly parts: Uint8Array[]
  size: number
}

export class PartialLines {
  readonly #onLine: (bytes: Uint8Array, row: number) => void
  readonly #open = new Map<string, OpenLine>()
  readonly #decoder = new TextDecoder('latin1')

  /** `onLine` gets whole lines, with the row of their first part; the prefix is that of the first. */
  constructor(onLine: (bytes: Uint8Array, row: number) => void) {
    this.#onLine = onLine
  }

  /** `bytes` are valid during the call alone. */
  add(bytes: Uint8Array, row: number): void {
    const found = PARTIAL.exec(this.#decoder.decode(bytes.subarray(0, HEAD)))
    if (!found) return this.#onLine(bytes, row)
    const [prefix, stream = '', tag] = found
    const open = this.#open.get(stream)
    if (!open && tag === 'F') return this.#onLine(bytes, row)
    const line = open ?? { row, parts: [], size: 0 }
    const part = open ? bytes.slice(prefix.length) : bytes.slice()
    line.size += part.length
    if (line.size > LINE_LIMIT) throw new RangeError('out of memory: a line')
    line.parts.push(part)
    if (tag === 'P') this.#open.set(stream, line)
    else this.#end(stream, line)
  }

  /** Lines whose last part never came are handed on as they are. */
  finish(): void {
    for (const [stream, line] of this.#open) this.#end(stream, line)
  }

  #end(stream: string, line: OpenLine): void {
    this.#open.delete(stream)
    this.#onLine(concatBytes(line.parts), line.row)
  }
}
