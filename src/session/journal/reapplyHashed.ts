// A command about so many lines that the journal knows them by their hashes alone, made again where they are still
// there: it is carried out on those, and what does not come out as it did then is taken back.
import { type LineId, lineIndexOf } from '../../base/units.ts'
import type { LoggedCommand } from '../../contracts/loggedCommand.ts'
import { LineSet } from '../../document/lineSet.ts'
import { type HashedLine, HashedLines } from '../../journal/hashedLines.ts'
import type { CommandRecord } from '../../journal/journalRecord.ts'
import type { LineFinder } from './lineFinder.ts'
import { BATCH_LINES } from './lineMarks.ts'
import { hashesNow } from './manyLineMarks.ts'
import { performed, type ReapplyWork } from './recoveryWork.ts'

interface FoundLine {
  readonly line: HashedLine
  /** As it is called now; undefined where it is not there. */
  id: LineId | undefined
}

export interface ReappliedHashed {
  readonly isApplied: boolean
  readonly left: HashedLines
}

/** The lines that are still there, in one step; the others are left. */
export async function reapplyHashed(
  { command }: CommandRecord,
  hashed: HashedLines,
  finder: LineFinder,
  work: ReapplyWork,
): Promise<ReappliedHashed> {
  const lines = await findLines(hashed, finder, work)
  keepJoinedTogether(command, lines)
  const isApplied = await carryOutOn(command, lines, work)
  const left: HashedLine[] = []
  for (let from = 0; from < lines.length; from += BATCH_LINES) {
    const missing = lines.slice(from, from + BATCH_LINES).filter(({ id }) => id === undefined)
    left.push(...(await notStanding(missing, finder, work)))
    work.job.check()
  }
  return { isApplied, left: HashedLines.of(left) }
}

async function findLines(
  hashed: HashedLines,
  finder: LineFinder,
  { job }: ReapplyWork,
): Promise<FoundLine[]> {
  const found: FoundLine[] = []
  for (let from = 0; from < hashed.count; from += BATCH_LINES) {
    const lines = hashed.slice(from, from + BATCH_LINES)
    const ids = await finder.findAll(lines)
    found.push(...lines.map((line, i) => ({ line, id: ids[i] })))
    job.check()
  }
  return found
}

/** A fix may have joined lines to the one above, and they went with that: all of them are there, or none counts. */
function keepJoinedTogether({ kind }: LoggedCommand, lines: readonly FoundLine[]): void {
  if (kind === 'editMany') return
  for (let from = 0; from < lines.length; ) {
    let to = from + 1
    while (to < lines.length && isJoined(lines[to - 1] as FoundLine, lines[to] as FoundLine)) to++
    const group = lines.slice(from, to)
    if (group.some(({ id }) => id === undefined)) for (const line of group) line.id = undefined
    from = to
  }
}

function isJoined(before: FoundLine, { line }: FoundLine): boolean {
  return line.after === undefined && before.line.line === line.line - 1
}

/** Lines that come out otherwise lose their id. */
async function carryOutOn(
  command: LoggedCommand,
  lines: readonly FoundLine[],
  work: ReapplyWork,
): Promise<boolean> {
  // What comes out otherwise may be what the others depend on: they are tried once without it.
  for (let tries = 0; tries < 2; tries++) {
    const again = commandOn(command, lines)
    if (!again || !(await performed(work, again))) break
    if (await comeOutSame(command, lines, work)) return true
    await work.perform({ kind: 'undo' })
    keepJoinedTogether(command, lines)
  }
  for (const line of lines) line.id = undefined
  return false
}

/** Undefined where there is nothing that it could be carried out on, or where lines alone do not say what it does. */
function commandOn(command: LoggedCommand, lines: readonly FoundLine[]): LoggedCommand | undefined {
  const there = new Map(lines.flatMap(({ line, id }) => (id === undefined ? [] : [[line.id, id]])))
  if (there.size === 0) return undefined
  if (command.kind === 'fixAll') return { ...command, lines: setOf(there.values()) }
  if (command.kind !== 'editMany') return undefined
  const many = command.command
  switch (many.kind) {
    case 'delete':
    case 'duplicate': {
      const target = { kind: 'lines', lines: setOf(there.values()) } as const
      return { kind: 'editMany', command: { kind: many.kind, target } }
    }
    case 'replace': {
      const replaced = many.lines.flatMap(({ id: before, texts }) => {
        const id = there.get(before)
        return id === undefined ? [] : [{ id, texts }]
      })
      return { kind: 'editMany', command: { kind: 'replace', lines: replaced } }
    }
    // A line's new id tells of the lines above it.
    case 'renumber':
      return undefined
  }
}

function setOf(ids: Iterable<LineId>): Uint8Array<ArrayBuffer> {
  const lines = new LineSet()
  for (const id of ids) lines.add(id)
  return lines.toBytes()
}

async function comeOutSame(
  command: LoggedCommand,
  lines: readonly FoundLine[],
  { doc, job }: ReapplyWork,
): Promise<boolean> {
  // A copied line stays what it is.
  if (command.kind === 'editMany' && command.command.kind === 'duplicate') return true
  let isSame = true
  for (let from = 0; from < lines.length; from += BATCH_LINES) {
    const batch = lines.slice(from, from + BATCH_LINES).filter(({ id }) => id !== undefined)
    const now = await hashesNow(
      doc,
      batch.map(({ id }) => id as LineId),
    )
    for (const found of batch) {
      if (now.get(found.id as LineId) === found.line.after) continue
      isSame = false
      found.id = undefined
    }
    job.check()
  }
  return isSame
}

/** Those that are not, where they stood, what they became. */
async function notStanding(
  missing: readonly FoundLine[],
  finder: LineFinder,
  { doc }: ReapplyWork,
): Promise<HashedLine[]> {
  const here = missing.map(({ line }) => doc.lines.idAt(lineIndexOf(line.line)))
  const now = await hashesNow(
    doc,
    here.filter((id) => id !== undefined),
  )
  return missing.flatMap(({ line }, i) => {
    const id = here[i]
    const stands = id !== undefined && line.after !== undefined && now.get(id) === line.after
    if (stands) finder.note(line, id)
    return stands ? [] : [line]
  })
}
