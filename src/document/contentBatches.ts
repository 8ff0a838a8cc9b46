// The contents of the lines of a view one after the other, some megabytes at a time.
import type { LineId } from '../base/units.ts'
import { ReadFailure } from './byteSource.ts'
import { readContents } from './contentReader.ts'
import type { LineContent } from './contentReader.ts'
import type { DocumentTables } from './documentTables.ts'
import { ADDED_SLOT, slotOf } from './lineSlot.ts'
import type { LineView } from './lineView.ts'

/** Lines of a batch at most. */
const BATCH_LINES = 2048
/** Bytes of a batch, counted by blocks; a longer line is a batch of its own. */
const BATCH_BYTES = 4 * 1024 * 1024

/** Every line of the view, whole, in document order. Rejects with ReadFailure when it changes. */
export async function* contentBatches(
  tables: DocumentTables,
  view: LineView,
): AsyncGenerator<readonly LineContent[], void, undefined> {
  const revision = tables.contentRevision
  for (let row = 0; row < view.count; ) {
    const ids = view.ids(row, row + BATCH_LINES)
    row += ids.length
    for (const part of cutByBytes(tables, ids)) {
      const contents = await readContents(tables, part)
      if (tables.contentRevision !== revision) throw changedMeanwhile()
      yield contents
      if (tables.contentRevision !== revision) throw changedMeanwhile()
    }
  }
}

function* cutByBytes(tables: DocumentTables, ids: readonly LineId[]): Generator<LineId[]> {
  const { index, arena } = tables
  let part: LineId[] = []
  let bytes = 0
  let lastBlock = -1
  for (const id of ids) {
    const slot = slotOf(id)
    const ref = tables.contentRef(slot)
    let size = ref === 0 ? 0 : arena.read(ref).byteLength
    if (slot < ADDED_SLOT) {
      const block = index.blockOfLine(slot)
      if (block !== lastBlock) size += index.offset(block + 1) - index.offset(block)
      lastBlock = block
    }
    if (part.length > 0 && bytes + size > BATCH_BYTES) {
      yield part
      part = []
      bytes = 0
    }
    part.push(id)
    bytes += size
  }
  if (part.length > 0) yield part
}

function changedMeanwhile(): ReadFailure {
  return new ReadFailure({
    kind: 'refused',
    message: 'The document changed while it was being read. Start again.',
  })
}
