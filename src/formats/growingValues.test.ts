import { describe, expect, it } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { growing } from './growingValues.ts'
import { codeOf, type Problem } from './problem.ts'
import { messageOf } from './problemMessages.ts'
import { createSchemaChecker, ROOT } from './schemaChecker.ts'
import { createSeverityTable } from './severityTable.ts'
import { z } from './zod.ts'

const colour = growing(z.enum(['red', 'green']), '2026-01-31')
const shape = growing(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('circle'), radius: z.number() }),
    z.strictObject({ type: z.literal('square').optional(), side: z.number() }),
  ]),
  '2026-01-31',
)

function problemsOf(schema: z.ZodType, value: unknown): readonly Problem[] {
  const checker = createSchemaChecker(schema)
  if (checker.accepts(value)) return []
  const problems: Problem[] = []
  checker.report(value, ROOT, problems)
  return problems
}

const severityOf = createSeverityTable()

function said(schema: z.ZodType, value: unknown): readonly string[] {
  return problemsOf(schema, value).map(
    (one) => `${codeOf(one)} · ${severityOf(codeOf(one))} · ${inEnglish(messageOf(one))}`,
  )
}

const lamp = z.strictObject({ colour: colour.nullable().optional() })

describe('a value of a growing enum', () => {
  it('is no matter when it is known', () => {
    for (const value of [{}, { colour: null }, { colour: 'red' }]) {
      expect(problemsOf(lamp, value)).toEqual([])
    }
  })

  it('is a warning when it may be newer', () => {
    expect(said(lamp, { colour: 'ultra-blue.2' })).toEqual([
      'unknown-value:colour · warning · "colour" is "ultra-blue.2", and no such value was known on 2026-01-31. Known are "red", "green"; check whether it is newer.',
    ])
    expect(said(lamp, { colour: 'grean' })).toEqual([
      'unknown-value:colour · warning · "colour" is "grean", and no such value was known on 2026-01-31. Did you mean "green"?',
    ])
  })

  it('is an error when it is spelled as no value is, or no text at all', () => {
    for (const value of ['', 'Red', 'light red', 'rot!']) {
      expect(problemsOf(lamp, { colour: value }).map(codeOf)).toEqual(['value:colour'])
    }
    expect(problemsOf(lamp, { colour: 5 }).map(codeOf)).toEqual(['type:colour'])
  })

  it('speaks for an option of a union before one that is broken otherwise', () => {
    const either = z.union([z.strictObject({ a: z.number() }), lamp])
    expect(problemsOf(either, { colour: 'blue' }).map(codeOf)).toEqual(['unknown-value:colour'])
  })
})

describe('a growing union', () => {
  it('takes what it knows as any other', () => {
    expect(problemsOf(shape, { type: 'circle', radius: 1 })).toEqual([])
    expect(problemsOf(shape, { side: 1 })).toEqual([])
    expect(problemsOf(shape, { type: 'circle' }).map(codeOf)).toEqual(['missing:radius'])
  })

  it('warns of an option that may be newer, and looks no further into it', () => {
    expect(said(shape, { type: 'star', radius: 'wide' })).toEqual([
      'unknown-value:type · warning · "type" is "star", and no such value was known on 2026-01-31. Known are "circle", "square"; check whether it is newer.',
    ])
  })

  it('finds fault with what can be no option', () => {
    expect(problemsOf(shape, { type: 'Star' }).map(codeOf)).toEqual(['value:type'])
    expect(problemsOf(shape, { type: 1 }).map(codeOf)).toEqual(['type:type'])
    expect(problemsOf(shape, 'circle').map(codeOf)).toEqual(['not-an-object'])
  })
})
