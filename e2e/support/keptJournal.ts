// What a page leaves on the device when it is killed, without killing one: edits of a file, put where they are kept.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Page } from '@playwright/test'
import { concatBytes } from '../../src/base/concatBytes.ts'
import { lineId, lineNumberOf } from '../../src/base/units.ts'
import { memorySource } from '../../src/document/byteSource.ts'
import { JOURNAL_VERSION } from '../../src/journal/journalHeader.ts'
import { headerBytes, recordBytes } from '../../src/journal/writeJournal.ts'
import { fingerprintOf } from '../../src/resultCache/fileFingerprint.ts'

/** An edit of a line that the file does not have, by its number from 1. */
export async function putJournal(page: Page, path: string, line: number): Promise<void> {
  const content = new Uint8Array(await readFile(path))
  const { size } = await stat(path)
  const header = headerBytes({
    version: JOURNAL_VERSION,
    name: basename(path),
    // Of the file as it was before it changed.
    size: size + 1,
    lastModified: 1,
    fingerprint: await fingerprintOf(memorySource(content)),
    seed: '1',
    formatId: 'plainJsonl',
    isFormatChosen: false,
    pageId: 'an-earlier-visit',
    begunAt: Date.now() - 86_400_000,
  })
  const id = lineId(line - 1)
  const record = recordBytes(0, {
    command: { kind: 'edit', command: { kind: 'replace', id, texts: ['{"edited": "yesterday"}'] } },
    after: { lines: 1, bytes: 1 },
    at: Date.now() - 86_400_000,
    marks: [
      {
        id,
        line: lineNumberOf(line - 1),
        hash: '0'.repeat(32),
        bytes: 20,
        text: '{"it was": "another"}',
      },
    ],
  })
  // Locked as by the page that would have written it: one without an owner and without content is removed.
  await page.evaluate(
    (bytes) =>
      navigator.locks.request('lineproof-edits-kept', async () => {
        const root = await navigator.storage.getDirectory()
        const edits = await root.getDirectoryHandle('edits', { create: true })
        const file = await edits.getFileHandle('kept', { create: true })
        const writable = await file.createWritable()
        await writable.write(Uint8Array.from(bytes))
        await writable.close()
      }),
    [...concatBytes([header, record])],
  )
}
