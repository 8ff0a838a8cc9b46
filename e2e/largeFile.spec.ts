// The main job at full size. The file is made at run time and removed afterwards; what comes out is
// compared by hash.
import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileHash, linesHash } from './support/fileHash.ts'
import {
  type BatchInputOptions,
  batchInputLines,
  generateBatchInput,
  requestId,
} from './support/generate.ts'
import type { MistakeName } from './support/mistakes.ts'
import { expect, test } from './support/test.ts'

/** Bytes of a line of `generateBatchInput`, about. */
const LINE_BYTES = 760
const GIGABYTE = 1_000_000_000
/** The file, its export and what the browser keeps meanwhile. */
const ROOM_NEEDED = 6 * GIGABYTE

test('1 GB: open, jump, search, fix, export', async ({ app, folder }) => {
  // Several passes over 1 GB on two shared cores.
  test.setTimeout(300_000)
  const lines = Math.floor((await chooseSize()) / LINE_BYTES)
  const middle = Math.floor(lines / 2)
  const mistakes = new Map<number, MistakeName>([
    [10, 'singleQuotes'],
    [middle, 'trailingComma'],
    [lines, 'missingColon'],
  ])
  const options: BatchInputOptions = { lines, mistakes }
  const path = join(folder, 'large.jsonl')
  const file = await generateBatchInput(path, options)

  await app.dropFiles([path])
  await expect(app.line(1)).toContainText(requestId(1))
  await app.waitUntilReady('large.jsonl')
  await app.expectFacts({ lines, invalid: 3, bytes: file.bytes, format: 'batchInput' })

  await app.goTo(lines)
  await expect(app.line(lines)).toHaveAttribute('data-verdict', 'invalid')
  expect(await app.search(requestId(lines))).toBe(1)

  await app.openLine(middle)
  await app.fix('Remove the extra comma').click()
  await app.expectFacts({ invalid: 2, edited: 1, bytes: file.bytes - 1 })

  const exported = await app.exportTo('All lines')
  mistakes.delete(middle)
  expect(await fileHash(exported)).toBe(linesHash(batchInputLines(options)))
})

/** Bytes: LINEPROOF_LARGE_FILE_BYTES, else 1 GB, or 200 MB where the disk has no room for more. */
async function chooseSize(): Promise<number> {
  const chosen = process.env['LINEPROOF_LARGE_FILE_BYTES']
  if (chosen !== undefined) return Number(chosen)
  const disk = await statfs(tmpdir())
  return disk.bavail * disk.bsize > ROOM_NEEDED ? GIGABYTE : GIGABYTE / 5
}
