// Changes of any kind for tests that only care for what the document is afterwards.
import fc from 'fast-check'
import { verbatim } from '../../i18n/message.ts'
import type { LineState } from '../changeRecord.ts'
import type { JsonlDocument } from '../jsonlDocument.ts'

export type AnyEdit =
  | { readonly kind: 'replace'; readonly at: number; readonly text: string }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'trim'; readonly at: number }
  | { readonly kind: 'delete'; readonly at: number }
  | { readonly kind: 'undo'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }

const at = fc.nat(5000)
const text = fc.constantFrom('', 'x', 'é{}', `${'k'.repeat(100)}`, '\uFEFFmark', 'c\rr')

export const anyEdits: fc.Arbitrary<AnyEdit[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('replace' as const), at, text }),
    fc.record({ kind: fc.constant('insert' as const), at, text }),
    fc.record({ kind: fc.constant('trim' as const), at }),
    fc.record({ kind: fc.constant('delete' as const), at }),
    fc.record({ kind: fc.constant('undo' as const), at }),
    fc.record({ kind: fc.constant('move' as const), at, to: at }),
  ),
  { maxLength: 12 },
)

/** Each edit is a change of its own; findingSets of changed lines are `at` modulo 4. */
export async function editAtRandom(doc: JsonlDocument, edits: readonly AnyEdit[]): Promise<void> {
  for (const edit of edits) {
    if (edit.kind === 'undo') {
      doc.undo()
      continue
    }
    const state: LineState = { findingSet: edit.at % 4, key: 0, profile: 0 }
    const change = doc.beginChange(verbatim(edit.kind))
    if (edit.kind === 'insert') {
      change.insertAt(edit.at % (doc.lineCount + 1), new TextEncoder().encode(edit.text), state)
      change.commit()
      continue
    }
    const id = doc.lineCount === 0 ? undefined : doc.idAt(edit.at % doc.lineCount)
    if (id === undefined) {
      change.discard()
      continue
    }
    const before = { ...state, findingSet: doc.findingSetOf(id) }
    const [line] = await doc.readContents([id])
    if (!line) throw new Error('line was not read')
    if (edit.kind === 'replace') {
      change.replace(line, new TextEncoder().encode(edit.text), before, state)
    } else if (edit.kind === 'trim') {
      const { bytes } = line
      const cut = Math.max(0, bytes.length - 5)
      const kept = new Uint8Array(Math.max(0, bytes.length - 1))
      kept.set(bytes.subarray(0, cut))
      kept.set(bytes.subarray(cut + 1), cut)
      change.replace(line, kept, before, state)
    } else if (edit.kind === 'delete') {
      change.delete(line, before)
    } else if (edit.kind === 'move') {
      change.move(id, edit.to % doc.lineCount, before)
    }
    change.commit()
  }
}
