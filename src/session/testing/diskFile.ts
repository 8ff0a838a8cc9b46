// For tests in Node: files as a browser gives them of a disk, which can no longer be read once they are written to.

/** Reads fail as those of a browser do once `isTouched`. */
export interface DiskFile {
  readonly file: File
  isTouched: boolean
}

export function diskFile(content: string | Uint8Array, lastModified = 1): DiskFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const file = new File([new Uint8Array(bytes)], 'lines.jsonl', { lastModified })
  const disk = { file, isTouched: false }
  const slice = file.slice.bind(file)
  const guarded = (blob: Blob): Blob => {
    const refuse = (): Promise<never> => Promise.reject(new DOMException('', 'NotReadableError'))
    const read = blob.arrayBuffer.bind(blob)
    const inner = blob.slice.bind(blob)
    return Object.assign(blob, {
      arrayBuffer: () => (disk.isTouched ? refuse() : read()),
      slice: (from?: number, to?: number) => guarded(inner(from, to)),
    })
  }
  Object.assign(file, { slice: (from?: number, to?: number) => guarded(slice(from, to)) })
  return disk
}
