import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueOf } from '../base/testing/valueOf.ts'
import { loadExpressions } from '../expressions/expressions.ts'
import { groupReader } from './keyGroups.ts'
import { groupKeys } from './testing/groupKeys.ts'
import type { GroupRule } from './keyGroups.ts'

const compile = await loadExpressions()

function groupOf(rule: GroupRule, id: string): string | undefined {
  return valueOf(groupReader(rule, () => compile))(id)
}

describe('groups of ids', () => {
  test('are named by what stands before a separator', () => {
    expect(groupOf({ kind: 'beforeLast', separator: '_' }, 'doc_7_a')).toBe('doc_7')
    expect(groupOf({ kind: 'beforeFirst', separator: '_' }, 'doc_7_a')).toBe('doc')
    expect(groupOf({ kind: 'beforeFirst', separator: '::' }, 'id::q=1::lang=de')).toBe('id')
    expect(groupOf({ kind: 'beforeLast', separator: '_' }, 'doc7')).toBe('doc7')
  })

  test('are named by a pattern', () => {
    expect(groupOf({ kind: 'pattern', pattern: '^\\w+-(\\d+)' }, 'doc-7-a')).toBe('7')
    expect(groupOf({ kind: 'pattern', pattern: '\\d+' }, 'doc-7-a')).toBe('7')
    expect(groupOf({ kind: 'pattern', pattern: '\\d+' }, 'doc')).toBeUndefined()
  })

  test('need a pattern that is one, and a separator', () => {
    const problem = (rule: GroupRule) => groupReader(rule, () => compile)
    expect(problem({ kind: 'pattern', pattern: '(' }).ok).toBe(false)
    expect(problem({ kind: 'beforeLast', separator: '' }).ok).toBe(false)
  })

  test('hold each place once, in order, with ids of that group', () => {
    const rule = fc.constantFrom<GroupRule[]>(
      { kind: 'beforeLast', separator: '-' },
      { kind: 'beforeFirst', separator: '-' },
      { kind: 'pattern', pattern: '^[a-c]' },
    )
    const ids = fc.array(fc.stringMatching(/^[a-d-]{0,4}$/))
    fc.assert(
      fc.property(rule, ids, (chosen, list) => {
        const groups = groupKeys(list, (id) => groupOf(chosen, id))
        const places = [...groups.values()].flat()
        expect(places.toSorted((a, b) => a - b)).toEqual([...list.keys()])
        for (const [group, members] of groups) {
          expect(members).toEqual(members.toSorted((a, b) => a - b))
          for (const place of members) expect(groupOf(chosen, list[place] as string)).toBe(group)
        }
      }),
    )
  })
})
