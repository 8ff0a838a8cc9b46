// New ids for lines, by a pattern, as one step of undo. All other bytes of a line stay.
import type { Job } from '../../base/jobs.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import { type LineIndex, lineNumberOf } from '../../base/units.ts'
import type { RenumberCommand } from '../../contracts/chosenLines.ts'
import type { IdSample, RenumberPreview } from '../../contracts/foresight.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import type { LineView } from '../../document/lineView.ts'
import type { KeyRule } from '../../formats/defineFormat.ts'
import { parseObject } from '../../fixes/lineValue.ts'
import { msg } from '../../i18n/message.ts'
import { isObject, valueAt } from '../../json/jsonPath.ts'
import { rangeOfPath } from '../../json/locate.ts'
import { insertMember, replaceRange } from '../../json/spliceText.ts'
import { childrenAt, memberNameAt, skipSpace } from '../../json/walkText.ts'
import { isOfRecord } from '../../validation/overLines/recordOfLine.ts'
import { commit, currentOf, type Edited, putContents } from '../changes.ts'
import { changeLines } from '../changeLines.ts'
import type { OpenDocument } from '../openDocument.ts'
import { jsonMembers, lineView } from '../views.ts'
import { type IdPattern, idOf, readIdPattern } from './idPattern.ts'

/** Lines that are shown beforehand. */
const SAMPLES = 5
/** Lines that are looked through for them. */
const SAMPLED_LINES = 1000

const BYTE_ORDER_MARK = '\ufeff'

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

/** What a command means for a document. */
interface Renumbering {
  readonly key: KeyRule
  readonly view: LineView
  readonly ids: NewIds
}

/** Fails with `bad-option` and `no-ids`. */
function read(doc: OpenDocument, { pattern, start, which }: RenumberCommand): Result<Renumbering> {
  const { key, role } = doc.format
  if (!key || role !== 'request') {
    return fail('no-ids', msg('Lines of this format have no ids that could be others.'))
  }
  const read = readIdPattern(pattern)
  if (!read.ok) return read
  if (!Number.isSafeInteger(start) || start < 0) {
    return fail('bad-option', msg('The first number is a whole one, 0 or more.'))
  }
  const isAll = which === 'all'
  const view = isAll
    ? doc.lines.view({ kind: 'findingSets', members: jsonMembers(doc) })
    : lineView(doc, { kind: 'cause', code: key.code })
  return ok({ key, view, ids: new NewIds(doc, read.value, start, isAll) })
}

/** Ids that no line has that keeps its own. */
class NewIds {
  readonly #doc: OpenDocument
  readonly #pattern: IdPattern
  readonly #isAll: boolean
  #next: number

  constructor(doc: OpenDocument, pattern: IdPattern, start: number, isAll: boolean) {
    this.#doc = doc
    this.#pattern = pattern
    this.#next = start
    this.#isAll = isAll
  }

  take(): string {
    for (;;) {
      const id = idOf(this.#pattern, this.#next++)
      // Where every line gets a new one, the ids of now are free.
      if (this.#isAll || !this.#isTaken(id)) return id
    }
  }

  #isTaken(id: string): boolean {
    return this.#doc.rules.keys.groupOf(this.#doc.hash(id), 1).count > 0
  }
}

export async function renumberPreview(
  doc: OpenDocument,
  command: RenumberCommand,
): Promise<Result<RenumberPreview>> {
  const renumbering = read(doc, command)
  if (!renumbering.ok) return renumbering
  const { ids, key, view } = renumbering.value
  const samples: IdSample[] = []
  for (let row = 0; row < SAMPLED_LINES && samples.length < SAMPLES; row += SAMPLES) {
    const lines = view.ids(row, row + SAMPLES)
    if (lines.length === 0) break
    for (const content of await doc.lines.readContents(lines)) {
      const line = lineWithKey(utf8.decode(content.bytes), key)
      if (!line || samples.length === SAMPLES) continue
      const index = doc.lines.indexOf(content.id) as LineIndex
      samples.push({
        line: lineNumberOf(index),
        ...(line.id !== undefined && { before: line.id }),
        after: ids.take(),
      })
    }
  }
  return ok({ revision: doc.revision, lines: view.count, samples })
}

/** Throws Cancelled, and ReadFailure. `fixed` counts the lines whose id is another. */
export async function renumber(
  doc: OpenDocument,
  command: RenumberCommand,
  job: Job,
  onProgress: OnProgress,
): Promise<Result<Edited | undefined>> {
  const renumbering = read(doc, command)
  if (!renumbering.ok) return renumbering
  const { ids, key, view } = renumbering.value
  const lines = view.ids(0, view.count)
  let fixed = 0
  const change = await changeLines(
    doc,
    lines,
    msg('Renumber ids'),
    (change, content) => {
      // A line of a record over several lines counts for no rule and has no id of its own.
      if (isOfRecord(doc.findingSets, doc.lines.findingSetOf(content.id))) return
      const line = lineWithKey(utf8.decode(content.bytes), key)
      if (!line) return
      const id = ids.take()
      if (id === line.id) return
      putContents(doc, change, currentOf(doc, content), [encoder.encode(line.withId(id))])
      fixed++
    },
    job,
    onProgress,
  )
  return ok({ changed: [], ...(await commit(doc, change)), fixed })
}

interface LineWithKey {
  /** Undefined where it has none, or no text as one. */
  readonly id: string | undefined
  readonly withId: (id: string) => string
}

/** Undefined for a line that is no JSON object, or whose key stands in an object that is not there. */
function lineWithKey(text: string, { path }: KeyRule): LineWithKey | undefined {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
  const json = text.slice(mark.length)
  const value = parseObject(json)
  const holder = path.slice(0, -1)
  const name = path.at(-1)
  if (!value || typeof name !== 'string') return undefined
  if (!isObject(valueAt(value, holder))) return undefined
  const id = valueAt(value, path)
  const range = rangeOfPath(json, path)?.value
  if (range) {
    return {
      id: typeof id === 'string' ? id : undefined,
      withId: (next) => mark + replaceRange(json, range, JSON.stringify(next)),
    }
  }
  return {
    id: undefined,
    // It stands first, where people look for it.
    withId: (next) =>
      mark + (insertMember(json, holder, name, JSON.stringify(next), firstKey(json)) ?? json),
  }
}

function firstKey(json: string): string | undefined {
  for (const { keyFrom, keyTo } of childrenAt(json, skipSpace(json, 0))) {
    return memberNameAt(json, keyFrom, keyTo)
  }
  return undefined
}
