// The law of the walk over schemas of all kinds that zod has: it accepts exactly what zod accepts,
// and finds fault with everything else where zod does.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { z } from 'zod'
import { runs } from '../tooling/runs.ts'
import { codeOf, type Problem } from './problem.ts'
import { createSchemaChecker, ROOT } from './schemaChecker.ts'
import { changed, changeOf } from './testing/changeValue.ts'
import { NUMBERS, STRINGS } from './testing/arbitraryLeaves.ts'
import { choices, pickFrom } from './testing/arbitrarySchema.ts'
import { KEYS } from './testing/arbitraryObjects.ts'
import { arbitrarySchema } from './testing/arbitrarySchemas.ts'

const oddValue = fc.oneof(
  fc.constantFrom(...NUMBERS, ...STRINGS, null, true, false),
  fc.constantFrom([], {}, [1], ['a'], { a: 1 }, [[]], [{}]),
  fc.constantFrom(...KEYS),
  fc.jsonValue({ maxDepth: 2 }),
)

const values = fc.array(fc.tuple(choices, fc.array(changeOf(oddValue), { maxLength: 3 })), {
  minLength: 1,
  maxLength: 20,
})

/** Where zod finds fault. */
function placesOf({ issues }: z.ZodError): PropertyKey[][] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key])
      : [issue.path],
  )
}

function isNamed(path: readonly PropertyKey[], problems: readonly Problem[]): boolean {
  return problems.some(
    (problem) =>
      (problem.kind === 'missing' || problem.path.length === path.length) &&
      problem.path.every((step, i) => step === path[i]),
  )
}

it('the walk accepts what zod accepts, and finds fault with all else', () => {
  let accepted = 0
  let refused = 0
  fc.assert(
    fc.property(arbitrarySchema, values, ({ schema, sample, text }, arbitrary) => {
      const checker = createSchemaChecker(schema)
      for (const [picks, changes] of arbitrary) {
        const value = changes.reduce(changed, sample(pickFrom(picks)))
        const parsed = schema.safeParse(value)
        const isAccepted = parsed.success
        expect([value, checker.accepts(value)]).toEqual([value, isAccepted])
        const problems: Problem[] = []
        if (!isAccepted) checker.report(value, ROOT, problems)
        expect([value, problems.map(codeOf).length > 0]).toEqual([value, !isAccepted])
        // Of a union, the option that was meant speaks; zod tells all of it, or names none. zod does
        // not look at the elements of an array that is too long, nor at the values of bad keys, and
        // may name something inside what is missing.
        if (!parsed.success && !text.includes('z.union(')) {
          const missed = placesOf(parsed.error).filter((path) => !isNamed(path, problems))
          expect([value, missed]).toEqual([value, []])
        }
        if (isAccepted) accepted++
        else refused++
      }
    }),
    runs(1000),
  )
  expect(Math.min(accepted, refused)).toBeGreaterThan(100)
})
