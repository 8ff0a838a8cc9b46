import { expect, test } from 'vitest'
import { jsonPair } from '../examplePairs.ts'
import { exampleRow } from '../testing/exampleRows.ts'
import { AnswerColumns, MORE, MOST_MEMBERS } from './answerColumns.ts'
import { membersOf } from './answerMembers.ts'

function see(words: readonly string[]): AnswerColumns {
  const columns = new AnswerColumns()
  for (const text of words) columns.see(exampleRow(jsonPair('a', text)))
  return columns
}

const namesOf = (columns: AnswerColumns): readonly string[] =>
  columns.columns(['answer']).map(({ name }) => name)

test('columns are bounded, and what is beyond them stands together as JSON', () => {
  const members = Array.from({ length: MOST_MEMBERS + 2 }, (_, at) => `"f${at}": ${at}.0`)
  const text = `{${members.join()}}`
  const columns = see([text])
  expect(namesOf(columns)).toHaveLength(MOST_MEMBERS + 1)
  const last = columns.columns(['answer']).at(-1)
  expect(last?.name).toBe(MORE)
  expect(last?.value(exampleRow(jsonPair('a', text)), membersOf(text))).toEqual({
    kind: 'json',
    source: `{"f${MOST_MEMBERS}":${MOST_MEMBERS}.0,"f${MOST_MEMBERS + 1}":${MOST_MEMBERS + 1}.0}`,
  })
})

test('a name that is no title of a column stands with the rest', () => {
  expect(namesOf(see([`{"${'x'.repeat(201)}": 1, "y": 2}`]))).toEqual(['answer.y', MORE])
})

test('without any JSON object the answer is one column', () => {
  expect(namesOf(see(['Hello', '[1]', '```json\n{"a": 1}\n```', '{"a": }']))).toEqual(['answer'])
})

test('names of objects and of other fields are columns like any', () => {
  const names = ['__proto__', 'constructor', '', 'answer', 'custom_id']
  const text = `{${names.map((name) => `"${name}": 1`).join()}}`
  expect(namesOf(see([text]))).toEqual(names.map((name) => `answer.${name}`))
})

test('what was changed after it was seen has no place', () => {
  const columns = see(['{"a": 1}'])
  const canHold = (text: string) => columns.canHold(text, membersOf(text))
  expect(canHold('{"a": 2}')).toBe(true)
  expect(canHold('{"b": 2}')).toBe(false)
  expect(canHold('Sorry')).toBe(false)
  expect(columns.canHold(undefined, undefined)).toBe(true)
})
