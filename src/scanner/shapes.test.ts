import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { encodePlan } from './encodePlan.ts'
import type { PlanNode } from './scanPlan.ts'
import { Scanner } from './scanner.ts'
import { arbitraryPlan, textFor, withCaptures } from './testing/arbitraryPlans.ts'
import { capturedOf, meaningOf } from './testing/planMeaning.ts'
import type { Json } from './testing/planMeaning.ts'
import { encode, module, scannerFor, scanWith } from './testing/scannedLines.ts'

function shapesOf(node: PlanNode, lines: readonly string[]): bigint[] {
  return scanWith(scannerFor(node), lines).map((line) => line.shape)
}

const shared = Scanner.create(module)

describe('the shape hash', () => {
  const planAndLines = arbitraryPlan.chain((plan) =>
    fc.tuple(fc.constant(plan), fc.array(textFor(plan), { minLength: 20, maxLength: 60 })),
  )

  it('differs where a plain reading of the plan sees a difference', () => {
    let pairs = 0
    fc.assert(
      fc.property(planAndLines, ([plan, lines]) => {
        shared.setPlan(encodePlan(plan))
        const first = new Map<bigint, string>()
        scanWith(shared, lines).forEach(({ shape }, i) => {
          const line = lines[i] as string
          expect(shape).not.toBe(0n)
          const other = first.get(shape)
          if (other === undefined) first.set(shape, line)
          else if (other !== line) {
            pairs++
            const meanings = [other, line].map((text) =>
              JSON.stringify(meaningOf(plan, JSON.parse(text) as Json)),
            )
            expect([other, line, meanings[0]]).toEqual([other, line, meanings[1]])
          }
        })
      }),
      runs(400),
    )
    // The law says something only where different lines do share a shape.
    expect(pairs).toBeGreaterThan(100)
  })

  it('finds the captured values', () => {
    let present = 0
    fc.assert(
      fc.property(
        planAndLines,
        fc.array(fc.boolean(), { minLength: 3 }),
        ([plan, lines], picks) => {
          const node = withCaptures(plan, picks)
          shared.setPlan(encodePlan(node))
          scanWith(shared, lines).forEach(({ captures }, i) => {
            const line = lines[i] as string
            const expected = capturedOf(node, JSON.parse(line) as Json)
            captures.forEach((captured, k) => {
              expect([line, k, captured !== undefined]).toEqual([line, k, expected.has(k)])
              if (!captured) return
              present++
              expect(JSON.parse(captured.text)).toEqual(expected.get(k))
              const { low, high } = shared.hashOf(encode(captured.text))
              expect(captured.hash).toBe(`${low} ${high}`)
              const isEscaped = captured.kind === 'escaped-string'
              expect(isEscaped).toBe(captured.text.startsWith('"') && captured.text.includes('\\'))
            })
          })
        },
      ),
      runs(200),
    )
    expect(present).toBeGreaterThan(100)
  })

  it('tells plain texts among the captured ones', () => {
    const characters = 'abcABC0189_-./'
    const root: PlanNode = {
      kind: 'object',
      keys: new Map([['k', { kind: 'text', bounds: [], capture: 0 }]]),
      unknown: 'ignore',
    }
    shared.setPlan(encodePlan(root, { characters, maxLength: 20 }))
    const text = fc.string({
      unit: fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom(...Array.from(characters)) },
        { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }) },
      ),
      maxLength: 24,
    })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        const lines = texts.map((each) => JSON.stringify({ k: each }))
        const plain = texts.map(
          (each) =>
            each !== '' &&
            each.length <= 20 &&
            Array.from(each).every((c) => characters.includes(c)),
        )
        const found = scanWith(shared, lines).map(({ captures }) => captures[0]?.kind)
        expect(found.map((kind) => kind === 'plain-string')).toEqual(plain)
      }),
    )
  })

  it('agrees with the grammar without plan', () => {
    const damagedLine = planAndLines.chain(([plan, lines]) =>
      fc.tuple(
        fc.constant(plan),
        fc.constant(lines),
        fc.array(
          fc.tuple(fc.nat(), fc.constantFrom('', ',', '"', '}', ']', ':', '\\', '0', 'x', '\0')),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
      ),
    )
    const bare = Scanner.create(module)
    fc.assert(
      fc.property(damagedLine, ([plan, lines, damages]) => {
        shared.setPlan(encodePlan(plan))
        const damaged = lines.map((line, i) => {
          const [place, insert] = damages[i % damages.length] as [number, string]
          const at = place % (line.length + 1)
          return line.slice(0, at) + insert + line.slice(insert ? at : at + 1)
        })
        const bytes = encode(`${damaged.join('\n')}\n`)
        const verdicts = (scanner: Scanner) => {
          scanner.reset()
          return [...scanner.push(bytes)].flatMap((batch) => [
            ...batch.status,
            ...batch.errorAt,
            ...batch.flags,
          ])
        }
        expect(verdicts(shared)).toEqual(verdicts(bare))
        expect(scanWith(shared, damaged).map((line) => line.shape !== 0n)).toEqual(
          damaged.map((line) => bare.scanLine(encode(line)).code === 'valid'),
        )
      }),
      runs(200),
    )
  })
})

const text: PlanNode = { kind: 'text', bounds: [1] }
const vector: PlanNode = {
  kind: 'array',
  element: { kind: 'number', integer: false, bounds: [] },
  bounds: [],
}
const request: PlanNode = {
  kind: 'object',
  keys: new Map<string, PlanNode>([
    ['custom_id', { kind: 'text', bounds: [1, 513], capture: 0 }],
    ['method', { kind: 'bytes' }],
    [
      'body',
      {
        kind: 'object',
        keys: new Map<string, PlanNode>([
          ['model', { ...text, capture: 1 }],
          [
            'messages',
            {
              kind: 'array',
              ends: true,
              bounds: [1],
              element: {
                kind: 'object',
                keys: new Map<string, PlanNode>([
                  ['role', { kind: 'bytes' }],
                  [
                    'content',
                    {
                      kind: 'types',
                      string: text,
                      array: { kind: 'array', element: { kind: 'bytes' }, bounds: [] },
                    },
                  ],
                ]),
                unknown: 'ignore',
              },
            },
          ],
          ['input', { ...vector, capture: 2 }],
        ]),
        unknown: 'ignore',
      },
    ],
  ]),
  unknown: { kind: 'kind' },
}

describe('lines of one shape', () => {
  const line = (id: string, contents: readonly string[], rest = '') =>
    `{"custom_id":"${id}","method":"POST","body":{"model":"m","messages":[${contents
      .map((content, i) => `{"role":"${i % 2 ? 'assistant' : 'user'}","content":${content}}`)
      .join(', ')}]${rest}}}`

  const same = (a: string, b: string) => {
    const [first, second] = shapesOf(request, [a, b])
    expect([a, b, first === second]).toEqual([a, b, true])
  }
  const different = (a: string, b: string) => {
    const [first, second] = shapesOf(request, [a, b])
    expect([a, b, first === second]).toEqual([a, b, false])
  }
  const base = line('1', ['"hi"', '"yes"', '"and?"'])

  it('may differ in text, spacing, ignored keys and the number of turns', () => {
    same(base, line('another id', ['"中文 \\n"', '"x"', '"y"']))
    same(base, line('1', ['"a"', '"b"', '"c"', '"d"', '"e"']))
    same(base, base.replaceAll(',', ' , ').replaceAll(':', ': '))
    same(base, line('1', ['"a"', '"b"', '"c"'], ',"temperature":0.5,"stop":["a"]'))
    same(base, base.replace('"role"', '"r\\u006fle"'))
    same(line('a'.repeat(512), ['"x"']), line('b', ['"x"']))
  })

  it('differ in what the plan looks at', () => {
    different(base, line('', ['"hi"', '"yes"', '"and?"']))
    different(base, line('1', ['"hi"', '""', '"and?"']))
    different(base, line('1', ['"hi"', 'null', '"and?"']))
    different(base, line('1', ['"hi"', '"yes"']))
    different(base, line('1', []))
    different(base, base.replace('POST', 'GET'))
    different(base, base.replace('"method"', '"path"'))
    different(base, base.replace('{"custom_id":"1",', '{'))
    different(base, base.replace('{"custom_id":"1",', '{"custom_id":"1","custom_id":1,'))
    different(line('a'.repeat(512), ['"x"']), line('b'.repeat(513), ['"x"']))
    different(line('é'.repeat(512), ['"x"']), line('é'.repeat(513), ['"x"']))
  })

  it('may begin and end with others of the same elements, where that does not count', () => {
    const plan: PlanNode = { kind: 'array', element: { kind: 'bytes' }, bounds: [] }
    const [a, b, c] = shapesOf(plan, ['[1,2,3]', '[3,1,2,1]', '[3,1]'])
    expect(a).toBe(b)
    expect(a).not.toBe(c)
  })

  it('may have one of the values for another', () => {
    const plan: PlanNode = { kind: 'bytes', values: ['auto', 'low', 'größer', ''] }
    const texts = ['"auto"', '"low"', '"größer"', '""', '"auto"']
    const [same, ...others] = shapesOf(plan, texts)
    expect(new Set(others)).toEqual(new Set([same]))
    const odd = shapesOf(plan, ['"auto"', '"lo"', '"l\\u006fw"', '["low"]', '"\\u0078"'])
    expect(new Set(odd).size).toBe(odd.length)
    const [other, ...more] = shapesOf(plan, ['"lo"', '"lowe"', '"x"', '"grösser"', '"autos"'])
    expect(new Set(more)).toEqual(new Set([other]))
  })

  it('may have one of the values for another, and no other text for another', () => {
    const plan: PlanNode = { kind: 'bytes', values: ['auto', 'low'], tellsOthers: true }
    const [same, ...others] = shapesOf(plan, ['"auto"', '"low"', '"auto"'])
    expect(new Set(others)).toEqual(new Set([same]))
    const odd = shapesOf(plan, ['"auto"', '"lo"', '"Low"', '""', '"l\\u006fw"'])
    expect(new Set(odd).size).toBe(odd.length)
    const [one, again] = shapesOf(plan, ['"lo"', '"lo"'])
    expect(one).toBe(again)
  })

  it('may have other keys that no one knows', () => {
    const plan: PlanNode = {
      kind: 'object',
      keys: new Map([['a', { kind: 'kind' }]]),
      unknown: 'present',
    }
    const [same, ...others] = shapesOf(plan, [
      '{"a":1,"x":2}',
      '{"a":1,"y":[3],"z":null}',
      '{"\\u0078":"q","a":0}',
      '{"x":1,"a":5,"y":"2"}',
    ])
    expect(new Set(others)).toEqual(new Set([same]))
    // That a key is there twice is something to tell of the line.
    const odd = shapesOf(plan, ['{"a":1}', '{"a":"1","x":2}', '{"x":1,"a":5,"x":"2"}'])
    expect(new Set([same, ...odd]).size).toBe(4)
  })

  it('may have the same values under other names', () => {
    const plan: PlanNode = {
      kind: 'object',
      keys: new Map(),
      unknown: { kind: 'number', integer: true, bounds: [0] },
      anyNames: true,
    }
    const [same, ...others] = shapesOf(plan, [
      '{"1":5,"2":-7}',
      '{"x":-1,"y":6,"z":8}',
      '{"k1":1,"k2":2,"k3":-3,"k1x":4}',
    ])
    expect(new Set(others)).toEqual(new Set([same]))
    const odd = shapesOf(plan, ['{"1":5,"2":-7}', '{}', '{"1":5}', '{"1":0.5}', '{"1":-5}'])
    expect(new Set(odd).size).toBe(odd.length)
    // The last of two equal keys counts.
    const [first, last] = shapesOf(plan, ['{"a":1,"a":-1}', '{"a":-1,"a":1}'])
    expect(first).not.toBe(last)
    const [escaped, swapped] = shapesOf(plan, ['{"a":1,"\\u0061":-1}', '{"\\u0061":-1,"a":1}'])
    expect(escaped).not.toBe(swapped)
  })

  it('may hold vectors of any length', () => {
    const numbers = (n: number) => `[${Array.from({ length: n }, (_, i) => (i - 3) / 7).join(',')}]`
    const [a, b, c, d] = shapesOf(vector, [numbers(10), numbers(1536), '[1e999]', '["a"]'])
    expect(a).toBe(b)
    expect(new Set([a, c, d]).size).toBe(3)
  })

  it('keep apart arrays of more distinct elements than are remembered', () => {
    const plan: PlanNode = { kind: 'array', element: { kind: 'bytes' }, bounds: [] }
    const numbers = Array.from({ length: 40 }, (_, i) => i)
    const swapped = [0, 2, 1, ...numbers.slice(3)]
    const [a, b, c] = shapesOf(
      plan,
      [numbers, swapped, numbers].map((list) => JSON.stringify(list)),
    )
    expect(a).toBe(c)
    expect(a).not.toBe(b)
    const few = [0, 1, 2, 3].map(String)
    const [d, e] = shapesOf(plan, [`[${few.join()},9]`, `[0,2,1,3,${few.join()},9]`])
    expect(d).toBe(e)
  })

  it('count elements of a captured array', () => {
    const scanned = scanWith(scannerFor(request), [
      '{"body":{"input":[1,2,3],"model":"m"}}',
      '{"body":{"input":[]}}',
      '{"body":{"input":"text"}}',
      '{"body":{"model":"m"},"body":{}}',
    ])
    expect(scanned.map(({ captures }) => captures[2]?.count)).toEqual([3, 0, 0, undefined])
    expect(scanned.map(({ captures }) => captures[1]?.text)).toEqual([
      '"m"',
      undefined,
      undefined,
      undefined,
    ])
  })

  it('may nest by a recursive plan', () => {
    const tree: PlanNode = {
      kind: 'object',
      keys: new Map<string, PlanNode>([
        ['name', text],
        ['children', { kind: 'array', element: { kind: 'lazy', node: () => tree }, bounds: [] }],
      ]),
      unknown: 'ignore',
    }
    const leaf = '{"name":"x","children":[]}'
    const twig = `{"name":"y","children":[${leaf},${leaf}]}`
    const [a, b, c] = shapesOf(tree, [
      `{"name":"z","children":[${twig}]}`,
      `{"name":"w","children":[${twig},${twig.replace('"y"', '"why"')}]}`,
      `{"name":"w","children":[${twig},${twig.replace('"y"', '""')}]}`,
    ])
    expect(a).toBe(b)
    expect(a).not.toBe(c)
  })
})
