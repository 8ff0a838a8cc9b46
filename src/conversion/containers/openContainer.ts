// Which container a file is, from its first bytes.
import { blobSource } from '../../document/byteSource.ts'
import { sniffContent } from '../../scanner/sniffContent.ts'
import type { Container } from './container.ts'
import { openGzip } from './gzip.ts'
import { openZip } from './zip.ts'
import { openZstd } from './zstd.ts'

/** Bytes in which the marks of all containers stand. */
const MARK_LENGTH = 64

/** Undefined for a file that is none. Throws ReadFailure where the list of its contents is damaged. */
export async function openContainer(blob: Blob, name: string): Promise<Container | undefined> {
  const head = await blobSource(blob).read(0, Math.min(MARK_LENGTH, blob.size))
  switch (sniffContent(head, head.length === blob.size).encoding) {
    case 'gzip':
      return openGzip(blob, name)
    case 'zstd':
      return openZstd(blob, name)
    case 'zip':
      return openZip(blob)
    default:
      return undefined
  }
}
