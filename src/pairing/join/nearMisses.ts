// Missing requests and unexpected answers whose keys look alike and do not join. Works on bytes: a
// million of each may be unmatched, and their texts would take a hundred times the memory.
import { lastAtMost } from '../../base/bisect.ts'
import type { NearMiss } from '../recordKey.ts'
import { createColumnCursor } from './columnCursor.ts'
import { firstEqual } from './firstEqual.ts'
import { ECHO_KEY, MISSING_KEY, TEXT_KEY } from './keyColumn.ts'
import type { KeyCursor } from './keyCursor.ts'
import { keyPositionOf, MISSING, UNEXPECTED } from './pairs.ts'
import type { Pairs } from './pairs.ts'
import { trimEnd, trimStart } from './trimKey.ts'

/** Of several reasons a row has the first: the place in the list + 1 is the number in `whyOf`. */
export const NEAR_MISSES = ['notText', 'spaces', 'type'] as const satisfies readonly NearMiss[]

export interface NearMisses {
  /** [row]: place in NEAR_MISSES + 1; 0 for rows without. No entries when no row has any. */
  readonly whyOf: Uint8Array<ArrayBuffer>
  /** [row]: its group, for rows that `whyOf` marks. */
  readonly groupOf: Int32Array<ArrayBuffer>
  /** [group]: where its rows begin in `members`; they end where those of the next begin. */
  readonly starts: Uint32Array<ArrayBuffer>
  /** Rows by group, ascending: missing requests, then unexpected answers. */
  readonly members: Int32Array<ArrayBuffer>
  /** Missing requests by reason, in the order of NEAR_MISSES. */
  readonly counts: readonly number[]
}

const NONE: NearMisses = {
  whyOf: new Uint8Array(0),
  groupOf: new Int32Array(0),
  starts: new Uint32Array(1),
  members: new Int32Array(0),
  counts: NEAR_MISSES.map(() => 0),
}

export function nearMissOfRow({ whyOf }: NearMisses, row: number): NearMiss | undefined {
  return NEAR_MISSES[(whyOf[row] ?? 0) - 1]
}

/** Rows on the other side whose key nearly is this row's, ascending, at most `limit` of them. */
export function nearRowsOf(
  pairs: Pairs,
  { whyOf, groupOf, starts, members }: NearMisses,
  row: number,
  limit: number,
): readonly number[] {
  if (!whyOf[row]) return []
  const group = groupOf[row] as number
  const rows = members.subarray(starts[group], starts[group + 1])
  // All missing requests stand before the first unexpected answer.
  const lastRequest = pairs.rowOfRequest.at(-1) ?? -1
  const requests = lastAtMost(rows, rows.length, lastRequest) + 1
  const isRequest = pairs.outcomes[row] === MISSING
  return [...(isRequest ? rows.subarray(requests) : rows.subarray(0, requests)).subarray(0, limit)]
}

/** Near forms that missing requests have. */
interface Forms {
  readonly count: number
  /** [row]: number of its form; -1 for rows that cannot be near misses. */
  readonly formOf: Int32Array<ArrayBuffer>
  /** [form]: kinds of keys among missing requests, a bit for each place in KEY_KINDS. */
  readonly missingKinds: Uint8Array
  readonly unexpectedKinds: Uint8Array
}

export function findNearMisses(pairs: Pairs): NearMisses {
  if (pairs.counts.missing === 0 || pairs.counts.unexpected === 0) return NONE
  const forms = readForms(pairs)
  const whyOf = new Uint8Array(pairs.count)
  const counts = NEAR_MISSES.map(() => 0)
  let hasAny = false
  for (let row = 0; row < pairs.count; row++) {
    const form = forms.formOf[row] as number
    if (form < 0) continue
    const isMissing = pairs.outcomes[row] === MISSING
    const others = (isMissing ? forms.unexpectedKinds : forms.missingKinds)[form] as number
    const why = whyNear(kindOf(pairs, row), others)
    whyOf[row] = why
    hasAny ||= why > 0
    if (why > 0 && isMissing) counts[why - 1] = (counts[why - 1] as number) + 1
  }
  return hasAny ? { whyOf, ...groupRows(pairs, forms, whyOf), counts } : NONE
}

function kindOf(pairs: Pairs, row: number): number {
  const { lines, entry } = keyPositionOf(pairs, row)
  return lines.keyKinds[entry] as number
}

/** Keys of one form: two texts differ in spaces, or they would have joined. */
function whyNear(kind: number, otherKinds: number): number {
  if (otherKinds === 0) return 0
  const hasSameKind = (otherKinds & (1 << kind)) !== 0
  const why: NearMiss = !hasSameKind ? 'type' : kind === TEXT_KEY ? 'spaces' : 'notText'
  return NEAR_MISSES.indexOf(why) + 1
}

function readForms(pairs: Pairs): Forms {
  const rows = unmatchedRows(pairs)
  const first = firstEqual(rows.length, createFormCursor(pairs, rows), () => true)
  const formOf = new Int32Array(pairs.count).fill(-1)
  const missingKinds = new Uint8Array(pairs.counts.missing)
  const unexpectedKinds = new Uint8Array(pairs.counts.missing)
  let count = 0
  // Requests stand before unexpected answers: a form that begins with one of these has no request.
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const isMissing = pairs.outcomes[row] === MISSING
    const isFirst = first[i] === i
    if (isFirst && !isMissing) continue
    const form = isFirst ? count++ : (formOf[rows[first[i] as number] as number] as number)
    if (form < 0) continue
    const kinds = isMissing ? missingKinds : unexpectedKinds
    formOf[row] = form
    kinds[form] = (kinds[form] as number) | (1 << kindOf(pairs, row))
  }
  return { count, formOf, missingKinds, unexpectedKinds }
}

/** Missing requests and unexpected answers that have a key. */
function unmatchedRows(pairs: Pairs): Int32Array {
  const rows = new Int32Array(pairs.counts.missing + pairs.counts.unexpected)
  let count = 0
  for (let row = 0; row < pairs.count; row++) {
    const outcome = pairs.outcomes[row]
    if (outcome !== MISSING && outcome !== UNEXPECTED) continue
    const kind = kindOf(pairs, row)
    if (kind !== MISSING_KEY && kind !== ECHO_KEY) rows[count++] = row
  }
  return rows.subarray(0, count)
}

/** Finds near forms by place in `rows`. */
function createFormCursor(pairs: Pairs, rows: Int32Array): KeyCursor {
  const requests = createColumnCursor(pairs.requests.sources)
  const answers = createColumnCursor(pairs.answers.sources)
  const cursor = {
    bytes: new Uint8Array(0) as Uint8Array,
    from: 0,
    to: 0,
    seek(i: number) {
      const row = rows[i] as number
      const request = pairs.requestOf[row] as number
      const key = request >= 0 ? requests : answers
      key.seek(request >= 0 ? request : (pairs.answerOf[row] as number))
      cursor.bytes = key.bytes
      cursor.from = trimStart(key.bytes, key.from, key.to)
      cursor.to = trimEnd(key.bytes, cursor.from, key.to)
    },
  }
  return cursor
}

/** Forms that only one side has are left out. */
function groupRows(pairs: Pairs, { count, formOf }: Forms, whyOf: Uint8Array) {
  const sizes = new Uint32Array(count)
  for (let row = 0; row < pairs.count; row++) {
    const form = formOf[row] as number
    if (whyOf[row]) sizes[form] = (sizes[form] as number) + 1
  }
  const starts = new Uint32Array(count + 1)
  for (let form = 0; form < count; form++) {
    starts[form + 1] = (starts[form] as number) + (sizes[form] as number)
  }
  const members = new Int32Array(starts[count] as number)
  const next = starts.slice()
  for (let row = 0; row < pairs.count; row++) {
    if (!whyOf[row]) continue
    const form = formOf[row] as number
    members[next[form] as number] = row
    next[form] = (next[form] as number) + 1
  }
  return { groupOf: formOf, starts, members }
}
