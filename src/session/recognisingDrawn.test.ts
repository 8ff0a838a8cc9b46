// The fast path is held to the slow one for formats of all kinds: whatever the schema, the rules and
// the lines, a line recognised by its shape has the findings that the format's judge gives it alone,
// counts for the rules across lines as it would alone, and is explained by the same codes.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding } from '../diagnostics/diagnostic.ts'
import { OutcomeTable } from '../diagnostics/outcomeTable.ts'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import { createJudge, type LineJudgement } from '../formats/judge.ts'
import { drawnFormat } from '../formats/testing/drawnFormats.ts'
import { OUTCOME_UNKNOWN, Scanner } from '../scanner/scanner.ts'
import { loadScannerModule } from '../scanner/testing/loadScanner.ts'
import { runs } from '../tooling/runs.ts'
import { joinHash } from './keyReader.ts'
import { LineJudge } from './lineJudge.ts'
import { chunksOf, fileDrawing, linesOf } from './testing/drawnFiles.ts'

/** One for all runs: setting a plan forgets what was learned. */
const scanner = Scanner.create(await loadScannerModule(), { seed: 7n })
const utf8 = new TextEncoder()

interface Read {
  /** Severity and code of all findings of each line; undefined for lines that are no JSON. */
  readonly findings: readonly (readonly string[] | undefined)[]
  /** Lines by the hash of their key. */
  readonly lines: ReadonlyMap<number, readonly number[]>
  readonly items: number
  /** Per rule, how often each value occurs. */
  readonly uniform: readonly (readonly string[])[]
}

function namesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, code }) => `${severity} ${code}`).sort()
}

function hash(text: string): number {
  const { low, high } = scanner.hashOf(utf8.encode(`"${text}"`))
  return joinHash(low, high)
}

/** As a file is read; `again`: by a judge that has read the file before. */
function readFile(
  format: FormatDefinition,
  chunks: readonly Uint8Array[],
  expected: Read,
  again: boolean,
): Read & { recognised: number } {
  const outcomes = new OutcomeTable()
  const judge = new LineJudge(format, outcomes, hash, 'lines')
  scanner.setPlan(judge.plan)
  const findings: (string[] | undefined)[] = []
  let recognised = 0
  const pass = (countsForRules: boolean): void => {
    findings.length = 0
    recognised = 0
    scanner.reset(0)
    const into = new Uint16Array(64)
    const batches = function* () {
      for (const chunk of chunks) yield* scanner.push(chunk)
      yield* scanner.finish()
    }
    for (const batch of batches()) {
      judge.judgeBatch(
        scanner,
        batch,
        findings.length,
        into,
        countsForRules ? undefined : () => true,
      )
      for (let i = 0; i < batch.count; i++) {
        if (batch.outcome[i] !== OUTCOME_UNKNOWN) recognised++
        const isJson = batch.status[i] === 0
        findings.push(isJson ? namesOf(outcomes.findingsOf(into[i] as number)) : undefined)
      }
    }
  }
  pass(true)
  const { items, keys } = judge.rules
  const lines = [...expected.lines.keys()].map((key) => [key, keys.linesOf(key)] as const)
  const uniform = (format.uniform ?? []).map((_, rule) =>
    judge.rules
      .uniformValues(rule)
      .map(({ value, count }) => `${count} ${value}`)
      .sort(),
  )
  if (again) pass(false)
  return { findings, lines: new Map(lines), items, uniform, recognised }
}

/** Line by line, by the judge alone. */
function judgeAlone(format: FormatDefinition, texts: readonly string[], hasBom: boolean): Read {
  const judge = createJudge(format)
  const lines = new Map<number, number[]>()
  const judgements: LineJudgement[] = []
  const findings = texts.map((text, i) => {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return undefined
    }
    const judgement = judge.judge(value)
    judgements.push(judgement)
    const names = namesOf(judgement.findings)
    const explained = judge.explain(text, value)
    expect([text, [...new Set(namesOf(explained))]]).toEqual([text, names])
    const { key } = judgement
    if (key !== undefined) lines.set(hash(key), [...(lines.get(hash(key)) ?? []), i])
    return hasBom && i === 0 ? [...names, `${format.byteOrderMark} bom`].sort() : names
  })
  return {
    findings,
    lines,
    items: judgements.reduce((sum, { items }) => sum + items, 0),
    uniform: (format.uniform ?? []).map((_, rule) => {
      const counts = new Map<string, number>()
      for (const { uniform } of judgements) {
        const value = uniform[rule]
        if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      return [...counts].map(([value, count]) => `${count} ${value}`).sort()
    }),
  }
}

test('lines are judged alike by shape and alone, for any format', () => {
  let lines = 0
  let recognised = 0
  fc.assert(
    fc.property(drawnFormat, fileDrawing, (drawn, drawing) => {
      const { format } = drawn
      const texts = linesOf(drawing, drawn)
      const chunks = chunksOf(drawing, texts)
      // Without its line feed, a last line without text is no line.
      if (
        !drawing.endsWithLineFeed &&
        texts.at(-1) === '' &&
        !(drawing.hasBom && texts.length === 1)
      )
        texts.pop()
      const expected = judgeAlone(format, texts, drawing.hasBom)
      for (const again of [false, true]) {
        const { recognised: count, ...read } = readFile(format, chunks, expected, again)
        expect([texts, read]).toEqual([texts, expected])
        lines += texts.length
        recognised += count
      }
    }),
    runs(400),
  )
  // The law says something only where lines are recognised.
  expect(recognised / lines).toBeGreaterThan(0.4)
})
