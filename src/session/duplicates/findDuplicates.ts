// One pass over all lines for those that are the same as a whole, or in some fields.
import { type Job, TimeSlice } from '../../base/jobs.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import { lineNumberOf } from '../../base/units.ts'
import {
  type DuplicateBy,
  type DuplicateReport,
  LARGEST_GROUPS,
  MAX_DUPLICATE_FIELDS,
} from '../../contracts/duplicates.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import type { Verdict } from '../../diagnostics/diagnostic.ts'
import { DELETED_BIT, FINDING_SET_LIMIT, FINDING_SET_MASK } from '../../document/lineStates.ts'
import { readSingularPath } from '../../fields/singularPath.ts'
import { repeatRuleOf } from '../../formats/defineFormat.ts'
import { msg } from '../../i18n/message.ts'
import type { JsonPath } from '../../json/jsonPath.ts'
import { lastMembers } from '../../json/lastMembers.ts'
import { LineKeys } from '../../scanner/lineKeys.ts'
import type { OpenDocument } from '../openDocument.ts'
import { linesOfView, viewBytes } from '../statistics/viewBytes.ts'
import { FoundDuplicates } from './foundDuplicates.ts'
import { groupRows, rowsOfLargest } from './groupRows.ts'
import { groupValues } from './groupValues.ts'
import { RowKeys } from './rowKeys.ts'
import { RowRanks } from './rowRanks.ts'

/** The better ones first. Blank lines are compared with none. */
const RANKS: Readonly<Record<Verdict, number>> = { valid: 0, warning: 1, invalid: 2, blank: 3 }

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8')

export interface Found {
  readonly report: DuplicateReport
  readonly found: FoundDuplicates
}

/** Throws `Cancelled`, and what the source threw. The document must not change meanwhile. */
export async function findDuplicates(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  by: DuplicateBy,
  job: Job,
  onProgress: OnProgress,
): Promise<Result<Found>> {
  const fields = by.kind === 'line' ? ok(undefined) : readFields(by.paths)
  if (!fields.ok) return fields
  const keys = await readKeys(doc, wasm, fields.value ?? [], job, onProgress)
  const groups = await groupRows(keys, ranksOf(doc), LARGEST_GROUPS, job)
  const { largest } = groups
  const values = await groupValues(
    doc,
    largest.map(({ firstRow }) => firstRow),
    fields.value,
  )
  const { anyFields, compared, without, notJson } = keys
  const paths = by.kind === 'line' ? [] : by.paths
  const report: DuplicateReport = {
    groups: groups.groups,
    lines: groups.lines,
    compared,
    without,
    notJson,
    absent: paths.filter((_, i) => ((anyFields >> BigInt(i)) & 1n) === 0n),
    largest: largest.map(({ count, firstRow }, i) => ({
      count,
      line: lineNumberOf(firstRow),
      index: firstRow,
      values: values[i] ?? [],
    })),
  }
  const found = new FoundDuplicates(doc, groups, rowsOfLargest(keys, largest))
  return ok({ report, found })
}

function readFields(paths: readonly string[]): Result<readonly JsonPath[]> {
  if (paths.length === 0) return fail('bad-option', msg('Choose a field.'))
  if (paths.length > MAX_DUPLICATE_FIELDS) {
    return fail(
      'bad-option',
      msg('Lines are compared by {most, number} fields at most.', { most: MAX_DUPLICATE_FIELDS }),
    )
  }
  const fields: JsonPath[] = []
  for (const text of paths) {
    const field = readSingularPath(text)
    if (!field.ok) return field
    fields.push(field.value)
  }
  return ok(fields)
}

/** Row by row from the first. */
async function readKeys(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  fields: readonly JsonPath[],
  job: Job,
  onProgress: OnProgress,
): Promise<RowKeys> {
  const view = doc.lines.view({ kind: 'all' })
  const total = view.count
  const rows = new RowKeys(total)
  const secret = crypto.getRandomValues(new BigUint64Array(2))
  const keys = new LineKeys(wasm, fields, { ...linesOfView(doc, view), plainLine }, [
    secret[0] as bigint,
    secret[1] as bigint,
  ])
  const slice = new TimeSlice()
  for await (const chunk of viewBytes(doc, view)) {
    for (const batch of keys.push(chunk)) rows.add(batch)
    if (!slice.isOver) continue
    onProgress({ unit: 'lines', done: keys.linesRead, total })
    await slice.breathe()
    job.check()
  }
  for (const batch of keys.finish()) rows.add(batch)
  job.check()
  return rows
}

function plainLine(bytes: Uint8Array): Uint8Array | undefined {
  const text = decoder.decode(bytes)
  try {
    JSON.parse(text)
    return encoder.encode(lastMembers(text))
  } catch {
    return undefined
  }
}

/** That a line repeats another is nothing against it: when the others are gone it repeats none. */
function ranksOf({ lines, findingSets, format }: OpenDocument): RowRanks {
  const { tables } = lines
  const code = repeatRuleOf(format)?.code
  const rankOfSet = new Uint8Array(FINDING_SET_LIMIT)
  for (let set = 0, { size } = findingSets; set < size; set++) {
    if (lines.countOf(set) === 0) continue
    const alone = code === undefined ? set : findingSets.withoutCode(set, code)
    rankOfSet[set] = RANKS[findingSets.verdictOf(alone)]
  }
  const ranks = new RowRanks(lines.lineCount)
  let row = 0
  tables.forEachStretch(0, tables.order.length, (words, start, count) => {
    for (let i = start; i < start + count; i++) {
      const word = words[i] as number
      if ((word & DELETED_BIT) === 0) ranks.put(row++, rankOfSet[word & FINDING_SET_MASK] as number)
    }
  })
  return ranks
}
