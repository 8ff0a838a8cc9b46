// For property tests: a file validated as it is read, line shapes and all, and the same lines validated one by
// one by the format's validator alone.
import { findingsOfText } from '../../diagnostics/textFindings.ts'
import { expect } from 'vitest'
import type { Finding } from '../../diagnostics/diagnostic.ts'
import { FindingSets } from '../../diagnostics/findingSets.ts'
import type { FormatDefinition } from '../../formats/defineFormat.ts'
import { createFormatValidator, type LineValidation } from '../../formats/formatValidator.ts'
import { Scanner } from '../../scanner/scanner.ts'
import { loadScannerModule } from '../../scanner/testing/loadScanner.ts'
import { joinHash } from '../../validation/hashPage.ts'
import { LineValidator } from '../../validation/lineValidator.ts'

/** One for all runs: setting a plan forgets what was learned. */
const scanner = Scanner.create(await loadScannerModule(), { seed: 7n })
const utf8 = new TextEncoder()

/** Severity and code of all findings of each line; undefined for lines that are not JSON. */
type Findings = readonly (readonly string[] | undefined)[]

interface Validated {
  readonly findings: Findings
  /** Lines by the hash of their key. */
  readonly lines: ReadonlyMap<number, readonly number[]>
  readonly items: number
  /** Per rule, how often each value occurs. */
  readonly uniform: readonly (readonly string[])[]
}

interface Recognised {
  readonly recognised: number
  readonly byComponents: number
}

export interface ArbitraryFile {
  /** Without line ends and byte order mark. */
  readonly texts: readonly string[]
  readonly hasBom: boolean
  readonly chunks: readonly Uint8Array[]
}

/**
 * Fails where the two ways differ: at the first reading, when all shapes are known, and when no line
 * counts for the rules across lines. Returns how many lines were recognised by the shape of another
 * text, and how many shapes were known by the components that their lines have.
 */
export function expectBothWaysAlike(format: FormatDefinition, file: ArbitraryFile): Recognised {
  const { texts } = file
  const expected = validateAlone(format, file)
  const findingSets = new FindingSets()
  const validator = new LineValidator(format, findingSets, { hash, hashLine })
  scanner.setPlan(validator.plan)
  const { findings, recognised, shapes } = pass(validator, findingSets, file)
  const byComponents = shapes - validator.shapes
  const { rules } = validator
  const read: Validated = {
    findings,
    lines: new Map([...expected.lines.keys()].map((key) => [key, rules.keys.linesOf(key)])),
    items: rules.items,
    uniform: (format.uniform ?? []).map((_, rule) =>
      rules
        .uniformValues(rule)
        .map(({ value, count }) => `${count} ${value}`)
        .sort(),
    ),
  }
  expect(differencesOf(texts, read.findings, expected.findings)).toEqual([])
  expect(read).toEqual(expected)
  for (const isChanged of [undefined, () => true]) {
    const again = pass(validator, findingSets, file, isChanged).findings
    expect(differencesOf(texts, again, expected.findings)).toEqual([])
  }
  return { recognised, byComponents }
}

/** The lines that are validated otherwise, and how. */
function differencesOf(texts: readonly string[], read: Findings, alone: Findings): unknown[] {
  expect(read.length).toBe(alone.length)
  return texts.flatMap((text, i) =>
    String(read[i]) === String(alone[i]) ? [] : [{ text, read: read[i], alone: alone[i] }],
  )
}

function pass(
  validator: LineValidator,
  findingSets: FindingSets,
  { texts, chunks }: ArbitraryFile,
  isChanged?: () => boolean,
): { findings: Findings; recognised: number; shapes: number } {
  const findings: (string[] | undefined)[] = []
  const textByShape = new Map<bigint, string>()
  const shapes = new Set<bigint>()
  let recognised = 0
  scanner.reset(0)
  const into = new Uint16Array(1024)
  const batches = function* () {
    for (const chunk of chunks) yield* scanner.push(chunk)
    yield* scanner.finish()
  }
  for (const batch of batches()) {
    validator.validateBatch(scanner, batch, findings.length, into, isChanged)
    for (let i = 0; i < batch.count; i++) {
      const isJson = batch.status[i] === 0
      const shape = batch.shape[i] as bigint
      const text = texts[findings.length] as string
      if (!textByShape.has(shape)) textByShape.set(shape, text)
      else if (isJson && textByShape.get(shape) !== text) recognised++
      if (isJson) shapes.add(shape)
      findings.push(isJson ? namesOf(findingSets.findingsOf(into[i] as number)) : undefined)
    }
  }
  return { findings, recognised, shapes: shapes.size }
}

function validateAlone(format: FormatDefinition, { texts, hasBom }: ArbitraryFile): Validated {
  const validator = createFormatValidator(format)
  const lines = new Map<number, number[]>()
  const verdicts: LineValidation[] = []
  const findings = texts.map((text, i) => {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return undefined
    }
    const validation = validator.validate(value)
    verdicts.push(validation)
    const names = namesOf(validation.findings)
    // What is shown of the line later.
    const explained = validator.explain(text, value)
    expect([text, [...new Set(namesOf(explained))]]).toEqual([text, names])
    const told = namesOf(findingsOfText(text, format.role === 'request'))
    const { key } = validation
    if (key !== undefined) lines.set(hash(key), [...(lines.get(hash(key)) ?? []), i])
    const mark = hasBom && i === 0 ? [`${format.byteOrderMark} bom`] : []
    return [...names, ...told, ...mark].sort()
  })
  return {
    findings,
    lines,
    items: verdicts.reduce((sum, { items }) => sum + items, 0),
    uniform: (format.uniform ?? []).map((_, rule) => {
      const counts = new Map<string, number>()
      for (const { uniform } of verdicts) {
        const value = uniform[rule]
        if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      return [...counts].map(([value, count]) => `${count} ${value}`).sort()
    }),
  }
}

function namesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, code }) => `${severity} ${code}`).sort()
}

function hashLine(bytes: Uint8Array): number {
  const { low, high } = scanner.hashOfLine(bytes)
  return joinHash(low, high)
}

function hash(text: string): number {
  const { low, high } = scanner.hashOf(utf8.encode(`"${text}"`))
  return joinHash(low, high)
}
