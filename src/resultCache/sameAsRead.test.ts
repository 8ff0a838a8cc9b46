// A session that opened a file from cached results is held to one that read it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import { typicalLines } from '../formats/defineFormat.ts'
import { formats } from '../formats/registry.ts'
import { createDevice, type OpenedFile, settled } from '../session/testing/device.ts'
import { idAt } from '../session/testing/openText.ts'
import { mutatedLine } from '../session/testing/mutateLine.ts'
import { runs } from '../tooling/runs.ts'

function request(id: string, model = 'gpt-6-luna'): string {
  return JSON.stringify({
    custom_id: id,
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model, messages: [{ role: 'user', content: 'Hello' }] },
  })
}

type Command =
  | { readonly kind: 'replace' | 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'delete' | 'duplicate' | 'up' | 'fix'; readonly at: number }
  | {
      readonly kind: 'fixAll' | 'fixFile' | 'undo' | 'redo' | 'search' | 'setFormat'
      readonly at: number
    }

const line = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'd').map((id) => request(id)),
  fc.constantFrom('a', 'e').map((id) => request(id, 'other-model')),
  // A warning that is a notice where most lines have it.
  fc
    .constantFrom('a', 'f', 'g')
    .map((id) => request(id, 'gpt-4o').replace('"model"', '"max_tokens":9,"model"')),
  fc.constantFrom('', '{"a":1}', '{"a":1,}', '[1', '{"custom_id":7}', 'nul', ' x '),
)
const at = fc.nat(40)
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: fc.constantFrom('replace' as const, 'insert' as const), at, text: line }),
  fc.record({
    kind: fc.constantFrom('delete' as const, 'duplicate' as const, 'up' as const, 'fix' as const),
    at,
  }),
  fc.record({
    kind: fc.constantFrom(
      'fixAll' as const,
      'fixFile' as const,
      'undo' as const,
      'redo' as const,
      'search' as const,
      'setFormat' as const,
    ),
    at,
  }),
)

async function run(opened: OpenedFile, given: Command): Promise<void> {
  const { session, facts } = opened
  const { lines, causes, fileFindings } = facts()
  const id = await idAt(session, given.at % Math.max(1, lines))
  const cause = causes[given.at % Math.max(1, causes.length)]
  switch (given.kind) {
    case 'insert':
      await session.edit({ kind: 'insert', at: given.at % (lines + 1), texts: [given.text] })
      break
    case 'replace':
      if (id !== undefined) await session.edit({ kind: 'replace', id, texts: [given.text] })
      break
    case 'delete':
      if (id !== undefined) await session.edit({ kind: 'delete', ids: [id] })
      break
    case 'duplicate':
      if (id !== undefined) await session.edit({ kind: 'duplicate', id })
      break
    case 'up':
      if (id !== undefined) await session.edit({ kind: 'move', id, by: -1 })
      break
    case 'fix': {
      const detail = id === undefined ? undefined : await session.readLine(id)
      const fix = detail?.ok ? detail.value.fixes[0] : undefined
      if (id !== undefined && fix) {
        await session.edit({ kind: 'applyFix', id, fixId: fix.id, code: fix.code })
      }
      break
    }
    case 'fixAll':
      if (cause) await session.fixAll(cause.code, undefined, 'job', () => {})
      break
    case 'fixFile': {
      const finding = fileFindings.find(({ fixTitle }) => fixTitle !== undefined)
      if (finding) await session.edit({ kind: 'fixFile', code: finding.code })
      break
    }
    case 'undo':
      await session.undo()
      break
    case 'redo':
      await session.redo()
      break
    case 'search':
      await session.search(
        { text: 'a', isRegExp: given.at > 20, matchCase: false },
        'job',
        () => {},
      )
      break
    case 'setFormat':
      await session.setFormat(given.at % 2 === 0 ? 'plainJsonl' : 'batchInput', 'job')
      break
  }
}

async function everything(opened: OpenedFile): Promise<object> {
  const { session, rows, exported } = opened
  const all = await rows()
  const details = await Promise.all(
    all.slice(0, 12).map(async (row) => {
      const detail = await session.readLine((row as { id: LineId }).id)
      return detail.ok ? { ...detail.value, revision: 0 } : detail
    }),
  )
  const map = await session.fileMap(20)
  return {
    facts: await opened.lasting(),
    all,
    details,
    invalid: await rows({ kind: 'invalid' }),
    edited: await rows({ kind: 'edited' }),
    matches: await rows({ kind: 'matches' }),
    map: map.ok && [...map.value.cells],
    exported: await exported(),
  }
}

const content = fc
  .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, end, hasLast]) => lines.join(end) + (hasLast ? end : ''))

test('a document from cached results equals one that was read, under any commands', async () => {
  await fc.assert(
    fc.asyncProperty(content, fc.array(command, { maxLength: 10 }), async (text, commands) => {
      const device = createDevice()
      const read = await device.open(text)
      const again = await device.open(text)
      expect(again.facts().isCached).toBe(true)
      expect(await everything(again)).toEqual(await everything(read))
      for (const each of commands) {
        await run(read, each)
        await run(again, each)
        expect(await again.lasting()).toEqual(await read.lasting())
      }
      expect(await everything(again)).toEqual(await everything(read))
    }),
    // Each run opens two documents and looks at them from all sides.
    runs(100, 12),
  )
}, 120_000)

describe.each(formats.map((format) => [format.id, format] as const))('%s', (_, format) => {
  const seeds = [...typicalLines(format), ...format.examples.invalid.map((each) => each.line)]

  test('lines that are shown fit what was kept of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(mutatedLine(seeds), line), { minLength: 1, maxLength: 40 }),
        fc.constantFrom('\n', '\r\n', '\n\uFEFF'),
        fc.constantFrom('', '\uFEFF', '[\n'),
        async (lines, end, start) => {
          const device = createDevice()
          const text = start + lines.join(end)
          const read = await device.open(text)
          await read.session.setFormat(format.id, 'job')
          await settled(read.session)
          const again = await device.open(text)
          expect(await again.rows()).toEqual(await read.rows())
          await settled(again.session)
          expect(again.facts()).toMatchObject({ isCached: true, formatId: format.id })
        },
      ),
      runs(100, 2),
    )
  })
})
