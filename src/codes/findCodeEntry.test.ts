// Every code that can be given is explained, and nothing is explained that is never given. A new code without an
// entry fails here; README.md says where it goes.
import { expect, test } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { allEntries, entryNameOf, findCodeEntry } from './findCodeEntry.ts'
import { givenCodes } from './testing/givenCodes.ts'

const codes = [...givenCodes()].sort()
const names = allEntries.flatMap((entries) => Object.keys(entries))

test('every code has an entry', () => {
  expect(codes.filter((code) => findCodeEntry(code) === undefined)).toEqual([])
})

test('every entry has a code, and stands there once', () => {
  const used = new Set(codes.map(entryNameOf))
  expect(names.filter((name) => !used.has(name))).toEqual([])
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('a pattern explains the place that a code names', () => {
  const entry = inEnglish(findCodeEntry('missing:body.temperature'))
  expect(entry?.meaning).toContain('body.temperature')
  expect(entryNameOf('missing:body.model')).toBe('missing:body.model')
  expect(findCodeEntry('no-such-code')).toBeUndefined()
})

test.each(codes)('%s is explained in whole, short sentences with a dated source', (code) => {
  const entry = findCodeEntry(code)
  if (!entry) throw new Error('no entry')
  const { meaning, matters, remedy, source } = inEnglish(entry)
  for (const text of [meaning, matters, remedy]) {
    expect(text).toMatch(/^["A-Za-z].*(\.|jq -c \.)$/)
    expect(text.length).toBeLessThan(230)
    expect(text).not.toMatch(/\{place\}| {2}/)
  }
  expect(source.name).not.toBe('')
  expect(source.date).toMatch(/^\d{4}-\d{2}(-\d{2})?$/)
  if (source.url !== undefined) expect(source.url).toMatch(/^https:\/\/[^ ]+$/)
})
