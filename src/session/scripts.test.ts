// Lines in all scripts: what rows show of them holds whole characters.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyPiece, anyScript } from '../base/testing/anyScript.ts'
import { literalExpression } from '../expressions/literalExpression.ts'
import { runs } from '../tooling/runs.ts'
import { openText } from './testing/openText.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

function isCutBetweenCharacters(text: string, at: number): boolean {
  return at === text.length || segmenter.segment(text).containing(at)?.index === at
}

/** No control characters, and of some length. */
const longText = fc.array(anyScript, { minLength: 40, maxLength: 60 }).map((texts) =>
  texts
    .join('')
    .toWellFormed()
    .replace(/[\s\p{Cc}"\\]/gu, ''),
)

async function rowsOf(texts: readonly string[], search?: string) {
  const opened = await openText(texts.map((text) => `${text}\n`).join(''))
  if (search !== undefined) {
    const query = { text: search, isRegExp: false, matchCase: false }
    const found = await opened.session.search(query, 'job', () => {})
    if (!found.ok) throw new Error(found.failure.code)
  }
  const rows = await opened.session.readRows({ kind: 'all' }, 0, 100)
  if (!rows.ok) throw new Error(rows.failure.code)
  return rows.value.rows
}

describe('search', () => {
  const texts = [
    '{"a":"ΟΔΟΣ οδός"}',
    '{"a":"Straße"}',
    '{"a":"STRAẞE STRASSE"}',
    '{"a":"Привет"}',
    '{"a":"ＡＢＣ"}',
    '{"a":"İstanbul ılık"}',
    '{"a":"Cafe\u0301"}',
    '{"a":"CAFÉ cafe"}',
    '{"a":"\u1112\u1161\u11ab\u1100\u116e\u11a8"}',
    '{"a":"한국"}',
    '{"a":"請問 GPT 天氣"}',
    '{"a":"か\u3099 が"}',
    '{"a":"नमस्ते 👨‍👩‍👧 مرحبا"}',
    String.raw`{"a":"\u8acb\u554f\u5929\u6c23 \u041f\u0440\u0438\u0432\u0435\u0442"}`,
    String.raw`{"a":"\u5929\u6C23 \u1112\u1161\u11ab"}`,
  ]
  const linesWith = async (search: string): Promise<readonly number[]> =>
    (await rowsOf(texts, search)).filter(({ match }) => match).map(({ line }) => line)

  test.each([
    ['a final sigma', 'οδοσ', [1]],
    ['capitals of Greek', 'ΟΔΌΣ', [1]],
    ['ß', 'strasse', [3]],
    ['a capital ß', 'STRAẞE', [2, 3]],
    ['Cyrillic', 'ПРИВЕТ', [4, 14]],
    ['full width', 'ａｂｃ', [5]],
    ['a dotted capital', 'İSTANBUL', [6]],
    ['a dotless letter', 'ILıK', [6]],
    ['an accent, composed', 'café', [7, 8]],
    ['an accent, decomposed', 'cafe\u0301', [7, 8]],
    ['no accent', 'cafe', [7, 8]],
    ['Hangul', '한국', [9, 10]],
    ['Hangul in jamo', '\u1112\u1161\u11ab', [9, 10, 15]],
    ['Chinese, also in escapes', '天氣', [11, 14, 15]],
    ['Chinese with letters in another case', '問 gpt', [11]],
    ['a voiced kana', 'が', [12]],
    ['Devanagari', 'नमस्ते', [13]],
    ['a family', '👨‍👩‍👧', [13]],
    ['Arabic', 'مرحبا', [13]],
  ])('finds %s', async (_what, search, lines) => {
    expect(await linesWith(search)).toEqual(lines)
  })

  test('finds over bytes what the expression finds in texts', async () => {
    const word = fc.constantFrom(
      'Café',
      'CAFE\u0301',
      'abc',
      'Größe',
      'İki',
      'ıki',
      '天氣',
      '\\u5929',
      'K',
    )
    const searched = (texts: fc.Arbitrary<string>, maxLength: number) =>
      fc.array(fc.oneof(texts, word), { minLength: 1, maxLength }).map((parts) =>
        parts
          .join('')
          .toWellFormed()
          .replace(/[\r\n]/g, ' '),
      )
    const line = searched(anyScript, 4)
    const search = searched(anyPiece, 2)
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        search,
        fc.boolean(),
        async (lines, text, matchCase) => {
          const opened = await openText(lines.map((each) => `${each}\n`).join(''))
          const query = { text, isRegExp: false, matchCase }
          const found = await opened.session.search(query, 'job', () => {})
          if (!found.ok) throw new Error(found.failure.code)
          const expression = literalExpression(text, { ignoreCase: !matchCase })
          const expected = lines.filter((each) => each.search(expression) >= 0)
          expect(opened.facts().matches).toBe(expected.length)
        },
      ),
      runs(300),
    )
  })
})

describe('rows', () => {
  test('cut cells and lines between characters', async () => {
    await fc.assert(
      fc.asyncProperty(longText, async (text) => {
        const line = JSON.stringify({ id: '1', text: text.repeat(4) })
        const [row] = await rowsOf([line])
        const cell = row?.cells?.at(-1) ?? ''
        expect(cell.length).toBeLessThanOrEqual(400)
        expect(text.repeat(4).startsWith(cell)).toBe(true)
        expect(isCutBetweenCharacters(text.repeat(4), cell.length)).toBe(true)
        expect(line.startsWith(row?.text ?? '')).toBe(true)
        expect(isCutBetweenCharacters(line, row?.text.length ?? 0)).toBe(true)
      }),
      runs(120),
    )
  })

  test('cut what stands around a match between characters', async () => {
    await fc.assert(
      fc.asyncProperty(longText, longText, async (before, after) => {
        const line = `{"text":"${before} needle ${after}"}`
        const [row] = await rowsOf([line], 'NEEDLE')
        const { text, from, offset } = row?.match ?? { text: '', from: 0, offset: 0 }
        expect(line.slice(offset - from).startsWith(text)).toBe(true)
        expect(isCutBetweenCharacters(line, offset - from)).toBe(true)
        expect(isCutBetweenCharacters(line, offset - from + text.length)).toBe(true)
      }),
      runs(120),
    )
  })
})
