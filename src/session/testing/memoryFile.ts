// For tests in Node: a file on the disk of the user's, as the browser hands it out.

export interface MemoryFile {
  readonly handle: FileSystemFileHandle
  /** Its text, once it was closed. */
  readonly text: () => Promise<string>
  /** What each way of writing rejects with, by its name. */
  readonly faults: Partial<Record<'createWritable' | 'write' | 'close', DOMException>>
}

export function createMemoryFile(name = 'written.jsonl', before = ''): MemoryFile {
  let file = new File([before], name)
  const faults: MemoryFile['faults'] = {}
  const failIf = (fault: DOMException | undefined): void => {
    if (fault) throw fault
  }
  const handle = {
    name,
    createWritable: async () => {
      failIf(faults.createWritable)
      const parts: BlobPart[] = []
      return {
        write: async (part: BlobPart) => {
          // A disk is full after some of it.
          parts.push(part)
          failIf(faults.write)
        },
        close: async () => {
          failIf(faults.close)
          file = new File(parts, name)
        },
        abort: async () => {},
      }
    },
    getFile: async () => file,
  }
  return { handle: handle as unknown as FileSystemFileHandle, text: () => file.text(), faults }
}
