// Files into a folder of the user's, one after the other.
import type { Job } from '../../base/jobs.ts'
import { writeToFile } from '../../base/writeToFile.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import type { NamedFile } from '../../contracts/splitFiles.ts'

/** Bytes that are written at a time, so that there is progress to see and a way to stop. */
const WRITE_STEP = 16 * 1024 * 1024

/** How many were written. Throws Cancelled, and what the browser throws. */
export async function writeFiles(
  files: readonly NamedFile[],
  folder: FileSystemDirectoryHandle,
  job: Job,
  onProgress: OnProgress,
): Promise<number> {
  const total = files.reduce((sum, { blob }) => sum + blob.size, 0)
  let before = 0
  for (const { name, blob } of files) {
    job.check()
    const isNew = !(await isIn(folder, name))
    const handle = await folder.getFileHandle(name, { create: true })
    try {
      await writeFile(handle, blob, job, (written) =>
        onProgress({ unit: 'bytes', done: before + written, total }),
      )
    } catch (error) {
      // It was made to be written to, and is empty.
      if (isNew) await folder.removeEntry(name).catch(() => {})
      throw error
    }
    before += blob.size
  }
  return files.length
}

async function isIn(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  return folder.getFileHandle(name).then(
    () => true,
    () => false,
  )
}

function writeFile(
  handle: FileSystemFileHandle,
  blob: Blob,
  job: Job,
  onWritten: (bytes: number) => void,
): Promise<void> {
  return writeToFile(handle, async (write) => {
    for (let from = 0; from < blob.size; from += WRITE_STEP) {
      const to = Math.min(blob.size, from + WRITE_STEP)
      await write(blob.slice(from, to))
      onWritten(to)
      job.check()
    }
  })
}
