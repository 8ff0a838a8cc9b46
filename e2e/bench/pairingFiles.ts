// The files of the pairing, kept in the temporary folder of the system for the next run.
import { createHash } from 'node:crypto'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PAIRED_LINE_BYTES, pairedRequest, pairedResult } from '../../src/benchmark/pairedLines.ts'
import { generateReturnedBatch, type ReturnedBatch } from '../support/generate.ts'

/** An input and an output file of about `targetBytes` bytes each; made when no earlier run left them. */
export async function preparePairing(targetBytes: number, folder: string): Promise<ReturnedBatch> {
  await mkdir(folder, { recursive: true })
  const requests = Math.max(1000, Math.round(targetBytes / PAIRED_LINE_BYTES))
  const base = join(folder, `pairing-${requests}-${fingerprint()}`)
  // Written when the files are whole.
  const notePath = `${base}.json`
  try {
    const batch = JSON.parse(await readFile(notePath, 'utf8')) as ReturnedBatch
    const files = [batch.input, batch.output, batch.errors]
    const sizes = await Promise.all(files.map(async ({ path }) => (await stat(path)).size))
    if (files.every(({ bytes }, place) => bytes === sizes[place])) return batch
  } catch {
    // Not there yet, or half written.
  }
  const batch = await generateReturnedBatch(base, requests)
  await writeFile(notePath, JSON.stringify(batch))
  return batch
}

/** Changes with the lines, so that no files of an earlier version are used again. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (let index = 0; index < 2000; index += 1) {
    hash.update(`${pairedRequest(index)}\n${pairedResult(index) ?? ''}\n`)
  }
  return hash.digest('hex').slice(0, 8)
}
