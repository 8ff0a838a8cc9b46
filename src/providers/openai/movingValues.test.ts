// The table of values that move is held to OpenAI's SDK for TypeScript. The SDK is none of our packages: the
// folder of one is given in LINEPROOF_OPENAI_SDK (after `npm pack openai`, unpacked); `vitest -u` then
// refreshes the table. Without it there is nothing to compare with, and that is skipped.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import table from './movingValues.json' with { type: 'json' }
import { valuesOf } from './testing/sdkTypes.ts'

const FOLDER = process.env['LINEPROOF_OPENAI_SDK']

const TITLE =
  FOLDER === undefined
    ? 'NOT COMPARED with OpenAI’s SDK, since LINEPROOF_OPENAI_SDK names no folder'
    : 'the table of values that move'

describe.skipIf(FOLDER === undefined)(TITLE, () => {
  it('is that of the SDK', async () => {
    const read = (file: string): string => readFileSync(`${FOLDER}/${file}`, 'utf8')
    const { version } = JSON.parse(read('package.json')) as { readonly version: string }
    const rows = Object.entries(table.rows).map(
      ([row, { file, name }]) => [row, { file, name, values: valuesOf(read(file), name) }] as const,
    )
    const current = {
      source: `openai ${version}`,
      // When it was published; its changes are listed from the newest on.
      date: /\((\d{4}-\d\d-\d\d)\)/.exec(read('CHANGELOG.md'))?.[1],
      rows: Object.fromEntries(rows),
    }
    await expect(formatted(current)).toMatchFileSnapshot('movingValues.json')
  })
})

/** Columns of a line of code. */
const LINE_WIDTH = 100

/** As the formatter has it: lists on one line where they fit. */
function formatted(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2)
  const lists = text.replaceAll(
    /^( *".*": )\[\n([^\]]*)\]/gm,
    (list, start: string, items: string) => {
      const line = `${start}[${items.trim().replaceAll(/,\n\s*/g, ', ')}]`
      return line.length > LINE_WIDTH ? list : line
    },
  )
  return `${lists}\n`
}

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
