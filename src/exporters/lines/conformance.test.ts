// Every exporter does what its examples say, whatever the sizes its parts come in.
import { describe, expect, test } from 'vitest'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { openText } from '../../document/testing/openText.ts'
import { valueOf } from '../../base/testing/valueOf.ts'
import { loadScannerModule } from '../../scanner/testing/loadScanner.ts'
import { blobPartOf, exportParts } from './exportParts.ts'
import type { ExportPartsOptions } from './exportParts.ts'
import { type ExportOptionValue, readExportOptions } from './exportOptions.ts'
import { definitionFiles, exporters, findExporter, VERBATIM_EXPORTER_ID } from './registry.ts'

const JSON_FINDING_SET = 1

/** For exporters that cannot do without a choice of the user's. */
const exporterOptions: Readonly<Record<string, Readonly<Record<string, ExportOptionValue>>>> = {
  textOfField: { field: 'n' },
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''))
    return true
  } catch {
    return false
  }
}

async function run(
  id: string,
  before: string,
  options: Partial<ExportPartsOptions>,
  given: Readonly<Record<string, ExportOptionValue>> = exporterOptions[id] ?? {},
): Promise<string> {
  const exporter = findExporter(id)
  if (!exporter) throw new Error(`no exporter ${id}`)
  const lines = before.split('\n')
  const doc = openText(before, {
    batchLines: 2,
    findingSetOf: (line) => (isJson(lines[line] ?? '') ? JSON_FINDING_SET : 0),
  })
  const parts: (Blob | Uint8Array<ArrayBuffer>)[] = []
  const all = doc.view({ kind: 'all' })
  const jsonFindingSets = Uint8Array.from([0, 1])
  const values = valueOf(readExportOptions(exporter.options, given))
  const run = exportParts(doc, all, exporter, {
    ...options,
    jsonFindingSets,
    values,
    wasm: await loadScannerModule(),
  })
  for await (const part of run.parts) parts.push(await blobPartOf(doc.tables.source, part))
  const whole = new Blob(parts)
  const { done, total } = run.progress(whole.size)
  expect(done).toBe(total)
  const isPacked = exporter.output.kind === 'verbatim' && exporter.output.compression !== undefined
  const plain = isPacked ? whole.stream().pipeThrough(new DecompressionStream('gzip')) : whole
  const bytes = await new Response(plain as BodyInit).arrayBuffer()
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

test('definitions are complete, and named like their files', () => {
  expect(exporters.length).toBeGreaterThan(0)
  expect(exporters[0]?.id).toBe(VERBATIM_EXPORTER_ID)
  expect(exporters.map(({ id }) => `./definitions/${id}.ts`).toSorted()).toEqual(
    [...definitionFiles].toSorted(),
  )
  for (const { extension, mediaType, title, summary } of exporters) {
    expect(extension).toMatch(/^(?:\.[a-z]+){1,2}$/)
    expect(mediaType).toMatch(/^[a-z]+\/[a-z-]+$/)
    expect(inEnglish(title)).not.toBe('')
    expect(inEnglish(summary)).toMatch(/\.$/)
  }
})

describe.each(exporters.map((exporter) => [exporter.id, exporter] as const))(
  '%s',
  (id, exporter) => {
    test('shows what happens to an empty file, a byte order mark, CR LF and a missing newline', () => {
      const befores = exporter.examples.map(({ before }) => before)
      expect(befores).toContain('')
      expect(befores.some((before) => before.startsWith('\uFEFF'))).toBe(true)
      expect(befores.some((before) => before.includes('\r\n'))).toBe(true)
      expect(befores.some((before) => /[^\n]$/.test(before))).toBe(true)
    })

    test.each(exporter.examples)('example %#', async ({ before, after, options = {} }) => {
      expect(await run(id, before, {}, options)).toBe(after)
      for (const size of [1, 2, 3, 7, 100]) {
        expect(await run(id, before, { bufferBytes: size, copiedBytes: size }, options)).toBe(after)
      }
    })

    test('is the same for many lines in any batches', async () => {
      const before = Array.from({ length: 5000 }, (_, i) =>
        i % 9 === 0 ? 'broken' : `{"n":${i}}`,
      ).join('\n')
      const whole = await run(id, before, {})
      expect(await run(id, before, { bufferBytes: 10, copiedBytes: 64 })).toBe(whole)
      expect(whole).toMatch(/\b4999\b/)
    })

    test('stops when it is told to', async () => {
      const stop = () => {
        throw new Error('stopped')
      }
      await expect(run(id, '{"a":1}\n', { check: stop })).rejects.toThrow('stopped')
    })
  },
)
