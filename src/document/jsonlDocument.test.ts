// The document against a plain array of lines, under any commands.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import { verbatim } from '../i18n/message.ts'
import { checkInvariants } from './testing/checkInvariants.ts'
import type { LineState, StateChanges } from './changeRecord.ts'
import type { JsonlDocument } from './jsonlDocument.ts'
import { openText } from './testing/openText.ts'
import { runs } from '../tooling/runs.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

interface ModelLine {
  readonly id: LineId
  readonly text: string
  readonly state: LineState
}

interface Model {
  lines: readonly ModelLine[]
  undo: (readonly ModelLine[])[]
  redo: (readonly ModelLine[])[]
}

type Edit =
  | { kind: 'replace'; at: number; text: string; findingSet: number }
  | { kind: 'trim'; at: number; findingSet: number }
  | { kind: 'delete'; at: number }
  | { kind: 'insert'; at: number; text: string; findingSet: number }
  | { kind: 'insertAfter'; at: number; text: string; findingSet: number }

type Command =
  | { kind: 'change'; edits: Edit[]; discard: boolean }
  | { kind: 'everyOther'; findingSet: number }
  | { kind: 'splitAll' }
  | { kind: 'move'; at: number; to: number }
  | { kind: 'undo' }
  | { kind: 'redo' }

const content = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', '"', '\r'), maxLength: 6 }),
  fc
    .string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 })
    .map((s) => 'x'.repeat(90) + s + 'y'.repeat(90)),
)
const findingSet = fc.nat(5)
const at = fc.nat(2000)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), at, text: content, findingSet }),
  fc.record({ kind: fc.constant('trim' as const), at, findingSet }),
  fc.record({ kind: fc.constant('delete' as const), at }),
  fc.record({ kind: fc.constant('insert' as const), at, text: content, findingSet }),
  fc.record({ kind: fc.constant('insertAfter' as const), at, text: content, findingSet }),
)
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      edits: fc.array(edit, { maxLength: 6 }),
      discard: fc.nat(5).map((n) => n === 0),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('everyOther' as const), findingSet }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'splitAll' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), at, to: at }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'redo' as const }) },
)
const file = fc.record({
  lines: fc.oneof(
    fc.array(
      content.map((s) => s.replaceAll('\r', '')),
      { maxLength: 12 },
    ),
    fc.integer({ min: 250, max: 700 }).map((n) => Array.from({ length: n }, (_, i) => `line ${i}`)),
  ),
  crlf: fc.boolean(),
  finalNewline: fc.boolean(),
  batchLines: fc.integer({ min: 1, max: 300 }),
})

const stateOf = (findingSetId: number): LineState => ({
  findingSet: findingSetId,
  key: findingSetId * 2 ** 40,
  profile: findingSetId,
})

function textOfFile(lines: readonly string[], crlf: boolean, finalNewline: boolean): string {
  const end = crlf ? '\r\n' : '\n'
  return lines.join(end) + (finalNewline && lines.length > 0 ? end : '')
}

async function runChange(
  doc: JsonlDocument,
  model: Model,
  edits: readonly Edit[],
  discard: boolean,
): Promise<StateChanges | undefined> {
  const before = model.lines
  const builder = doc.beginChange(verbatim('change'))
  const replaced = new Map<LineId, ModelLine | undefined>()
  const inserted: { gap: number; line: ModelLine }[] = []
  for (const e of edits) {
    if (e.kind === 'insert') {
      const gap = e.at % (before.length + 1)
      const id = builder.insertAt(gap, encode(e.text), stateOf(e.findingSet))
      inserted.push({ gap, line: { id, text: e.text, state: stateOf(e.findingSet) } })
      continue
    }
    const place = e.at % before.length
    const line = before[place]
    if (!line) continue
    if (e.kind === 'insertAfter') {
      const id = builder.insertAfter(line.id, encode(e.text), stateOf(e.findingSet))
      inserted.push({ gap: place + 1, line: { id, text: e.text, state: stateOf(e.findingSet) } })
      continue
    }
    if (replaced.has(line.id)) continue
    const [read] = await doc.readContents([line.id])
    if (!read) throw new Error('line was not read')
    if (e.kind === 'delete') {
      builder.delete(read, line.state)
      replaced.set(line.id, undefined)
    } else {
      const text = e.kind === 'replace' ? e.text : line.text.slice(0, 3) + line.text.slice(4)
      builder.replace(read, encode(text), line.state, stateOf(e.findingSet))
      replaced.set(line.id, { id: line.id, text, state: stateOf(e.findingSet) })
    }
  }
  if (discard) {
    builder.discard()
    return undefined
  }
  const after: ModelLine[] = []
  for (let i = 0; i <= before.length; i++) {
    for (const { gap, line } of inserted) if (gap === i) after.push(line)
    const line = before[i]
    if (!line) continue
    if (!replaced.has(line.id)) after.push(line)
    else {
      const now = replaced.get(line.id)
      if (now) after.push(now)
    }
  }
  return commit(model, after, builder.commit())
}

function commit(model: Model, after: readonly ModelLine[], changes: StateChanges): StateChanges {
  model.undo.push(model.lines)
  model.redo = []
  model.lines = after
  return changes
}

async function run(
  doc: JsonlDocument,
  model: Model,
  c: Command,
): Promise<StateChanges | undefined> {
  const before = model.lines
  switch (c.kind) {
    case 'change':
      return runChange(doc, model, c.edits, c.discard)
    case 'everyOther': {
      const reads = await doc.readContents(before.map((line) => line.id))
      const builder = doc.beginChange(verbatim('everyOther'))
      const after = before.map((line, i) => {
        const read = reads[i]
        if (i % 2 === 0 || !read) return line
        const text = line.text.slice(0, -1)
        builder.replace(read, encode(text), line.state, stateOf(c.findingSet))
        return { id: line.id, text, state: stateOf(c.findingSet) }
      })
      return commit(model, after, builder.commit())
    }
    case 'splitAll': {
      if (before.length > 3000) return undefined
      const builder = doc.beginChange(verbatim('splitAll'))
      const after = before.flatMap((line) => {
        const id = builder.insertAfter(line.id, encode('split'), stateOf(1))
        return [line, { id, text: 'split', state: stateOf(1) }]
      })
      return commit(model, after, builder.commit())
    }
    case 'move': {
      const line = before[c.at % before.length]
      if (!line) return undefined
      const to = c.to % before.length
      const builder = doc.beginChange(verbatim('move'))
      builder.move(line.id, to, line.state)
      const after = before.filter((other) => other !== line)
      after.splice(to, 0, line)
      return commit(model, after, builder.commit())
    }
    case 'undo': {
      const changes = doc.undo()
      const lines = model.undo.pop()
      expect(changes !== undefined).toBe(lines !== undefined)
      if (lines) {
        model.redo.push(model.lines)
        model.lines = lines
      }
      return changes
    }
    case 'redo': {
      const changes = doc.redo()
      const lines = model.redo.pop()
      expect(changes !== undefined).toBe(lines !== undefined)
      if (lines) {
        model.undo.push(model.lines)
        model.lines = lines
      }
      return changes
    }
  }
}

async function expectSame(doc: JsonlDocument, model: Model): Promise<void> {
  expect(checkInvariants(doc)).toEqual([])
  const ids = model.lines.map((line) => line.id)
  expect(doc.lineCount).toBe(ids.length)
  expect(doc.view({ kind: 'all' }).ids(0, ids.length + 5)).toEqual(ids)
  const contents = await doc.readContents(ids)
  expect(contents.map((c) => decode(c.bytes))).toEqual(model.lines.map((line) => line.text))
  expect(contents.every((c) => c.bytes.length === c.byteLength)).toBe(true)
  expect(ids.map((id) => doc.findingSetOf(id))).toEqual(
    model.lines.map((line) => line.state.findingSet),
  )
  for (let i = 0; i < ids.length; i += Math.max(1, Math.floor(ids.length / 20))) {
    expect(doc.idAt(i)).toBe(ids[i])
    expect(doc.indexOf(ids[i] as LineId)).toBe(i)
  }
}

function expectChangesTell(
  changes: StateChanges,
  before: readonly ModelLine[],
  after: readonly ModelLine[],
): void {
  const told = new Map(before.map((line) => [line.id, line.state]))
  for (const { id, from, to } of changes.lines) {
    expect(told.get(id)).toEqual(from)
    if (to) told.set(id, to)
    else told.delete(id)
  }
  expect(told).toEqual(new Map(after.map((line) => [line.id, line.state])))
}

test('the document equals an array of lines under any commands', async () => {
  await fc.assert(
    fc.asyncProperty(file, fc.array(command, { maxLength: 14 }), async (f, commands) => {
      const text = textOfFile(f.lines, f.crlf, f.finalNewline)
      const doc = openText(text, { batchLines: f.batchLines })
      const isLastEmpty = !f.finalNewline && f.lines.at(-1) === ''
      const texts = isLastEmpty ? f.lines.slice(0, -1) : f.lines
      const model: Model = {
        lines: texts.map((t, i) => ({
          id: doc.idAt(i) as LineId,
          text: t,
          state: { findingSet: 0, key: 0, profile: 0 },
        })),
        undo: [],
        redo: [],
      }
      await expectSame(doc, model)
      for (const c of commands) {
        const before = model.lines
        const changes = await run(doc, model, c)
        await expectSame(doc, model)
        if (changes) expectChangesTell(changes, before, model.lines)
        expect(doc.isDirty).toBe(model.undo.length > 0)
      }
    }),
    runs(40),
  )
}, 60_000)
