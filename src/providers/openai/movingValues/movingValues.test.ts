// The table of values that move is held to OpenAI's SDK for TypeScript, as it is installed. A newer one: see
// refreshMovingValues.mjs.
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import {
  formatted,
  INSTALLED,
  modelEndsOf,
  refreshed,
  TABLE,
  valuesOf,
} from '../../../tooling/refreshMovingValues.mjs'
import { MOVING_VALUES_DATE, SDK_DATE } from '../movingValues.ts'
import table from './movingValues.json' with { type: 'json' }

describe('the table', () => {
  it('is that of the SDK', () => {
    expect(readFileSync(TABLE, 'utf8')).toBe(formatted(refreshed(table, INSTALLED)))
  })

  it('names the source and the day of whatever the SDK does not tell', () => {
    const { modelEnds, ends, embeddingDimensions, modelsThat, effortsOf } = table.kept
    const rows = [ends, embeddingDimensions, modelsThat].flatMap((part) => Object.values(part))
    for (const row of [...modelEnds, ...effortsOf, ...rows]) {
      expect(row.source).toMatch(/\w/)
      expect(row.date).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
    const known: Readonly<Record<string, readonly string[]>> = table.modelEnds
    const told = new Set(Object.values(known).flat())
    expect(modelEnds.flatMap(({ models }) => models).filter((model) => told.has(model))).toEqual([])
    const { values } = table.rows.reasoningEffort
    expect(effortsOf.flatMap(({ efforts }) => efforts).filter((e) => !values.includes(e))).toEqual(
      [],
    )
  })
})

const DECLARATIONS = `
export type Effort = 'low' | "no" | 'high' | null;
export interface Tool { type: 'x'; }
export declare namespace Tool {
    /** 'not this' */
    interface Picture {
        quality?: 'a' | 'b';
        size: Array<'s' | 'm'>;
    }
    namespace Picture {
        interface Inner { quality: 'c'; }
    }
}
`

test('its day is that of the newest row', () => {
  const days = [...JSON.stringify(table).matchAll(/"date":"([^"]*)"/g)].map(([, day]) => day ?? '')
  expect(days.length).toBeGreaterThan(20)
  expect(MOVING_VALUES_DATE).toBe(days.toSorted().at(-1))
  expect(SDK_DATE).toBe(table.date)
})

describe('valuesOf', () => {
  it('reads types and properties, wherever they are declared', () => {
    expect(valuesOf(DECLARATIONS, 'Effort')).toEqual(['low', 'high'])
    expect(valuesOf(DECLARATIONS, 'Tool.Picture.quality')).toEqual(['a', 'b'])
    expect(valuesOf(DECLARATIONS, 'Tool.Picture.size')).toEqual(['s', 'm'])
    expect(valuesOf(DECLARATIONS, 'Tool.Picture.Inner.quality')).toEqual(['c'])
  })

  it('says so where nothing is declared', () => {
    expect(() => valuesOf(DECLARATIONS, 'Tool.Sound.quality')).toThrow('Tool.Sound.quality')
  })
})

describe('modelEndsOf', () => {
  const comment = (...entries: readonly string[]): string =>
    `/**\n * Deprecated values:\n *\n * - ${entries.join('\n * - ')}\n */\n`

  it('reads days in both spellings, of models named on several lines', () => {
    const declarations = comment(
      '"b", "a":\n *   Announced shutdown\n *   date: 2026-12-11. See the page.',
      '"c": Not a supported model ID.',
      '"d": It was retired on May 2, 2026. Use "e" instead.',
    )
    expect(modelEndsOf(declarations)).toEqual({ '2026-05-02': ['d'], '2026-12-11': ['a', 'b'] })
  })

  it('takes what is said twice once, and says so where the days differ', () => {
    const one = comment('"a": Announced shutdown date: 2026-12-11.')
    expect(modelEndsOf(one + one)).toEqual({ '2026-12-11': ['a'] })
    const other = comment('"a": Announced shutdown date: 2026-12-12.')
    expect(() => modelEndsOf(one + other)).toThrow('two days for a')
  })
})
