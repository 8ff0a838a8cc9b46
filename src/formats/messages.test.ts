// Every message of the formats on real lines, as people read it: the files of messages/. Every kind of problem
// and every rule has three lines or more, so that a new one is read before its snapshot is taken
// (vitest -u).
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import type { FormatDefinition } from './defineFormat.ts'
import { createFormatValidator } from './formatValidator.ts'
import { LINES } from './testing/messageLines.ts'
import { codeOf, type Problem } from './problem.ts'
import { messageOf, titleOf } from './problemMessages.ts'
import { formats, plainFormat } from './registry.ts'
import { ROOT, createSchemaChecker } from './schemaChecker.ts'

/** Code units of a line that the snapshot shows around its finding. */
const SHOWN = 110

const ALL: readonly FormatDefinition[] = [...formats, plainFormat].filter(
  (format, i, all) => all.indexOf(format) === i,
)

// Some messages say whether a day has passed, and some rules speak before or after it alone.
const TODAY = new Date(2026, 10, 26)
const LATER = new Date(2026, 11, 2)
beforeAll(() => vi.useFakeTimers({ now: TODAY, toFake: ['Date'] }))
afterAll(() => vi.useRealTimers())

function linesOf(format: FormatDefinition): readonly string[] {
  const { valid, notices = [], attention = [], invalid } = format.examples
  const found = [...notices, ...attention, ...invalid].map(({ line }) => line)
  return [...valid, ...found, ...(LINES[format.id] ?? [])]
}

describe.each(ALL.map((format) => [format.id, format] as const))('%s', (id, format) => {
  const validator = createFormatValidator(format)

  it('says what is wrong and what to do', async () => {
    const found = linesOf(format).flatMap((line) =>
      validator.explain(line, JSON.parse(line)).map((diagnostic) => ({ line, diagnostic })),
    )
    const shownByCode = new Map<string, string[]>()
    for (const { line, diagnostic } of found) {
      const { code, severity, title, message, range } = inEnglish(diagnostic)
      const shown = shownByCode.get(code) ?? [`${code} · ${severity} · ${title}`]
      const from = Math.max(0, (range?.from ?? 0) - SHOWN / 2)
      const part = line.slice(from, from + SHOWN)
      const cut = (isCut: boolean): string => (isCut ? '…' : '')
      const place = `  ${cut(from > 0)}${part}${cut(from + SHOWN < line.length)}`
      shownByCode.set(code, [...shown, place, `    ${message}`])
      expect(message).toMatch(/[.?…]$/)
      expect(title).toMatch(/[^.]$/)
    }
    const text = [...shownByCode.values()].map((shown) => `${shown.join('\n')}\n`).join('\n')
    await expect(text).toMatchFileSnapshot(`messages/${id}.txt`)
  })
})

it('every rule is there on three lines or more, in the formats that have it', () => {
  const linesByCode = new Map<string, Set<string>>()
  for (const day of [LATER, TODAY]) {
    vi.setSystemTime(day)
    for (const format of ALL) {
      const validator = createFormatValidator(format)
      for (const line of linesOf(format)) {
        for (const { code } of validator.validate(JSON.parse(line)).findings) {
          linesByCode.set(code, (linesByCode.get(code) ?? new Set()).add(line))
        }
      }
    }
  }
  const rules = ALL.flatMap((format) => [
    ...(format.lineRules ?? []),
    ...(format.presenceRules ?? []),
  ])
  // exampleImages.test.ts has one.
  const tooLongToRead = 'example-image-large'
  const short = [...new Set(rules.map(({ code }) => code))]
    .filter((code) => code !== tooLongToRead)
    .map((code) => [code, linesByCode.get(code)?.size ?? 0] as const)
    .filter(([, count]) => count < 3)
  expect(short).toEqual([])
})

it('every kind of problem is there three times or more', () => {
  const problems = ALL.flatMap((format) =>
    linesOf(format).flatMap((line) => {
      const found: Problem[] = []
      createSchemaChecker(format.schema).report(JSON.parse(line), ROOT, found)
      return found
    }),
  )
  const messagesByKind = new Map<string, Set<string>>()
  for (const problem of problems) {
    expect(inEnglish(titleOf(problem))).not.toContain(codeOf(problem))
    messagesByKind.set(
      problem.kind,
      (messagesByKind.get(problem.kind) ?? new Set()).add(inEnglish(messageOf(problem))),
    )
  }
  for (const kind of ['missing', 'type', 'value', 'too-small', 'too-big', 'unknown-key', 'key']) {
    expect([kind, (messagesByKind.get(kind)?.size ?? 0) >= 3]).toEqual([kind, true])
  }
})
