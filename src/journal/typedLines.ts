// What people typed, out of a journal: for when its file is gone, or another one.
import type { KeptDraft } from '../contracts/journal.ts'
import type { CommandRecord } from './journalRecord.ts'

/** A record, or what is known of one. */
export type DoneCommand = Pick<CommandRecord, 'command' | 'marks' | 'texts' | 'many'>

/** One line that was edited or added. */
export interface TypedLine {
  readonly text: string
}

/**
 * The texts that lines got, as they were in the end, in the order in which they were first touched; those of edits
 * that were undone are not among them. A draft takes the place of its line. What 'Fix all' and the like
 * did is here where the record says it line by line.
 */
export function typedLines(
  records: readonly DoneCommand[],
  drafts: readonly KeptDraft[] = [],
): TypedLine[] {
  const texts = new Map<string, readonly string[]>()
  let added = 0
  for (const { command, marks = [], texts: became, many = [] } of effectiveRecords(records)) {
    for (const { mark, texts: lines } of many) texts.set(`line ${mark.id}`, lines)
    if (command.kind !== 'edit') continue
    const { command: edit } = command
    switch (edit.kind) {
      case 'replace':
        texts.set(`line ${edit.id}`, edit.texts)
        break
      case 'applyFix':
        texts.set(`line ${edit.id}`, became ?? [])
        break
      case 'insert':
        texts.set(`added ${added++}`, edit.texts)
        break
      case 'delete':
        for (const id of edit.ids) texts.delete(`line ${id}`)
        break
      case 'duplicate': {
        const [original] = marks
        if (original && !original.isCut) texts.set(`added ${added++}`, [original.text])
        break
      }
      case 'move':
      case 'fixFile':
        break
    }
  }
  for (const { id, text } of drafts) texts.set(`line ${id}`, [text])
  return [...texts.values()].flat().map((text) => ({ text }))
}

/** The commands that had not been undone in the end. */
export function effectiveRecords<T extends Pick<CommandRecord, 'command'>>(
  records: readonly T[],
): T[] {
  const done: T[] = []
  let undone: T[] = []
  for (const record of records) {
    switch (record.command.kind) {
      case 'undo': {
        const last = done.pop()
        if (last) undone.push(last)
        break
      }
      case 'redo': {
        const next = undone.pop()
        if (next) done.push(next)
        break
      }
      case 'setFormat':
        break
      case 'edit':
      case 'editMany':
      case 'fixAll':
        done.push(record)
        undone = []
        break
    }
  }
  return done
}
