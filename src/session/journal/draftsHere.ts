// Text that was typed and not applied, in a file that has changed.
import type { Job } from '../../base/jobs.ts'
import type { KeptDraft } from '../../contracts/journal.ts'
import type { LineMark } from '../../journal/journalRecord.ts'
import type { OpenDocument } from '../openDocument.ts'
import { LineFinder } from './lineFinder.ts'
import { lineHash } from './lineMarks.ts'

const utf8 = new TextEncoder()

export interface SortedDrafts {
  /** By the names that their lines have now. */
  readonly here: readonly KeptDraft[]
  readonly left: readonly KeptDraft[]
}

/** Drafts whose line is there as it was when typing began, and the others. At most one a line. */
export async function draftsHere(
  doc: OpenDocument,
  drafts: readonly KeptDraft[],
  job: Job,
): Promise<SortedDrafts> {
  const marks: LineMark[] = []
  for (const { id, line, base } of drafts) {
    const bytes = utf8.encode(base)
    marks.push({ id, line, hash: await lineHash(bytes), bytes: bytes.length, text: '' })
  }
  const finder = new LineFinder(
    doc,
    marks.map(({ bytes }) => bytes),
    job,
  )
  const here: KeptDraft[] = []
  const left: KeptDraft[] = []
  for (const [i, draft] of drafts.entries()) {
    const id = await finder.find(marks[i] as LineMark)
    if (id === undefined || here.some((other) => other.id === id)) left.push(draft)
    else here.push({ ...draft, id })
  }
  return { here, left }
}
