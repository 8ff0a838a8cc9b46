// For property tests: a zod schema together with how it would be written and values that suit it.
import fc from 'fast-check'
import type { z } from 'zod'

/** A number from 0 to `choices` - 1. What a failing test is shrunk to has zeros. */
export type Pick = (choices: number) => number

export class ArbitrarySchema {
  readonly schema: z.ZodType
  /** As it would be written, shown with counterexamples. */
  readonly text: string
  /** A JSON value that the schema may well accept. */
  readonly sample: (pick: Pick) => unknown

  constructor(schema: z.ZodType, text: string, sample: (pick: Pick) => unknown) {
    this.schema = schema
    this.text = text
    this.sample = sample
  }

  [fc.toStringMethod](): string {
    return this.text
  }
}

export function pickOne<T>(list: readonly T[], pick: Pick): T {
  return list[pick(list.length)] as T
}

/** Takes the choices from a list, and zeros after its end. */
export function pickFrom(choices: readonly number[]): Pick {
  let next = 0
  return (count) => (choices[next++] ?? 0) % count
}

/** What `pickFrom` takes. */
export const choices: fc.Arbitrary<number[]> = fc.array(fc.nat(5039), { maxLength: 40 })
