import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import type { KnownField } from './collectFields.ts'
import { completeQuery } from './completeQuery.ts'
import { nearestFields } from './nearestFields.ts'
import { parseFieldPath } from './fieldPathText.ts'
import { parseQuery } from './parseQuery.ts'
import { QUERY_HELP } from './queryHelp.ts'

const FIELDS: readonly KnownField[] = [
  { path: 'body' },
  { path: 'body.model', values: ['"gpt-4o"', '"gpt-4.1-mini"'] },
  { path: 'body.max_tokens', values: ['100', '2000'] },
  { path: 'body.stream', values: ['true', 'false'] },
  { path: 'body.messages[*].role', values: ['"user"', '"system"'] },
  { path: 'verdict' },
  { path: '["a key"]' },
]

/** `|` is the caret; what the first completion makes of the text. */
function completed(marked: string): string | undefined {
  const cursor = marked.indexOf('|')
  const text = marked.replace('|', '')
  const { from, to, items } = completeQuery(text, cursor, FIELDS)
  const [first] = items
  return first && text.slice(0, from) + first.insert + text.slice(to)
}

test.each([
  ['|', 'body'],
  ['body.mo|', 'body.model'],
  ['mod|', 'body.model'],
  ['MODEL|', 'body.model'],
  ['body.mo|del = 1', 'body.model = 1'],
  ['verd|', 'verdict '],
  ['$.verd|', '$.verdict'],
  ['key|', '["a key"]'],
  ['["a |', '["a key"]'],
  ['ex|', 'exists('],
  ['exists(mod|', 'exists(body.model'],
  ['exists(verd|', 'exists(verdict'],
  ['not mod|', 'not body.model'],
  ['(mod|', '(body.model'],
  ['body.model |', 'body.model = '],
  ['body.model st|', 'body.model starts with '],
  ['body.model starts w|', 'body.model starts with '],
  ['body.max_tokens i|', 'body.max_tokens in ('],
  ['length(a) |', 'length(a) < '],
  ['type(a) |', 'type(a) = '],
  ['body.model = |', 'body.model = "gpt-4o"'],
  ['body.model =|', 'body.model ="gpt-4o"'],
  ['body.model = mini|', 'body.model = "gpt-4.1-mini"'],
  ['body.model = "gpt-4.|', 'body.model = "gpt-4.1-mini"'],
  ['body.model = "gpt-4.|"', 'body.model = "gpt-4.1-mini"'],
  ['body.model in ("gpt-4o", |', 'body.model in ("gpt-4o", "gpt-4o"'],
  ['body.model contains |', 'body.model contains "gpt-4o"'],
  ['body.messages[-1].role = |', 'body.messages[-1].role = "user"'],
  ['type(a) = o|', 'type(a) = "object"'],
  ['verdict = inv|', 'verdict = "invalid"'],
  ['a = 1 |', 'a = 1 and '],
  ['a = 1 o|', 'a = 1 or '],
  ['(a = 1 |', '(a = 1 )'],
  ['a = 1 and mod|', 'a = 1 and body.model'],
  ['a = "|', undefined],
  ['length(a) > |', undefined],
  ['a = = |', undefined],
])('%s becomes %s', (marked, expected) => {
  expect(completed(marked)).toBe(expected)
})

test('only operators that suit the values are offered', () => {
  const operators = (text: string) =>
    completeQuery(text, text.length, FIELDS).items.map(({ label }) => label)
  expect(operators('body.stream ')).toEqual(['=', '!=', 'in', 'not in'])
  expect(operators('body.max_tokens ')).not.toContain('contains')
  expect(operators('body.model ')).toContain('contains')
})

test('completions replace a range around the caret', () => {
  const pieces = fc.constantFrom(
    'body',
    '.model',
    ' ',
    '=',
    '"gpt',
    '(',
    ')',
    'and',
    '[',
    'in',
    'not',
  )
  fc.assert(
    fc.property(fc.array(pieces), fc.nat(), (parts, place) => {
      const text = parts.join('')
      const cursor = place % (text.length + 1)
      const { from, to } = completeQuery(text, cursor, FIELDS)
      expect(from).toBeLessThanOrEqual(cursor)
      expect(to).toBeGreaterThanOrEqual(cursor)
      expect(to).toBeLessThanOrEqual(text.length)
    }),
    runs(2000),
  )
})

test.each([
  ['body.max_token', ['body.max_tokens']],
  ['max_tokens', ['body.max_tokens']],
  ['body.messages.0.role', ['body.messages[*].role']],
  ['Body.Model', ['body.model']],
  ['nothing', []],
])('%s was meant as %j', (field, expected) => {
  const known = FIELDS.map(({ path }) => path)
  expect(nearestFields(parseFieldPath(field) ?? [], known)).toEqual(expected)
})

test('the examples of the help are queries', () => {
  for (const { rows } of QUERY_HELP) {
    for (const { example } of rows)
      expect([example, parseQuery(example).ok]).toEqual([example, true])
  }
})
