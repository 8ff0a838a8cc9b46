// For tests in Node: a file on the disk of the user's, as the browser hands it out.

export interface MemoryFile {
  readonly handle: FileSystemFileHandle
  /** Its text, once it was closed. */
  readonly text: () => Promise<string>
}

export function createMemoryFile(name = 'written.jsonl'): MemoryFile {
  let file = new File([], name)
  const handle = {
    name,
    createWritable: async () => {
      const parts: BlobPart[] = []
      return {
        write: async (part: BlobPart) => void parts.push(part),
        close: async () => {
          file = new File(parts, name)
        },
        abort: async () => {},
      }
    },
    getFile: async () => file,
  }
  return { handle: handle as unknown as FileSystemFileHandle, text: () => file.text() }
}
