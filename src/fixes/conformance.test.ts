// Every quick fix: its file name, its examples, and what holds for all of them on any text.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import type { FixDefinition, FixExample } from './defineFix.ts'
import { proposeFix, textsAfter } from './proposeFixes.ts'
import { definitionFiles, FIXES, fixesForCode } from './registry.ts'
import { arbitraryLine } from './testing/arbitraryLine.ts'
import { diagnosticOf, lineOf, lineOfExample } from './testing/lineOf.ts'
import { runs } from '../tooling/runs.ts'

it('finds every definition, each named after its fix', () => {
  const names = definitionFiles.map((file) => file.replace(/^.*\/|\.ts$/g, ''))
  expect(FIXES.map((fix) => fix.id).sort()).toEqual(names.sort())
})

describe.each(FIXES)('$id', (fix) => {
  it('says what it is', () => {
    expect(inEnglish(fix.title)).toMatch(/^[A-Z][^.]*[^.]$/)
    expect(fix.order).toBeGreaterThan(0)
    expect(fix.codes.length).toBeGreaterThan(0)
    expect(new Set(fix.examples.map((example) => example.before)).size).toBe(fix.examples.length)
    expect(fix.examples.length).toBeGreaterThanOrEqual(3)
    for (const { code } of fix.examples) expect(fixesForCode(code)).toContain(fix)
  })

  it.each(fix.examples)('$before ($code)', (example) => {
    expect(resultOf(fix, example)).toEqual(example.after)
  })

  it.each(fix.examples)('leaves $before a line that it has nothing to add to', (example) => {
    for (const text of example.after) {
      expect(
        proposeFix(fix, lineOf(text), diagnosticOf(example.code, example.path, example)),
      ).toBeUndefined()
    }
  })

  it('neither throws nor repeats itself on any text', () => {
    fc.assert(
      fc.property(arbitraryLine, fc.constantFrom(...fix.codes), (text, pattern) => {
        const code = pattern.replace('*', 'params')
        const diagnostic = diagnosticOf(code, code.startsWith('type:') ? ['a'] : undefined)
        const proposal = proposeFix(fix, lineOf(text), diagnostic)
        if (!proposal) return
        for (const after of textsAfter(proposal)) {
          expect(after).not.toMatch(/\n/)
          expect(proposeFix(fix, lineOf(after), diagnostic)).toBeUndefined()
        }
      }),
      runs(300),
    )
  })
})

function resultOf(fix: FixDefinition, example: FixExample): readonly string[] | undefined {
  const proposal = proposeFix(
    fix,
    lineOfExample(example),
    diagnosticOf(example.code, example.path, example),
  )
  return proposal && textsAfter(proposal)
}
