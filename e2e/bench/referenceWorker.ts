// The worker of the reference page: what the app is compared with, in the same browser. Bundled by
// referencePage.ts.
import { validatePlainly, type PlainValidation } from '../../src/benchmark/plainValidator.ts'
import { ALL_READINGS } from '../../src/benchmark/readOnly.ts'
import { findFormat } from '../../src/formats/registry.ts'

export type ReferenceTask =
  | { readonly kind: 'read'; readonly readingId: string }
  | { readonly kind: 'validator'; readonly formatId: string }

/** Milliseconds for `read`. */
export type ReferenceAnswer = number | PlainValidation

async function perform(file: File, task: ReferenceTask): Promise<ReferenceAnswer> {
  if (task.kind === 'read') {
    const reading = ALL_READINGS.find(({ id }) => id === task.readingId)
    if (!reading) throw new Error(`No reading ${task.readingId}`)
    return reading.measure(file)
  }
  const format = findFormat(task.formatId)
  if (!format) throw new Error(`No format ${task.formatId}`)
  return validatePlainly(file, format)
}

globalThis.addEventListener('message', (event: MessageEvent) => {
  const { file, task } = event.data as { readonly file: File; readonly task: ReferenceTask }
  void perform(file, task).then(
    (answer) => globalThis.postMessage({ answer }),
    (error: unknown) => globalThis.postMessage({ error: String(error) }),
  )
})
