// For tests in Node: a file on the disk of the user's, as the browser hands it out.

export interface MemoryFile {
  readonly handle: FileSystemFileHandle
  /** Its text, once it was closed. */
  readonly text: () => Promise<string>
  /** What each way of writing rejects with, by its name. */
  readonly faults: Partial<Record<'createWritable' | 'write' | 'close', DOMException>>
  /** What happens once, when something is written. */
  readonly whenAt: Partial<Record<'createWritable' | 'write', () => void>>
  /** As another program does. */
  readonly append: (text: string) => void
}

export function createMemoryFile(name = 'written.jsonl', before = ''): MemoryFile {
  let file = new File([before], name)
  const faults: MemoryFile['faults'] = {}
  const whenAt: MemoryFile['whenAt'] = {}
  const happen = (at: 'createWritable' | 'write'): void => {
    whenAt[at]?.()
    delete whenAt[at]
  }
  const failIf = (fault: DOMException | undefined): void => {
    if (fault) throw fault
  }
  const handle = {
    name,
    createWritable: async () => {
      failIf(faults.createWritable)
      happen('createWritable')
      const parts: BlobPart[] = []
      return {
        write: async (part: BlobPart) => {
          // A disk is full after some of it.
          parts.push(part)
          failIf(faults.write)
          happen('write')
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
  return {
    handle: handle as unknown as FileSystemFileHandle,
    text: () => file.text(),
    faults,
    whenAt,
    append(text) {
      file = new File([file, text], name)
    },
  }
}
