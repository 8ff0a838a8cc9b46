import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isObject, valueAt } from './jsonPath.ts'
import { insertMember, removeMember, renameKey, setMember, setValue } from './spliceText.ts'
import { allPaths, writtenJson } from './testing/jsonText.ts'

const LINE = '{"id": 9007199254740993, "a": {"x": 1.0}, "e": {}}'

describe('setMember and insertMember', () => {
  it('replace the value alone', () => {
    expect(setMember(LINE, ['a'], 'x', '"y"')).toBe(
      '{"id": 9007199254740993, "a": {"x": "y"}, "e": {}}',
    )
  })

  it('add a member spaced like the others', () => {
    expect(setMember(LINE, [], 'm', '1')).toBe(
      '{"id": 9007199254740993, "a": {"x": 1.0}, "e": {}, "m": 1}',
    )
    expect(setMember('{"a":1}', [], 'm', '1')).toBe('{"a":1,"m":1}')
    expect(setMember(LINE, ['a'], 'm', '1')).toContain('{"x": 1.0, "m": 1}')
    expect(setMember(LINE, ['e'], 'm', '1')).toContain('{"m":1}')
    expect(insertMember(LINE, [], 'm', '1', 'a')).toBe(
      '{"id": 9007199254740993, "m": 1, "a": {"x": 1.0}, "e": {}}',
    )
  })

  it('give nothing where there is no object', () => {
    expect(setMember('[1]', [], 'a', '1')).toBeUndefined()
    expect(setMember(LINE, ['id'], 'a', '1')).toBeUndefined()
    expect(setMember(LINE, ['nowhere'], 'a', '1')).toBeUndefined()
  })
})

describe('removeMember and renameKey', () => {
  it('take the comma along, wherever the member stands', () => {
    expect(removeMember(LINE, [], 'id')).toBe('{"a": {"x": 1.0}, "e": {}}')
    expect(removeMember(LINE, [], 'a')).toBe('{"id": 9007199254740993, "e": {}}')
    expect(removeMember(LINE, [], 'e')).toBe('{"id": 9007199254740993, "a": {"x": 1.0}}')
    expect(removeMember(LINE, ['a'], 'x')).toContain('"a": {}')
    expect(removeMember('{"a":1,"b":2,"\\u0061":3}', [], 'a')).toBe('{"b":2}')
    expect(removeMember(LINE, [], 'none')).toBe(LINE)
  })

  it('rename one key', () => {
    expect(renameKey(LINE, ['a'], 'x', 'y"')).toBe(LINE.replace('"x"', '"y\\""'))
    expect(renameKey(LINE, [], 'x', 'y')).toBeUndefined()
  })
})

describe('all edits', () => {
  it('do to the text what they do to the value', () => {
    fc.assert(
      fc.property(writtenJson, fc.nat(), fc.string(), ({ value, text }, pick, key) => {
        const holders = allPaths(value).filter((path) => isObject(valueAt(value, path)))
        const holder = holders[pick % Math.max(1, holders.length)]
        if (holder === undefined || key === '__proto__') return
        const object = valueAt(value, holder) as Record<string, unknown>
        const replaced = (other: unknown): unknown => {
          const copy = structuredClone(value)
          const last = holder.at(-1)
          if (last === undefined) return other
          ;(valueAt(copy, holder.slice(0, -1)) as Record<string | number, unknown>)[last] = other
          return copy
        }
        expect(JSON.parse(setMember(text, holder, key, '[1]') ?? '')).toEqual(
          replaced({ ...object, [key]: [1] }),
        )
        expect(JSON.parse(setValue(text, holder, 'true') ?? '')).toEqual(replaced(true))
        for (const [own] of Object.entries(object)) {
          if (own === '__proto__') continue
          const { [own]: _, ...rest } = object
          expect(JSON.parse(removeMember(text, holder, own))).toEqual(replaced(rest))
        }
      }),
    )
  })
})
