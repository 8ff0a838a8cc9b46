// What was appended to a file.
import { readAhead } from '../../document/readAhead.ts'
import type { ByteSource } from '../../document/byteSource.ts'
import type { MoreLines } from '../../contracts/fileApi.ts'

const LF = 10
const CR = 13

/** How many lines a file has after its first `size` bytes. Rejects with ReadFailure. */
export async function moreLinesOf(source: ByteSource, size: number): Promise<MoreLines> {
  const [before] = size > 0 ? await source.read(size - 1, size) : []
  const isEnded = before === undefined || before === LF
  const head = await source.read(size, Math.min(size + 2, source.size))
  const isEnd = head[0] === LF || (head[0] === CR && head[1] === LF)
  let ends = 0
  let last = before
  for await (const chunk of readAhead(source, size)) {
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) ends++
    last = chunk[chunk.length - 1]
  }
  const all = last === LF ? ends : ends + 1
  return {
    // The first of them is the end of a line that is known.
    lines: isEnded ? all : all - 1,
    goesOn: !isEnded && !isEnd,
  }
}
