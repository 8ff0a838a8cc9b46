// For property tests: what zod can put around a schema.
import { z } from '../zod.ts'

/** Deterministic, and true for some values only. */
export function isChosen(value: unknown): boolean {
  const text = JSON.stringify(value) ?? 'undefined'
  let sum = 0
  for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) >>> 0
  return sum % 3 !== 0
}

export type Wrap = readonly [text: string, apply: (schema: z.ZodType) => z.ZodType]

/** What can be put around a schema and takes nothing away; `_` stands for it. */
export const KNOWN_WRAPS: readonly Wrap[] = [
  ['_.optional()', (s) => s.optional()],
  ['_.nullable()', (s) => s.nullable()],
  ['_.nullish()', (s) => s.nullish()],
  ['z.lazy(() => _)', (s) => z.lazy(() => s)],
]

/** Anything that can be put around a schema. */
export const WRAPS: readonly Wrap[] = [
  ...KNOWN_WRAPS,
  ["_.default('a')", (s) => s.default('a')],
  ["_.prefault('a')", (s) => s.prefault('a')],
  ['_.catch(null)', (s) => s.catch(null)],
  ['_.nonoptional()', (s) => s.nonoptional()],
  ['z.exactOptional(_)', (s) => z.exactOptional(s)],
  ['_.readonly()', (s) => s.readonly()],
  ['_.refine(isChosen)', (s) => s.refine(isChosen)],
  [
    "_.superRefine(adds an issue at 'a')",
    (s) =>
      s.superRefine((value, context) => {
        if (!isChosen(value)) context.addIssue({ code: 'custom', path: ['a'], message: 'not it' })
      }),
  ],
  ['_.transform(String)', (s) => s.transform(String)],
  [
    '_.transform(String).pipe(z.string().max(4))',
    (s) => s.transform(String).pipe(z.string().max(4)),
  ],
  ["z.preprocess(null to 'a', _)", (s) => z.preprocess((value) => value ?? 'a', s)],
  ['z.lazy(() => _).refine(isChosen)', (s) => z.lazy(() => s).refine(isChosen)],
  ['_.optional().refine(isChosen)', (s) => s.optional().refine(isChosen)],
  ['_.nullable().refine(isChosen)', (s) => s.nullable().refine(isChosen)],
]
