// Every format definition, held to its own examples and to the rules that all formats share.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { type FormatDefinition, typicalLines } from './defineFormat.ts'
import { detectFormat } from './detectFormat.ts'
import { createFormatValidator } from './formatValidator.ts'
import { definitionFiles, findFormat, formats, plainFormat } from './registry.ts'

function codesOf(findings: readonly { readonly code: string }[]): string[] {
  return [...new Set(findings.map((finding) => finding.code))].sort()
}

function linesOf(format: FormatDefinition): string[] {
  const { valid, notices = [], attention = [], invalid } = format.examples
  return [...valid, ...[...notices, ...attention, ...invalid].map((example) => example.line)]
}

// Some rules speak before a day or after it alone.
beforeAll(() => vi.useFakeTimers({ now: new Date(2026, 10, 26), toFake: ['Date'] }))
afterAll(() => vi.useRealTimers())

describe('registry', () => {
  it('finds the definitions, each under the id that is its file name', () => {
    const ids = definitionFiles.map((file) => /([^/]+)\.ts$/.exec(file)?.[1] ?? file)
    expect(ids.length).toBeGreaterThanOrEqual(2)
    expect(formats.map((format) => format.id).toSorted()).toEqual(ids.toSorted())
    for (const id of ids) expect(findFormat(id)?.id).toBe(id)
  })

  it('puts the plain format last', () => {
    expect(formats.at(-1)).toBe(plainFormat)
  })
})

describe.each(formats.map((format) => [format.id, format] as const))('%s', (_id, format) => {
  const validator = createFormatValidator(format)

  it('has examples of both kinds', () => {
    expect(typicalLines(format).length).toBeGreaterThan(1)
    expect(format.examples.invalid.length).toBeGreaterThan(1)
  })

  it.each(format.examples.valid)('accepts %s', (line) => {
    const { findings } = validator.validate(JSON.parse(line))
    expect(findings.filter((finding) => finding.severity !== 'hint')).toEqual([])
  })

  it.each((format.examples.notices ?? []).map(({ line, codes }) => [line, codes] as const))(
    'has a notice about %s',
    (line, codes) => {
      const { findings } = validator.validate(JSON.parse(line))
      const worse = findings.filter(({ severity }) => severity !== 'hint')
      expect(codesOf(worse)).toEqual([...codes].sort())
      expect(
        worse.every(({ severity, canBeNotice }) => severity === 'warning' && canBeNotice),
      ).toBe(true)
    },
  )

  it.each((format.examples.attention ?? []).map(({ line, codes }) => [line, codes] as const))(
    'calls for attention to %s',
    (line, codes) => {
      const { findings } = validator.validate(JSON.parse(line))
      const worse = findings.filter(({ severity }) => severity !== 'hint')
      expect(codesOf(worse)).toEqual([...codes].sort())
      expect(new Set(worse.map(({ severity }) => severity))).toEqual(new Set(['attention']))
    },
  )

  it.each(format.examples.invalid.map((example) => [example.line, example.codes] as const))(
    'finds fault with %s',
    (line, codes) => {
      expect(codesOf(validator.validate(JSON.parse(line)).findings)).toEqual([...codes].sort())
    },
  )

  it('explains what it found, inside the line', () => {
    for (const line of linesOf(format)) {
      const value: unknown = JSON.parse(line)
      const { findings } = validator.validate(value)
      const diagnostics = validator.explain(line, value)
      expect(codesOf(diagnostics), line).toEqual(codesOf(findings))
      for (const { range, message, title, severity, code } of diagnostics) {
        expect(range, line).toBeDefined()
        expect(range?.from).toBeGreaterThanOrEqual(0)
        expect(range?.to).toBeGreaterThan(range?.from ?? 0)
        expect(range?.to).toBeLessThanOrEqual(line.length)
        expect(inEnglish(message)).toMatch(/^\S.*[.?…]$/)
        expect(inEnglish(title).length).toBeLessThan(100)
        const finding = findings.find((one) => one.code === code)
        expect({ title, severity }).toEqual({ title: finding?.title, severity: finding?.severity })
      }
    }
  })

  it('is detected by its own examples, in any order of formats', () => {
    const values: unknown[] = typicalLines(format).map((line) => JSON.parse(line))
    for (const order of [formats, [...formats].reverse()]) {
      expect(detectFormat(order, plainFormat, values).format.id).toBe(format.id)
    }
  })

  it('names each code once among its rules', () => {
    const codes = [...(format.lineRules ?? []), ...(format.presenceRules ?? [])].map(
      (rule) => `${rule.code} ${'when' in rule ? rule.when.is.join() : ''}`,
    )
    expect(new Set(codes).size).toBe(codes.length)
  })
})
