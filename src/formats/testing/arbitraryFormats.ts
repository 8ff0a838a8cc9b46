// For property tests: formats with schemas and rules of all kinds.
import fc from 'fast-check'
import type { JsonPath } from '../../diagnostics/diagnostic.ts'
import { verbatim } from '../../i18n/message.ts'
import { isObject, valueAt } from '../../json/jsonPath.ts'
import { type FormatDefinition, type LineRule, pathOf } from '../defineFormat.ts'
import { STRINGS } from './arbitraryLeaves.ts'
import {
  pathIn,
  type PresenceDrawing,
  presenceDrawing,
  presenceRuleOf,
  type RuleDrawing,
  ruleDrawing,
  ruleOf,
} from './arbitraryRules.ts'
import { z } from '../zod.ts'
import { choices, ArbitrarySchema, type Pick, pickFrom, pickOne } from './arbitrarySchema.ts'
import { arbitraryLineSchema } from './arbitrarySchemas.ts'

export class ArbitraryFormat {
  readonly format: FormatDefinition
  readonly schema: ArbitrarySchema
  readonly fallback: ArbitrarySchema | undefined

  constructor(
    format: FormatDefinition,
    schema: ArbitrarySchema,
    fallback: ArbitrarySchema | undefined,
  ) {
    this.format = format
    this.schema = schema
    this.fallback = fallback
  }

  /** A value that may well be a line of the format. */
  sample(pick: Pick): unknown {
    // A line that the fallback takes may miss the discriminator.
    const schema = this.fallback && pick(4) === 3 ? this.fallback : this.schema
    const value = schema.sample(pick)
    const { key } = this.format
    if (!key || !isObject(value) || pick(6) === 5) return value
    const id = pick(3) === 0 ? pickOne(STRINGS, pick) : `key-${pick(20)}`
    const [first, second] = key.path as readonly string[]
    return { ...value, [first as string]: second === undefined ? id : { [second]: id } }
  }

  [fc.toStringMethod](): string {
    const { lineRules, presenceRules, key, uniform, itemsPath } = this.format
    return JSON.stringify({
      schema: this.schema.text,
      fallback: this.fallback?.text,
      key: key?.path,
      rules: lineRules?.map(({ reads, anyOrder, replaces }) => ({ reads, anyOrder, replaces })),
      presence: presenceRules?.map(({ at, has, hasAll, lacks, when }) => ({
        at,
        has,
        hasAll,
        lacks,
        when,
      })),
      uniform: uniform?.map(({ path }) => path),
      itemsPath,
    })
  }
}

/** A key of these characters is plain: the arbitrary rules about keys have nothing to say of it. */
const PLAIN = { characters: 'key-0123456789', maxLength: 6 }
const IS_PLAIN = /^[key\-0-9]{1,6}$/

const FRAME = {
  id: 'arbitrary',
  title: verbatim('Arbitrary'),
  summary: verbatim(''),
  recognise: () => true,
  byteOrderMark: 'hint',
  columns: [],
  examples: { valid: [], invalid: [] },
} as const

export interface LineRules {
  readonly rules: readonly RuleDrawing[]
  readonly presence: readonly PresenceDrawing[]
}

/** Up to two of each kind. */
export const arbitraryLineRules: fc.Arbitrary<LineRules> = fc.record({
  rules: fc.array(ruleDrawing, { maxLength: 2 }),
  presence: fc.array(presenceDrawing, { maxLength: 2 }),
})

/** A format for given lines, to which the paths of the rules lead. */
export function formatFor(
  texts: readonly string[],
  schema: ArbitrarySchema,
  { rules, presence }: LineRules,
): FormatDefinition {
  const sample = (pick: Pick): unknown => JSON.parse(pickOne(texts, pick))
  return {
    ...FRAME,
    schema: schema.schema,
    lineRules: rules.map((rule, i) => ruleOf(rule, `rule-${i}`, sample)),
    presenceRules: presence.map((rule, i) => presenceRuleOf(rule, `presence-${i}`, sample)),
  }
}

/** Any format. */
export const arbitraryFormat = formatWith(
  arbitraryLineSchema,
  fc.option(arbitraryLineSchema, { nil: undefined }),
)

const SMALL: readonly unknown[] = [null, true, 0, 1, 1.5, '', 'a', 'ab', 'key-1', 'x'.repeat(17)]

function smallValue(pick: Pick, depth: number): unknown {
  const turn = pick(depth === 3 ? 4 : 10)
  if (turn < 4) return pickOne(SMALL, pick)
  // Lists of few different elements: some have the same ones in another order.
  if (turn < 7) return Array.from({ length: pick(6) }, () => pickOne([0, 'a', 1.5, []], pick))
  if (turn < 8) return Array.from({ length: pick(4) }, () => smallValue(pick, depth + 1))
  return smallObject(pick, depth + 1)
}

function smallObject(pick: Pick, depth: number): unknown {
  const keys = pickOne([['a', 'b', 'id'], ['a', 'id'], ['b', 'a'], ['a'], ['id', 'kind']], pick)
  return Object.fromEntries(keys.map((key) => [key, smallValue(pick, depth)]))
}

/** Any rules over lines of which the schema knows nothing. */
export const arbitraryRulesFormat = formatWith(
  fc.constant(
    new ArbitrarySchema(z.looseObject({}), 'z.looseObject({})', (pick) => smallObject(pick, 0)),
  ),
  fc.constant(undefined),
)

function formatWith(
  lineSchema: fc.Arbitrary<ArbitrarySchema>,
  fallbackSchema: fc.Arbitrary<ArbitrarySchema | undefined>,
): fc.Arbitrary<ArbitraryFormat> {
  return fc
    .record({
      schema: lineSchema,
      fallback: fallbackSchema,
      rules: fc.array(ruleDrawing, { maxLength: 3 }),
      presence: fc.array(presenceDrawing, { maxLength: 2 }),
      key: fc.constantFrom<JsonPath | undefined>(undefined, ['id'], ['id'], ['a', 'id']),
      isKeyPlain: fc.boolean(),
      keyRules: fc.array(ruleDrawing, { maxLength: 2 }),
      uniform: fc.array(choices, { maxLength: 2 }),
      items: fc.option(choices, { nil: undefined }),
      unknownKeys: fc.constantFrom('error' as const, 'hint' as const),
    })
    .map((arbitrary) => {
      const { schema, fallback, key, isKeyPlain } = arbitrary
      const sample = (pick: Pick): unknown => schema.sample(pick)
      const plainPath = (picks: readonly number[]): JsonPath => {
        const pick = pickFrom(picks)
        return pathIn(sample(pick), pick, true)
      }
      const keyRules = (key ? arbitrary.keyRules : []).map((drawing, i) =>
        ruleOf(drawing, `key-rule-${i}`, sample, key),
      )
      const rules = arbitrary.rules.map((rule, i) => ruleOf(rule, `rule-${i}`, sample))
      const uniform = arbitrary.uniform.map((picks, i) => ({
        path: plainPath(picks),
        code: `mixed-${i}`,
        title: verbatim('mixed'),
        label: verbatim('value'),
        mixedMessage: () => verbatim('mixed.'),
        outlierMessage: () => verbatim('mixed.'),
      }))
      const itemsPath = arbitrary.items && plainPath(arbitrary.items)
      const format: FormatDefinition = {
        ...FRAME,
        schema: schema.schema,
        ...(fallback && { fallbackSchema: fallback.schema }),
        severities: { 'unknown-key': arbitrary.unknownKeys, 'missing:*': 'warning' },
        lineRules: [...rules, ...keyRules].map((rule) =>
          isKeyPlain ? silentOnPlain(rule, key) : rule,
        ),
        presenceRules: arbitrary.presence.map((rule, i) =>
          presenceRuleOf(rule, `presence-${i}`, sample),
        ),
        ...(key && {
          key: {
            path: key,
            ...(isKeyPlain && { plain: PLAIN }),
            code: 'duplicate',
            title: verbatim('Duplicate'),
            firstCode: 'repeated',
            firstTitle: verbatim('Repeated'),
          },
        }),
        uniform,
        ...(itemsPath && {
          itemsPath,
          countItems(value: unknown) {
            const [first] = uniform
            const items = valueAt(value, itemsPath)
            const text = first && valueAt(value, first.path)
            const base = typeof text === 'string' ? text.length : 1
            if (!Array.isArray(items)) return typeof items === 'string' ? base : 0
            if (items.length === 0) return base
            return items.every((one) => typeof one === 'number') ? base + 1 : 'elements'
          },
        }),
      }
      return new ArbitraryFormat(format, schema, fallback)
    })
}

/** A rule about the key alone has nothing to say of plain ones; with `replaces` it is like any rule. */
function silentOnPlain(rule: LineRule, key: JsonPath | undefined): LineRule {
  const path = JSON.stringify(key)
  const isAboutKey = rule.reads.every((read) => JSON.stringify(pathOf(read)) === path)
  if (!isAboutKey || rule.replaces) return rule
  return {
    ...rule,
    check: (values) =>
      typeof values[0] === 'string' && IS_PLAIN.test(values[0]) ? undefined : rule.check(values),
  }
}
