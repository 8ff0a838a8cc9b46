// What every source must do, for all that the registry finds: its examples, whole and in pieces.
import { describe, expect, test } from 'vitest'
import { SNIFF_LENGTH } from '../scanner/sniffContent.ts'
import { loadScannerModule } from '../scanner/testing/loadScanner.ts'
import { previewHead } from './convertFile.ts'
import {
  type LeftOut,
  type LineSink,
  type SourceDefinition,
  withInitialValues,
} from './defineSource.ts'
import { definitionFiles, sources } from './registry.ts'

/** Code units: more than the head of a file that is looked at. */
const LONG = 300 * 1024

test('a source is named as its file', () => {
  const names = definitionFiles.map((file) => /([^/]+)\.ts$/.exec(file)?.[1])
  expect(new Set(sources.map(({ id }) => id))).toEqual(new Set(names))
  expect(sources).toHaveLength(names.length)
})

describe.each(sources.map((source) => [source.id, source] as const))('%s', (_, source) => {
  test('has examples', () => expect(source.examples.length).toBeGreaterThan(0))

  test('gives lines of the head of a long file', async () => {
    const [{ before, options = {} } = { before: '' }] = source.examples
    const text = before.repeat(Math.ceil(LONG / Math.max(1, before.length)))
    const bytes = new TextEncoder().encode(text)
    const tools = { wasm: await loadScannerModule() }
    const plan = { source, options, encoding: 'utf-8', tools } as const
    for (const length of [SNIFF_LENGTH / 16, SNIFF_LENGTH]) {
      const preview = await previewHead(bytes.subarray(0, length), false, plan)
      expect(preview.lines.length, `a head of ${length} bytes`).toBeGreaterThan(0)
      expect(preview.isCut).toBe(true)
    }
  })

  test.each(source.examples.map((example) => [example.before, example] as const))(
    '%j',
    async (_before, { before, options = {}, after, left = [] }) => {
      const bytes = new TextEncoder().encode(before)
      for (const size of [Math.max(1, bytes.length), 1, 2, 3, 7]) {
        const result = await run(source, cut(bytes, size), options)
        expect(result.text, `pieces of ${size} bytes`).toBe(after)
        expect(result.left.map(({ row, offset, isLost }) => ({ row, offset, isLost }))).toEqual(
          left.map(({ row, offset, isLost }) => ({ row, offset, isLost })),
        )
      }
    },
  )
})

function cut(bytes: Uint8Array, size: number): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.slice(at, at + size))
  return pieces
}

async function run(
  source: SourceDefinition,
  pieces: readonly Uint8Array[],
  options: Readonly<Record<string, string>>,
): Promise<{ text: string; left: LeftOut[] }> {
  const left: LeftOut[] = []
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  const sink: LineSink = {
    write: (bytes) => {
      text += decoder.decode(bytes, { stream: true })
    },
    leave: (part) => left.push(part),
  }
  const tools = { wasm: await loadScannerModule() }
  const converter = await source.convert(withInitialValues(source, options), sink, tools)
  for (const piece of pieces) {
    converter.push(piece)
    // A converter that kept the bytes by reference would show.
    piece.fill(0)
  }
  converter.finish()
  return { text: text + decoder.decode(), left }
}
