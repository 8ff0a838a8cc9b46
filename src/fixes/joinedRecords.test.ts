// Damage of the usual kinds, and what no fix may make of it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lossOf } from './checkProposal.ts'
import { piecesOf, unfinishedRecords } from './joinedRecords.ts'
import { proposeFix, proposeFixes, textsAfter } from './proposeFixes.ts'
import { FIXES } from './registry.ts'
import { diagnosticOf, lineOf } from './testing/lineOf.ts'
import { runs } from '../tooling/runs.ts'

const show = (text: string) => piecesOf(text).map(({ from, to }) => text.slice(from, to))

it.each([
  ['{"a":1}', ['{"a":1}']],
  ['{"a":1}{"b":2}', ['{"a":1}', '{"b":2}']],
  ['{"a":1}, {"b":2},\\n{"c":3}\\r\\n', ['{"a":1}', '{"b":2}', '{"c":3}']],
  ['{"a":1,"b":"tex{"a":2,"b":"te}xt"}', ['{"a":1,"b":"tex', '{"a":2,"b":"te}xt"}']],
  ['{"a":1}{"b":"x{"c":3}{"d":"\\"}"}', ['{"a":1}', '{"b":"x', '{"c":3}', '{"d":"\\"}"}']],
  ['{"a":"x\\{"b":1}', ['{"a":"x\\', '{"b":1}']],
  ['words', ['words']],
  ['', []],
])('the pieces of %s', (text, pieces) => {
  expect(show(text)).toEqual(pieces)
})

it.each([
  // A value inside of the record that lacks its end.
  ['{"a": [1, {"b": 2}', false],
  ['{"type":"user","content":[{"type":"text","text":"x"}', false],
  ['{"a": {"b": 2}', false],
  ['{"a":1,"b":{"a":2,"b":3}', true],
  ['{"a":1,{"a":2}', true],
  ['{"a":1,"b":"x{"a":2}', true],
  ['{{"a":2}', true],
  ['{"a":1,"b":["x",{"c":1}{"a":2,"b":[]}', true],
  ['{"a":1,"b":["x",{"c":1}]{"a":2,"b":[]}', true],
  ['log {"a":1}', false],
  ['{"a":1} and words', false],
])('%s is a cut-off and a whole record: %s', (text, isBoth) => {
  expect(unfinishedRecords(text) !== undefined).toBe(isBoth)
})

it.each([
  ['{"a":1,"b":"tex{"a":2,"b":"text"}', ['{"a":1,"b":"tex{\\"a\\":2,\\"b\\":\\"text"}'], 'record'],
  ['{"a":1,"b{"a":2}', ['{"a":1,"b{\\"a":2}'], 'damage'],
  ['{"a":"x","b":"te","b":"y"}', ['{"a":"x","b":"y"}'], 'value'],
  ['{"a":"x" "y","a":1}', ['{"a":"x\\" \\"y","a":1}'], 'damage'],
  ['{"a":1,"a":2,}', ['{"a":1,"a":2}'], 'none'],
  ['{"a":"b","c":"d} x', ['{"a":"b\\",\\"c\\":\\"d} x"}'], 'damage'],
  ['{"a":1}', ['{"a":1,"a":2}'], 'damage'],
  ['{"a":1} # {"b":2}', ['{"a":1}'], 'record'],
  ['{"a":1} # note', ['{"a":1}'], 'none'],
  ['[12] {"a":1}', ['{"a":1}'], 'none'],
])('%s in place of %s: loss of %s', (before, after, loss) => {
  expect(lossOf(before, after)).toBe(loss)
})

describe('an unfinished record before a whole one', () => {
  const line = '{"a":1,"b":"tex{"a":2,"b":"text"}'

  it('is split, or the whole one is kept', () => {
    const fixes = proposeFixes(lineOf(line), [diagnosticOf('unescaped-quote')])
    expect(fixes.map(({ fix, proposal }) => [fix.id, textsAfter(proposal)])).toEqual([
      ['splitUnfinished', ['{"a":1,"b":"tex', '{"a":2,"b":"text"}']],
      ['keepWholeRecord', ['{"a":2,"b":"text"}']],
    ])
  })

  // Two records as programs write them: the same keys in the same order.
  const record = fc
    .record({
      id: fc.nat(),
      text: fc.string({ unit: 'grapheme' }).map((text) => `${text} {"x": ["y"]} }`),
      tags: fc.array(fc.json({ maxDepth: 2 }).map((json): unknown => JSON.parse(json))),
    })
    .map((value) => JSON.stringify(value))
  const joined = fc
    .tuple(record, record, fc.nat())
    .map(([cut, whole, at]) => ({ stump: cut.slice(0, 1 + (at % (cut.length - 1))), whole }))

  it('is lost by no fix, and hidden by none, wherever it was cut', () => {
    fc.assert(
      fc.property(joined, ({ stump, whole }) => {
        const text = stump + whole
        for (const fix of FIXES) {
          for (const pattern of fix.codes) {
            const code = pattern.replace('*', 'comma')
            const proposal = proposeFix(fix, lineOf(text), diagnosticOf(code, ['id']))
            if (!proposal) continue
            const after = textsAfter(proposal)
            const isMeant = fix.drops === true && after.length === 0 && !fix.safeForAll
            const isKept = after.includes(whole) || after.some((each) => holds(each, whole))
            if (!isMeant && !isKept) expect.fail(`${fix.id}: ${after.join(' | ')}`)
          }
        }
      }),
      runs(150),
    )
  })

  it('offers to keep the whole one and to split, wherever it was cut in a text', () => {
    fc.assert(
      fc.property(joined, fc.nat(), ({ whole }, at) => {
        const stump = `{"id":1,"text":"${'words "'.slice(0, at % 6)}`
        const fixes = proposeFixes(lineOf(stump + whole), [diagnosticOf('unescaped-quote')])
        const texts = fixes.map(({ proposal }) => textsAfter(proposal))
        expect(texts).toContainEqual([whole])
        expect(texts).toContainEqual([stump.trimEnd(), whole])
      }),
      runs(100),
    )
  })
})

/** Whether a line holds a value as it is written, at any depth. */
function holds(line: string, json: string): boolean {
  const inner = (value: unknown): boolean =>
    JSON.stringify(value) === json ||
    (typeof value === 'object' && value !== null && Object.values(value).some(inner))
  try {
    return inner(JSON.parse(line))
  } catch {
    // A line with more to fix: it has the record if it has its text outside of strings.
    return line.endsWith(json)
  }
}
