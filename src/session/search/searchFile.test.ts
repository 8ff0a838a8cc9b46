import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breathe } from '../../base/jobs.ts'
import { lineId } from '../../base/units.ts'
import { runs } from '../../tooling/runs.ts'
import { openText } from '../testing/openText.ts'
import { WINDOW_BYTES } from '../../document/fileWindows.ts'

/** Lines (0-based) that a search marks. */
async function found(opened: Awaited<ReturnType<typeof openText>>, text: string, matchCase = true) {
  const result = await opened.session.search({ text, isRegExp: true, matchCase }, 'job', () => {})
  if (!result.ok) throw new Error(result.failure.code)
  const rows = await opened.session.readRows({ kind: 'matches' }, 0, 5000)
  if (!rows.ok) throw new Error(rows.failure.code)
  return rows.value.rows.map(({ line }) => line - 1)
}

const word = fc.constantFrom('needle', 'Needle', 'hay', 'é', '中', '"', ' ', '12', 'ſ', '')
const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(''))
const expressions = [
  'needle',
  'need(le|les)',
  'hay.*needle',
  '(needle|hay)\\d',
  '^$',
  'hay$',
  '^needle',
  '\\d\\d',
  'é.?中',
]

describe('lines that match an expression', () => {
  test('are those that match one by one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(...expressions),
        fc.boolean(),
        async (lines, lineEnd, source, matchCase) => {
          const opened = await openText(lines.join(lineEnd) + lineEnd)
          const native = new RegExp(source, matchCase ? 'u' : 'iu')
          const expected = [...lines.keys()].filter((i) => native.test(lines[i] as string))
          expect(await found(opened, source, matchCase)).toEqual(expected)
        },
      ),
      runs(60),
    )
  })

  test('are found in files of many windows, and in a line longer than one', async () => {
    const filler = `{"a":"${'x'.repeat(100)}"}\n`
    const many = filler.repeat(Math.ceil((1.5 * WINDOW_BYTES) / filler.length))
    const long = `{"needle":"${'y'.repeat(2 * WINDOW_BYTES)} end7"}\n`
    const text = `{"needle":1}\n${many}${long}{"needle":3}\n${many}{"needle":2}`
    const last = text.split('\n').length - 1
    const middle = 1 + many.split('\n').length - 1
    const opened = await openText(text)
    expect(await found(opened, '"needle":\\d')).toEqual([0, middle + 1, last])
    expect(await found(opened, 'needle')).toEqual([0, middle, middle + 1, last])
    expect(await found(opened, 'end\\d"')).toEqual([middle])
    expect(await found(opened, '\\d\\}$')).toEqual([0, middle + 1, last])
  })

  test('follow edits', async () => {
    const opened = await openText('{"a":"one"}\n{"a":"two"}\n')
    expect(await found(opened, 'o[n]e')).toEqual([0])
    await opened.session.edit({ kind: 'replace', id: lineId(1), texts: ['{"a":"one"}'] })
    expect(opened.facts().matches).toBe(2)
  })

  test('are looked for in time that grows with the text alone', async () => {
    const opened = await openText(`${'a'.repeat(40)}\n`.repeat(2000))
    expect(await found(opened, '(a+)+!$')).toEqual([])
    expect(await found(opened, '(\\w+\\s*)+;')).toEqual([])
  })
})

/** Letters in no order, so that every place has a state of its own. */
function arbitraryLetters(count: number): string {
  let seed = 7
  const letters = Array.from({ length: count }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) | 0
    return 'xyz '[seed >>> 30]
  })
  return letters.join('')
}

/** Follows about a hundred steps at once: minutes for some megabytes of random letters. */
const SLOW = { text: 'x.{400}!$', isRegExp: true, matchCase: false }

test.each([
  ['over many lines', arbitraryLetters(2_000_000).replace(/.{2000}/g, '$&\n')],
  ['within one long line', `{"a":"${arbitraryLetters(2_000_000)}"}\n`],
])('a search can be stopped while it runs %s', async (_, text) => {
  const opened = await openText(text)
  const running = opened.session.search(SLOW, 'slow', () => {})
  // As a message of the page is served: in a pause of the search.
  for (let pause = 0; pause < 3; pause++) await breathe()
  await opened.session.cancel('slow')
  const result = await running
  expect(result).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
})

test('an expression that takes long over an edited line does not keep the edit', async () => {
  const opened = await openText('{"a":1}\n{"a":2}\n')
  await opened.session.search(SLOW, 'slow', () => {})
  const long = `{"a":"${arbitraryLetters(2_000_000)}"}`
  const editing = opened.session.edit({ kind: 'replace', id: lineId(0), texts: [long] })
  expect((await editing).ok).toBe(true)
  const query = { text: '"a":[12]', isRegExp: true, matchCase: false }
  await opened.session.search(query, 'next', () => {})
  expect(opened.facts().matches).toBe(1)
})
