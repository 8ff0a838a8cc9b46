// Lines that differ in ids have one shape where the same is wrong with them, and no two lines with
// different faults do.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  faultsOfAdjacent,
  faultsOfScattered,
  type LinkedId,
  type LinkKind,
} from '../base/linkFaults.ts'
import { runs } from '../tooling/runs.ts'
import { encodePlan } from './encodePlan.ts'
import type { Link, ObjectNode, PlanNode } from './scanPlan.ts'
import { Scanner } from './scanner.ts'
import type { Json } from './testing/planMeaning.ts'
import { meaningOf } from './testing/planMeaning.ts'
import { module, scanWith } from './testing/scannedLines.ts'

const KINDS = new Map<string, LinkKind>([
  ['call', 'gives'],
  ['maybe', 'offers'],
  ['output', 'answers'],
])

function planOf(isAdjacent: boolean): PlanNode {
  const linked = (role: Link['role'], depth: number): PlanNode => ({
    kind: 'types',
    string: role === 'kind' ? { kind: 'bytes' } : { kind: 'text', bounds: [3] },
    link: { role, depth, isAdjacent, ...(role === 'kind' && { kinds: KINDS }) },
  })
  const call: PlanNode = {
    kind: 'object',
    keys: new Map([['id', linked('gives', 3)]]),
    unknown: 'ignore',
  }
  const keys = new Map<string, PlanNode>([
    ['calls', { kind: 'array', element: call, bounds: [] }],
    ['answer', linked('answers', 1)],
    ['id', linked('byKind', 1)],
    ['type', linked('kind', 1)],
    ['note', { kind: 'text', bounds: [] }],
  ])
  const element: PlanNode = { kind: 'object', keys, unknown: 'ignore' }
  return {
    kind: 'object',
    keys: new Map([['list', { kind: 'array', element, bounds: [] }]]),
    unknown: 'ignore',
  }
}

type Line = { readonly list: readonly Record<string, Json>[] }

function idsOf({ list }: Line): LinkedId[] {
  return list.flatMap(({ calls, answer, id, type }, element) => {
    const found: LinkedId[] = []
    const add = (value: Json | undefined, kind: LinkKind | undefined): void => {
      if (typeof value === 'string' && kind) found.push({ element, kind, id: value })
    }
    for (const call of Array.isArray(calls) ? calls : []) add((call as { id: Json }).id, 'gives')
    add(answer, 'answers')
    add(id, typeof type === 'string' ? KINDS.get(type) : undefined)
    return found
  })
}

function faultsIn(line: Line, isAdjacent: boolean): string[] {
  const ids = idsOf(line)
  const faults = isAdjacent ? faultsOfAdjacent(ids, line.list.length) : faultsOfScattered(ids)
  return Object.keys(faults).sort()
}

const id = fc.constantFrom(
  '"a"',
  '"\\u0061"',
  '"a"',
  '"b"',
  '"b"',
  '"call_1"',
  '"call\\u005f1"',
  '"call_2"',
  '"\\ud83d"',
  'null',
  '7',
  '""',
)
const kind = fc.constantFrom(
  '"call"',
  '"output"',
  '"output"',
  '"maybe"',
  '"text"',
  '"c\\u0061ll"',
  '1',
)
const calls = fc
  .array(id, { maxLength: 3 })
  .map((ids) => `[${ids.map((each) => `{"id":${each}}`).join()}]`)
const member = fc.oneof(
  calls.map((text) => `"calls":${text}`),
  id.map((text) => `"answer":${text}`),
  fc.tuple(id, kind).map(([text, type]) => `"id": ${text},"type":${type}`),
  fc.tuple(id, kind).map(([text, type]) => `"type":${type},"id":${text}`),
  fc.constantFrom('"note":"x"', '"note":"other"', '"answer":"\\u0061"'),
)
const element = fc
  .oneof({ weight: 6, arbitrary: member.map((text) => [text]) }, fc.array(member, { maxLength: 3 }))
  .map((members) => `{${members.join()}}`)
const line = fc
  .array(element, { maxLength: 6 })
  .map((elements) => `{"list":[${elements.join(', ')}]}`)

/** Runs of calls and their answers: what faults are rare in. */
const turns = fc
  .array(fc.tuple(id, fc.constantFrom('calls', 'kinds', 'note')), { maxLength: 8 })
  .map((all) => {
    const elements = all.map(([text, how]) => {
      if (how === 'note') return '{"note":"x"}'
      return how === 'calls'
        ? `{"calls":[{"id":${text}}]},{"answer":${text}}`
        : `{"type":"call","id":${text}},{"id":${text},"type":"output"}`
    })
    return `{"list":[${elements.join()}]}`
  })

describe.each([true, false])('links of lines, answers at once: %s', (isAdjacent) => {
  const plan = planOf(isAdjacent)
  const scanner = Scanner.create(module)

  it('have another shape where something else is wrong', () => {
    const seen = { shared: 0, faults: new Set<string>() }
    fc.assert(
      fc.property(fc.array(fc.oneof(line, turns), { minLength: 20, maxLength: 60 }), (lines) => {
        scanner.setPlan(encodePlan(plan))
        const first = new Map<bigint, string>()
        // Others that differ in ids follow each, so that lines are compared with templates, too.
        for (const { shape, text } of scanTexts(scanner, lines.flatMap(withOtherIds))) {
          const meaning = meaningIn(plan, text, isAdjacent, seen.faults)
          const other = first.get(shape)
          if (shape === 0n) continue
          if (other === undefined) first.set(shape, meaning)
          else {
            seen.shared++
            expect(meaning).toBe(other)
          }
        }
      }),
      runs(600),
    )
    expect(seen.shared).toBeGreaterThan(100)
    const some = ['unknown', 'unanswered', 'answeredTwice', 'givenTwice']
    expect([...seen.faults]).toEqual(
      expect.arrayContaining([...some, isAdjacent ? 'pending' : 'early']),
    )
  })

  it('have few shapes whatever the ids', () => {
    scanner.setPlan(encodePlan(plan))
    const lines = Array.from({ length: 300 }, (_, i) =>
      [`call_${i}`, `é"${i * 7}`, `x${i % 3}`]
        .map((each) => JSON.stringify(each))
        .map((each) => `{"calls":[{"id":${each}}]},{"answer":${each}},{"note":"x"}`)
        .join(),
    ).map((elements) => `{"list":[${elements}]}`)
    const shapes = scanTexts(scanner, lines).map(({ shape }) => shape)
    expect(new Set(shapes).size).toBe(1)
    const orphans = lines.map((text) => text.replace(/\{"calls":\[\{"id":"call_\d+"\}\]\},/, ''))
    const others = scanTexts(scanner, orphans).map(({ shape }) => shape)
    expect(new Set(others).size).toBe(1)
    expect(others[0]).not.toBe(shapes[0])
  })

  it('are told by their ids when there are too many', () => {
    scanner.setPlan(encodePlan(plan))
    const lineOf = (last: string) =>
      `{"list":[${Array.from({ length: 150 }, (_, i) => `{"calls":[{"id":"c${i}"}]},{"answer":"c${i}"}`).join()},{"answer":"${last}"}]}`
    const shapes = scanTexts(scanner, ['x', 'c149', 'c148', 'x'].map(lineOf)).map(
      ({ shape }) => shape,
    )
    expect(new Set(shapes).size).toBe(3)
    expect(shapes[0]).toBe(shapes[3])
  })
})

describe('names', () => {
  const name = (role: Link['role']): PlanNode => ({ kind: 'kind', link: { role, depth: 0 } })
  const keys = new Map<string, PlanNode>([
    ['use', name('uses')],
    ['tools', { kind: 'array', element: name('declares'), bounds: [] }],
    ['uses', { kind: 'array', element: name('uses'), bounds: [] }],
  ])
  const plan: PlanNode = { kind: 'object', keys, unknown: 'ignore' }
  const scanner = Scanner.create(module)

  it('have another shape where one is not declared, or is declared twice', () => {
    let shared = 0
    const list = fc.array(id, { maxLength: 3 }).map((ids) => `[${ids.join()}]`)
    const members = fc
      .shuffledSubarray(['use', 'tools', 'uses'])
      .chain((all) =>
        fc.tuple(
          ...all.map((key) => (key === 'use' ? id : list).map((text) => `"${key}":${text}`)),
        ),
      )
    const lines = fc.array(
      members.map((all) => `{${all.join()}}`),
      { minLength: 20, maxLength: 60 },
    )
    fc.assert(
      fc.property(lines, (texts) => {
        scanner.setPlan(encodePlan(plan))
        const first = new Map<bigint, string>()
        for (const { shape, text } of scanTexts(scanner, texts.flatMap(withOtherIds))) {
          const { use, tools = [], uses = [] } = JSON.parse(text) as Record<string, Json[]>
          const used = [use as Json | undefined, ...uses].filter((each) => typeof each === 'string')
          const isOdd = used.some((each) => !tools.includes(each))
          const declared = tools.filter((each) => typeof each === 'string')
          const isTwice = new Set(declared).size < declared.length
          const meaning = JSON.stringify([
            meaningOf(plan, JSON.parse(text) as Json),
            isOdd,
            isTwice,
          ])
          const other = first.get(shape)
          if (other === undefined) first.set(shape, meaning)
          else {
            shared++
            expect(meaning).toBe(other)
          }
        }
      }),
      runs(600),
    )
    expect(shared).toBeGreaterThan(100)
  })

  it('have few shapes whatever they are', () => {
    scanner.setPlan(encodePlan(plan))
    const lines = Array.from(
      { length: 300 },
      (_, i) => `{"use":"f${i}","tools":["g${i}","f${i}","h"]}`,
    )
    expect(new Set(scanTexts(scanner, lines).map(({ shape }) => shape)).size).toBe(1)
  })
})

it('of two lists are not told', () => {
  const scanner = Scanner.create(module)
  const list = (planOf(true) as ObjectNode).keys.get('list') as PlanNode
  const keys = new Map([
    ['list', list],
    ['other', list],
  ])
  scanner.setPlan(encodePlan({ kind: 'object', keys, unknown: 'ignore' }))
  const one = '[{"calls":[{"id":"a"}]},{"answer":"a"}]'
  const lines = [`{"list":${one},"other":[{"note":"x"}]}`, `{"list":${one},"other":${one}}`]
  expect(scanTexts(scanner, lines).map(({ shape }) => shape === 0n)).toEqual([false, true])
})

function withOtherIds(text: string): string[] {
  const one = text.replace('"a"', '"b"')
  return [text, text, one, text.replaceAll('"a"', '"z"'), one.replace('"b"', '"z"'), text]
}

function scanTexts(scanner: Scanner, lines: readonly string[]): { shape: bigint; text: string }[] {
  return scanWith(scanner, lines).map(({ shape }, i) => ({ shape, text: lines[i] as string }))
}

/** All that may be told of a line: its parts without the ids, and its faults. */
function meaningIn(plan: PlanNode, text: string, isAdjacent: boolean, seen: Set<string>): string {
  const value = JSON.parse(text) as Line
  const faults = faultsIn(value, isAdjacent)
  for (const fault of faults) seen.add(fault)
  return JSON.stringify([meaningOf(plan, value as unknown as Json), faults])
}
