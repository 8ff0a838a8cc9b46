// What comes out of a packed file, and why no more does.
import { neverCancelled } from '../../../base/jobs.ts'
import { ReadFailure } from '../../../document/byteSource.ts'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import type { UnpackSteps } from '../container.ts'

export interface Unpacked {
  readonly text: string
  /** Code of the failure that ended it. */
  readonly failure?: string
  readonly notes: readonly string[]
}

export async function unpackAll(
  unpack: (steps: UnpackSteps) => AsyncIterable<Uint8Array>,
): Promise<Unpacked> {
  const notes: string[] = []
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let text = ''
  try {
    for await (const chunk of unpack({
      job: neverCancelled,
      onNote: (note) => notes.push(inEnglish(note)),
    })) {
      text += decoder.decode(chunk, { stream: true })
    }
    return { text: text + decoder.decode(), notes }
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error
    return { text: text + decoder.decode(), failure: error.failure.code, notes }
  }
}
