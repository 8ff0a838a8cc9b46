// What every source must do, for all that the registry finds: its examples, whole and in pieces.
import { describe, expect, test } from 'vitest'
import { loadScannerModule } from '../scanner/testing/loadScanner.ts'
import {
  type LeftOut,
  type LineSink,
  type SourceDefinition,
  withInitialValues,
} from './defineSource.ts'
import { definitionFiles, sources } from './registry.ts'

test('a source is named as its file', () => {
  const names = definitionFiles.map((file) => /([^/]+)\.ts$/.exec(file)?.[1])
  expect(new Set(sources.map(({ id }) => id))).toEqual(new Set(names))
  expect(sources).toHaveLength(names.length)
})

describe.each(sources.map((source) => [source.id, source] as const))('%s', (_, source) => {
  test('has examples', () => expect(source.examples.length).toBeGreaterThan(0))

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
