// The worker of the reference page: what the app is compared with, in the same browser. Bundled by
// referencePage.ts.
import { validatePlainly, type PlainValidation } from '../../src/benchmark/plainValidator.ts'
import { WORKER_READINGS } from '../../src/benchmark/readOnly.ts'
import { blobSource } from '../../src/document/byteSource.ts'
import { readAhead } from '../../src/document/readAhead.ts'
import { findFormat } from '../../src/formats/registry.ts'
import { openAccessHandle } from '../../src/worker/originStorage.ts'

export type ReferenceTask =
  | { readonly kind: 'read'; readonly readingId: string }
  | { readonly kind: 'validator'; readonly formatId: string }
  | { readonly kind: 'copy' }
  | { readonly kind: 'inflate'; readonly format: CompressionFormat }

/** Milliseconds for `read`, `copy` and `inflate`. */
export type ReferenceAnswer = number | PlainValidation

async function perform(file: File, task: ReferenceTask): Promise<ReferenceAnswer> {
  if (task.kind === 'read') {
    const reading = WORKER_READINGS.find(({ id }) => id === task.readingId)
    if (!reading) throw new Error(`No reading ${task.readingId}`)
    return reading.measure(file)
  }
  if (task.kind === 'copy') return copyToPrivateStorage(file)
  if (task.kind === 'inflate') return inflate(file, task.format)
  const format = findFormat(task.formatId)
  if (!format) throw new Error(`No format ${task.formatId}`)
  return validatePlainly(file, format)
}

/** Writes the file as it is: what any conversion takes at least. */
async function copyToPrivateStorage(file: File): Promise<number> {
  const folder = await navigator.storage.getDirectory()
  const target = await folder.getFileHandle('reference', { create: true })
  const handle = await openAccessHandle(target)
  try {
    const startedAt = performance.now()
    let at = 0
    for await (const chunk of readAhead(blobSource(file))) {
      at += handle.write(chunk as Uint8Array<ArrayBuffer>, { at })
    }
    return performance.now() - startedAt
  } finally {
    handle.close()
    await folder.removeEntry('reference')
  }
}

/** The browser's own inflater, whose bytes are dropped. */
async function inflate(file: File, format: CompressionFormat): Promise<number> {
  const startedAt = performance.now()
  const reader = file.stream().pipeThrough(new DecompressionStream(format)).getReader()
  while (!(await reader.read()).done);
  return performance.now() - startedAt
}

globalThis.addEventListener('message', (event: MessageEvent) => {
  const { file, task } = event.data as { readonly file: File; readonly task: ReferenceTask }
  void perform(file, task).then(
    (answer) => globalThis.postMessage({ answer }),
    (error: unknown) => globalThis.postMessage({ error: String(error) }),
  )
})
