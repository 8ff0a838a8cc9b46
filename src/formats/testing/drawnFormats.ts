// For property tests: formats with schemas and rules of all kinds.
import fc from 'fast-check'
import type { JsonPath } from '../../diagnostics/diagnostic.ts'
import { isObject, valueAt } from '../../json/jsonPath.ts'
import { type FormatDefinition, type LineRule, pathOf } from '../defineFormat.ts'
import { STRINGS } from './drawnLeaves.ts'
import { pathIn, presenceDrawing, presenceRuleOf, ruleDrawing, ruleOf } from './drawnRules.ts'
import { choices, type DrawnSchema, type Pick, pickFrom, pickOne } from './drawnSchema.ts'
import { drawnLineSchema } from './drawnSchemas.ts'

export class DrawnFormat {
  readonly format: FormatDefinition
  readonly schema: DrawnSchema
  readonly fallback: DrawnSchema | undefined

  constructor(format: FormatDefinition, schema: DrawnSchema, fallback: DrawnSchema | undefined) {
    this.format = format
    this.schema = schema
    this.fallback = fallback
  }

  /** A value that may well be a line of the format. */
  sample(pick: Pick): unknown {
    const value = this.schema.sample(pick)
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

/** A key of these characters is plain: the drawn rules about keys have nothing to say of it. */
const PLAIN = { characters: 'key-0123456789', maxLength: 6 }
const IS_PLAIN = /^[key\-0-9]{1,6}$/

/** Any format. */
export const drawnFormat: fc.Arbitrary<DrawnFormat> = fc
  .record({
    schema: drawnLineSchema,
    fallback: fc.option(drawnLineSchema, { nil: undefined }),
    rules: fc.array(ruleDrawing, { maxLength: 3 }),
    presence: fc.array(presenceDrawing, { maxLength: 2 }),
    key: fc.constantFrom<JsonPath | undefined>(undefined, ['id'], ['id'], ['a', 'id']),
    isKeyPlain: fc.boolean(),
    keyRules: fc.array(ruleDrawing, { maxLength: 2 }),
    uniform: fc.array(choices, { maxLength: 2 }),
    items: fc.option(choices, { nil: undefined }),
    unknownKeys: fc.constantFrom('error' as const, 'hint' as const),
  })
  .map((drawn) => {
    const { schema, fallback, key, isKeyPlain } = drawn
    const sample = (pick: Pick): unknown => schema.sample(pick)
    const plainPath = (picks: readonly number[]): JsonPath => {
      const pick = pickFrom(picks)
      return pathIn(sample(pick), pick, true)
    }
    const keyRules = (key ? drawn.keyRules : []).map((drawing, i) =>
      ruleOf(drawing, `key-rule-${i}`, sample, key),
    )
    const rules = drawn.rules.map((rule, i) => ruleOf(rule, `rule-${i}`, sample))
    const uniform = drawn.uniform.map((picks, i) => ({
      path: plainPath(picks),
      code: `mixed-${i}`,
      title: 'mixed',
      noun: 'value',
    }))
    const itemsPath = drawn.items && plainPath(drawn.items)
    const format: FormatDefinition = {
      id: 'drawn',
      title: 'Drawn',
      summary: '',
      docsUrl: '',
      recognise: () => true,
      schema: schema.schema,
      ...(fallback && { fallbackSchema: fallback.schema }),
      severities: { 'unknown-key:*': drawn.unknownKeys, 'missing:*': 'warning' },
      lineRules: [...rules, ...keyRules].map((rule) =>
        isKeyPlain ? silentOnPlain(rule, key) : rule,
      ),
      presenceRules: drawn.presence.map((rule, i) => presenceRuleOf(rule, `presence-${i}`, sample)),
      ...(key && {
        key: {
          path: key,
          ...(isKeyPlain && { plain: PLAIN }),
          code: 'duplicate',
          title: 'Duplicate',
          firstCode: 'repeated',
          firstTitle: 'Repeated',
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
          return typeof items[0] === 'number' ? base + 1 : 'elements'
        },
      }),
      byteOrderMark: 'hint',
      columns: [],
      examples: { valid: [], invalid: [] },
    }
    return new DrawnFormat(format, schema, fallback)
  })

/** A rule about the key alone has nothing to say of plain ones. */
function silentOnPlain(rule: LineRule, key: JsonPath | undefined): LineRule {
  const path = JSON.stringify(key)
  if (rule.reads.some((read) => JSON.stringify(pathOf(read)) !== path)) return rule
  return {
    ...rule,
    check: (values) =>
      typeof values[0] === 'string' && IS_PLAIN.test(values[0]) ? undefined : rule.check(values),
  }
}
