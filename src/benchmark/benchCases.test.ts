// The cases are what they say: sizes, formats, verdicts, shapes.
import { describe, expect, test } from 'vitest'
import { concatBytes } from '../base/concatBytes.ts'
import { lineId } from '../base/units.ts'
import { compilePlan } from '../formats/compilePlan.ts'
import { findFormat } from '../formats/registry.ts'
import { Scanner } from '../scanner/scanner.ts'
import { loadScannerModule } from '../scanner/testing/loadScanner.ts'
import { openText } from '../session/testing/openText.ts'
import { present } from '../base/assert.ts'
import { BENCH_CASES, type BenchCase, HARD_CASES } from './benchCases.ts'
import { BREAKAGES } from './brokenLines.ts'
import { bytesOf, lineCountOf } from './caseBytes.ts'
import { ENDPOINT_CASES } from './endpointCases.ts'
import { DIMENSIONS } from './resultLines.ts'

const MEGABYTE = 1_000_000
const CASES = [...BENCH_CASES, ...HARD_CASES, ...ENDPOINT_CASES]

function fileOf(entry: BenchCase, bytes: number): Uint8Array {
  return concatBytes([...bytesOf(entry, bytes)])
}

/** Invalid lines of `lines`, by case; the others have none. */
const INVALID: Readonly<Record<string, (lines: number) => number>> = {
  'mixed-invalid': (lines) => Math.floor((lines + 49) / 100),
  'all-invalid': (lines) => lines,
  'one-id': (lines) => lines - 1,
  'repeated-ids': (lines) => lines - new Set(Array.from({ length: lines }, (_, i) => idOf(i))).size,
  'wrong-types': (lines) => lines,
  // Its model was shut down.
  completions: (lines) => lines,
}

const WARNINGS: Readonly<Record<string, (lines: number) => number>> = {
  'unknown-keys': (lines) => lines,
}

function idOf(index: number): string {
  return (JSON.parse(findCase('repeated-ids').line(index)) as { custom_id: string }).custom_id
}

describe.each(CASES.map((entry) => [entry.id, entry] as const))('%s', (id, entry) => {
  test('has the size that was asked for, to 1 %', () => {
    const bytes = [...bytesOf(entry, 10 * MEGABYTE)].reduce((sum, piece) => sum + piece.length, 0)
    expect(Math.abs(bytes / (10 * MEGABYTE) - 1)).toBeLessThan(0.01)
  })

  test('comes in pieces of whole lines that hold what `line` says', () => {
    const text = [...bytesOf(entry, 3 * MEGABYTE)].map((piece) => {
      expect(piece.at(-1)).toBe(10)
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece)
    })
    const lines = text.join('').split('\n')
    expect(lines.pop()).toBe('')
    expect(lines).toHaveLength(lineCountOf(entry, 3 * MEGABYTE))
    const wanted = lines.map((_, index) =>
      entry.line(index).replaceAll(/[\uDC80-\uDCFF]/gu, '\uFFFD'),
    )
    expect(lines).toEqual(wanted)
  })

  test('is taken for its format and has as many invalid lines as it says', async () => {
    const { facts } = await openText(fileOf(entry, MEGABYTE))
    const lines = lineCountOf(entry, MEGABYTE)
    const invalid = INVALID[id]?.(lines) ?? 0
    const warnings = WARNINGS[id]?.(lines) ?? 0
    expect(facts()).toMatchObject({ formatId: entry.formatId, lines, invalid, warnings })
  })
})

test('the bytes that stand for lone surrogates are written as such', () => {
  const entry = { ...findCase('short'), line: () => 'a😀\udce9é\udc80' }
  const [piece] = bytesOf(entry, 1)
  expect([...(piece ?? [])]).toEqual([0x61, 0xf0, 0x9f, 0x98, 0x80, 0xe9, 0xc3, 0xa9, 0x80, 0x0a])
})

test('values that differ in every line of a case make few shapes', async () => {
  for (const id of ['unknown-keys', 'logit-bias', 'wrong-types']) {
    const { facts } = await openText(fileOf(findCase(id), MEGABYTE))
    expect(facts().shapes).toBe(1)
  }
})

test('lines of a shape of their own are known by their components after a few', async () => {
  // Which kinds of tools a request has is one of some hundreds of sets.
  for (const [id, megabytes, most] of [
    ['own-shapes', 2, 50],
    ['responses-schemas', 12, 400],
  ] as const) {
    const { facts } = await openText(fileOf(findCase(id), megabytes * MEGABYTE))
    expect(facts().shapes).toBeLessThan(most)
    expect(facts().shapesFull).toBe(false)
  }
})

test('lines of 60 bytes have 60 bytes each', () => {
  const { line } = findCase('short')
  for (const index of [0, 9, 999_999, 16_666_666]) expect(line(index)).toHaveLength(59)
})

test('embeddings have as many numbers as they say', () => {
  const answer = JSON.parse(findCase('embeddings').line(7)) as {
    response: { body: { data: { embedding: number[] }[] } }
  }
  const vector = answer.response.body.data[0]?.embedding ?? []
  expect(vector).toHaveLength(DIMENSIONS)
  expect(vector.every((one) => typeof one === 'number' && Math.abs(one) < 1)).toBe(true)
})

test('batch output answers each request once, in another order', () => {
  const { line } = findCase('output')
  const ids = Array.from(
    { length: 8192 },
    (_, index) => (JSON.parse(line(index)) as { custom_id: string }).custom_id,
  )
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).not.toEqual(ids.toSorted())
  expect(ids.toSorted().at(-1)).toBe('request-00008192')
})

test('broken lines have the errors that they are made to have', async () => {
  const lines = 100 * BREAKAGES.length
  const entry = findCase('mixed-invalid')
  const { session, facts } = await openText(fileOf(entry, lines * entry.lineBytes))
  expect(facts()).toMatchObject({ lines, invalid: BREAKAGES.length })
  const codes: (string | undefined)[][] = []
  for (let index = 50; index < lines; index += 100) {
    const detail = await session.readLine(lineId(index))
    if (!detail.ok) throw new Error(detail.failure.code)
    const errors = detail.value.diagnostics.filter(({ severity }) => severity === 'error')
    codes.push([...new Set(errors.map(({ code }) => code))])
  }
  expect(codes).toEqual(BREAKAGES.map(({ code }) => [code]))
})

test('lines of their own shape share none, as the scanner sees them', async () => {
  const scanner = Scanner.create(await loadScannerModule(), { seed: 7n })
  const format = findFormat('batchInput')
  scanner.setPlan(format && compilePlan(format))
  scanner.reset(1)
  const entry = findCase('own-shapes')
  const shapes = new Set<bigint>()
  let lines = 0
  for (const piece of bytesOf(entry, 15 * MEGABYTE)) {
    for (const batch of scanner.push(piece)) {
      for (let i = 0; i < batch.count; i++) shapes.add(batch.shape[i] as bigint)
      lines += batch.count
    }
  }
  expect(lines).toBeGreaterThan(20_000)
  expect(shapes.size).toBe(lines)
})

function findCase(id: string): BenchCase {
  return present(
    CASES.find((entry) => entry.id === id),
    `the case ${id}`,
  )
}
