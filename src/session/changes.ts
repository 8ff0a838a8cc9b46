// The user's edits as changes of the document: each command is one step of undo, and the rules
// across lines hear of every line that comes, goes or becomes another.
import type { LineId, LineIndex } from '../base/units.ts'
import type { ChangeBuilder } from '../document/changeBuilder.ts'
import type { LineState, StateChanges } from '../document/changeRecord.ts'
import type { LineContent } from '../document/contentReader.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FixProposal } from '../fixes/defineFix.ts'
import { proposeFix } from '../fixes/proposeFixes.ts'
import { getFix } from '../fixes/registry.ts'
import { type Message, msg } from '../i18n/message.ts'
import type { EditCommand } from '../contracts/documentApi.ts'
import { stateWithAttached } from '../validation/attachedFindings.ts'
import { explainLine } from '../validation/explain.ts'
import { fixableLine } from './fixableLine.ts'
import { FILE_FIXES } from './fileFixes.ts'
import { NO_PROFILE } from '../validation/fileRules.ts'
import { present } from '../base/assert.ts'
import type { OpenDocument } from './openDocument.ts'
import { type RecordText, readRecord } from '../validation/overLines/readRecord.ts'
import { isOfRecord } from '../validation/overLines/recordOfLine.ts'
import { settleRecords } from '../validation/overLines/settleRecords.ts'
import { settleLastLine } from '../validation/settleLastLine.ts'
import { settleRules } from '../validation/settleRules.ts'

const utf8 = new TextEncoder()

/** What an edit did: absent when it would have changed nothing. */
export interface Edited {
  /** Lines that came, went or changed. */
  readonly changed: readonly LineId[]
  /** The line to show afterwards. */
  readonly focus?: { readonly id: LineId; readonly index: LineIndex }
  /** Of 'Fix all': lines that no longer have the cause. */
  readonly fixed?: number
}

/** Content and validated state of a line as it is. */
interface Current {
  readonly content: LineContent
  readonly state: LineState
}

async function readCurrent(doc: OpenDocument, id: LineId): Promise<Current> {
  const [content] = await doc.lines.readContents([id])
  return currentOf(doc, present(content, 'the line that was read'))
}

export function currentOf(doc: OpenDocument, content: LineContent): Current {
  const findingSet = doc.lines.findingSetOf(content.id)
  // A line of a record over several lines counts for no rule, and goes back to that when this is undone.
  if (isOfRecord(doc.findingSets, findingSet)) {
    return { content, state: { findingSet, key: 0, profile: NO_PROFILE } }
  }
  const own = validate(doc, content.bytes, isFirstOfFile(doc, content.id))
  return { content, state: stateWithAttached(doc, content.id, own) }
}

/** Only the first line of the file may begin with a byte order mark. */
function isFirstOfFile(doc: OpenDocument, id: LineId): boolean {
  return doc.lines.indexOf(id) === 0
}

function validate(doc: OpenDocument, bytes: Uint8Array, isFirst = false): LineState {
  return doc.validator.validateContent(doc.scanner, bytes, isFirst)
}

/** Carries out a command. Undefined: there was nothing to do. */
export async function runCommand(
  doc: OpenDocument,
  command: EditCommand,
): Promise<Edited | undefined> {
  switch (command.kind) {
    case 'replace':
      return replaceLine(
        doc,
        command.id,
        command.texts.map((text) => utf8.encode(text)),
        msg('Edit line'),
      )
    case 'delete':
      return deleteLines(doc, command.ids)
    case 'insert':
      return insertLines(doc, command.at, command.texts)
    case 'duplicate':
      return duplicateLine(doc, command.id)
    case 'move':
      return moveLine(doc, command.id, command.by)
    case 'fixFile':
      return fixFile(doc, command.code)
    case 'applyFix':
      return applyFix(doc, command.id, command.fixId, command.code)
  }
}

async function replaceLine(
  doc: OpenDocument,
  id: LineId,
  contents: readonly Uint8Array[],
  label: Message,
): Promise<Edited | undefined> {
  const before = await readCurrent(doc, id)
  const change = doc.lines.beginChange(label)
  putContents(doc, change, before, contents)
  return commit(doc, change, id)
}

/** Puts one content or several in the place of a line; none deletes it. */
export function putContents(
  doc: OpenDocument,
  change: ChangeBuilder,
  before: Current,
  contents: readonly Uint8Array[],
): void {
  const [first, ...rest] = contents
  if (first === undefined) {
    change.delete(before.content, before.state)
    return
  }
  const { id } = before.content
  if (!sameBytes(first, before.content.bytes)) {
    change.replace(
      before.content,
      first,
      before.state,
      validate(doc, first, isFirstOfFile(doc, id)),
    )
  }
  let after = id
  for (const content of rest) after = change.insertAfter(after, content, validate(doc, content))
}

async function deleteLines(
  doc: OpenDocument,
  named: readonly LineId[],
): Promise<Edited | undefined> {
  // A change touches a line once, however often it is named.
  const ids = [...new Set(named)]
  const index = ids[0] === undefined ? undefined : doc.lines.indexOf(ids[0])
  const change = doc.lines.beginChange(deletionLabel(ids.length))
  for (const id of ids) {
    if (doc.lines.indexOf(id) === undefined) continue
    const { content, state } = await readCurrent(doc, id)
    change.delete(content, state)
  }
  const edited = await commit(doc, change)
  if (!edited || index === undefined || doc.lines.lineCount === 0) return edited
  const next = doc.lines.idAt(Math.min(index, doc.lines.lineCount - 1))
  return editedAt(doc, edited.changed, next)
}

export function deletionLabel(count: number): Message {
  return count === 1 ? msg('Delete line') : msg('Delete lines')
}

async function insertLines(
  doc: OpenDocument,
  at: LineIndex,
  texts: readonly string[],
): Promise<Edited | undefined> {
  const change = doc.lines.beginChange(
    texts.length === 1 ? msg('Insert line') : msg('Insert lines'),
  )
  let first: LineId | undefined
  for (const text of texts) {
    const content = utf8.encode(text)
    const id = change.insertAt(Math.min(at, doc.lines.lineCount), content, validate(doc, content))
    first ??= id
  }
  return commit(doc, change, first)
}

async function duplicateLine(doc: OpenDocument, id: LineId): Promise<Edited | undefined> {
  const { content } = await readCurrent(doc, id)
  const change = doc.lines.beginChange(duplicationLabel(1))
  const copy = change.insertAfter(id, content.bytes, validate(doc, content.bytes))
  return commit(doc, change, copy)
}

export function duplicationLabel(count: number): Message {
  return count === 1 ? msg('Duplicate line') : msg('Duplicate lines')
}

async function moveLine(doc: OpenDocument, id: LineId, by: -1 | 1): Promise<Edited | undefined> {
  const index = doc.lines.indexOf(id)
  if (index === undefined) return undefined
  const to = index + by
  if (to < 0 || to >= doc.lines.lineCount) return undefined
  const { state } = await readCurrent(doc, id)
  const change = doc.lines.beginChange(by < 0 ? msg('Move line up') : msg('Move line down'))
  change.move(id, to, state)
  return commit(doc, change, id)
}

async function applyFix(
  doc: OpenDocument,
  id: LineId,
  fixId: string,
  code: string,
): Promise<Edited | undefined> {
  const before = await readCurrent(doc, id)
  const proposal = await proposalFor(doc, id, before.content.bytes, fixId, code)
  if (!proposal) return undefined
  if (proposal.kind === 'join') return joinLines(doc, id, proposal.text)
  return replaceLine(doc, id, contentsOf(proposal), getFix(fixId)?.title ?? msg('Fix'))
}

async function joinLines(doc: OpenDocument, id: LineId, text: string): Promise<Edited | undefined> {
  const record = await readRecord(doc, id)
  if (!record) return undefined
  const change = doc.lines.beginChange(msg('Join lines'))
  putJoined(doc, change, record, text)
  return commit(doc, change, record.record.ids[0])
}

/** Puts one line in the place of all lines of a record. */
export function putJoined(
  doc: OpenDocument,
  change: ChangeBuilder,
  { contents }: RecordText,
  text: string,
): void {
  contents.forEach((content, i) => {
    const before = currentOf(doc, content)
    if (i === 0) putContents(doc, change, before, [utf8.encode(text)])
    else change.delete(content, before.state)
  })
}

async function fixFile(doc: OpenDocument, code: string): Promise<Edited | undefined> {
  const fix = FILE_FIXES[code]
  if (!fix) return undefined
  const change = doc.lines.beginChange(fix.title)
  fix.apply(change)
  return commit(doc, change)
}

export function contentsOf(proposal: FixProposal): Uint8Array[] {
  switch (proposal.kind) {
    case 'replace':
    case 'join':
      return [utf8.encode(proposal.text)]
    case 'delete':
      return []
    case 'split':
      return proposal.texts.map((text) => utf8.encode(text))
  }
}

async function proposalFor(
  doc: OpenDocument,
  id: LineId,
  bytes: Uint8Array,
  fixId: string,
  code: string,
): Promise<FixProposal | undefined> {
  const diagnostic = (await explainLine(doc, id, bytes)).find(
    (each: Diagnostic) => each.code === code,
  )
  const fix = getFix(fixId)
  if (!diagnostic || !fix) return undefined
  return proposeFix(fix, await fixableLine(doc, id, bytes), diagnostic)
}

export async function commit(
  doc: OpenDocument,
  change: ChangeBuilder,
  focus?: LineId,
): Promise<Edited | undefined> {
  if (change.isEmpty) {
    change.discard()
    return undefined
  }
  return editedAt(doc, await follow(doc, change.commit()), focus)
}

/** What an edit did, with the line to show where it stands now. */
export function editedAt(
  doc: OpenDocument,
  changed: readonly LineId[],
  focus: LineId | undefined,
): Edited {
  const index = focus === undefined ? undefined : doc.lines.indexOf(focus)
  return focus !== undefined && index !== undefined
    ? { changed, focus: { id: focus, index } }
    : { changed }
}

/**
 * Tells the rules across lines what a change did, and settles the verdicts that hang on them.
 * `isCounted`: the rules know the lines as they are now, which were all validated again.
 */
export async function follow(
  doc: OpenDocument,
  changes: StateChanges,
  isCounted = false,
): Promise<LineId[]> {
  const { rules, choice } = doc
  const changed: LineId[] = []
  for (const { id, from, to } of changes.lines) {
    changed.push(id)
    if (!to) choice.leave(id)
    if (from && !isCounted) rules.remove(id, from.key, from.profile)
    if (to && !isCounted) rules.add(id, to.key, to.profile)
    // The document wrote the state that the line was validated to have by itself.
    doc.outliers.delete(id)
  }
  const others = await settleRecords(doc, changed, changes.gaps)
  others.push(...(await settleLastLine(doc)))
  await settleRules(doc)
  for (const id of others) changed.push(id)
  return changed
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
