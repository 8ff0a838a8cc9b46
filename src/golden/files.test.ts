// Whole files as people have them, opened as the app opens them. To add one, see README.md.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { formats, plainFormat } from '../formats/registry.ts'
import { openText, type OpenedText } from '../session/testing/openText.ts'
import { describeFile } from './testing/describeFile.ts'
import { describeChanges, describeSteps, fixEverything } from './testing/fixEverything.ts'
import { filesIn, foldersIn } from './testing/goldenFiles.ts'
import { valueOf } from '../base/testing/valueOf.ts'

const FILES = `${import.meta.dirname}/files`

// Some messages say whether a day has passed; and what is counted after a pause is counted at once.
beforeAll(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 26), toFake: ['Date', 'setTimeout'] })
  vi.setTimerTickMode('nextTimerAsync')
})
afterAll(() => vi.useRealTimers())

test('every format has a folder', () => {
  const ids = [...formats, plainFormat].map(({ id }) => id)
  expect(foldersIn(FILES)).toEqual([...new Set(ids)].sort())
})

describe.each(foldersIn(FILES))('%s', (formatId) => {
  const folder = `${FILES}/${formatId}`

  test.each(filesIn(folder))('$name', async ({ name, bytes }) => {
    const opened = await openText(bytes, { name })
    expect(opened.facts().formatId).toBe(formatId)
    const parts = [await describeFile(opened)]
    const before = summaryOf(opened)
    expect(lettersOf(await exported(opened))).toBe(lettersOf(bytes))

    const steps = await fixEverything(opened)
    if (steps.length > 0) {
      parts.push(`After fixing\n\n${describeSteps(steps)}`)
      parts.push(await describeChanges(opened), await describeFile(opened))
    }
    const golden = `${parts.join(`\n\n${'-'.repeat(80)}\n`)}\n`
    await expect(golden).toMatchFileSnapshot(`files/${formatId}/${stemOf(name)}.golden.txt`)
    if (steps.length === 0) return

    const reopened = await openText(await exported(opened), { name })
    expect(summaryOf(reopened)).toEqual(summaryOf(opened))
    expect(await reopened.verdicts()).toEqual(await opened.verdicts())

    while (opened.facts().undoLabel !== undefined) valueOf(await opened.session.undo())
    expect(lettersOf(await exported(opened))).toBe(lettersOf(bytes))
    expect(summaryOf(opened)).toEqual(before)
  })
})

/** All lines as an export writes them that changes nothing. */
async function exported({ session }: OpenedText): Promise<Uint8Array> {
  const request = { jobId: 'export', selection: { kind: 'all' }, exporterId: 'jsonl' } as const
  const { blob } = valueOf(await session.exportBlob(request, () => {}))
  return new Uint8Array(await blob.arrayBuffer())
}

/** A letter for each byte: comparing arrays of them takes a hundred times as long. */
function lettersOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

function summaryOf({ facts }: OpenedText): object {
  const { formatId, lines, invalid, warnings, attention, blank, causes, fileFindings } = facts()
  const counts = causes.map(({ code, count, isNotice }) => ({ code, count, isNotice }))
  return { formatId, lines, invalid, warnings, attention, blank, counts, fileFindings }
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '')
}
