import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyPiece, anyScript } from '../base/testing/anyScript.ts'
import { runs } from '../tooling/runs.ts'
import {
  isCasedBeyondAscii,
  literalExpression,
  literalForms,
  plainPart,
} from './literalExpression.ts'

const found = (text: string, where: string, ignoreCase = true): readonly string[] =>
  Array.from(where.matchAll(literalExpression(text, { ignoreCase })), ([match]) => match)

describe('a text that is looked for', () => {
  test.each([
    ['σ', 'Σ σ ς', ['Σ', 'σ', 'ς']],
    ['ΣΊΣΥΦΟΣ', 'Σίσυφος', ['Σίσυφος']],
    ['ß', 'ß ẞ ss', ['ß', 'ẞ']],
    ['Ａi', 'ａI', ['ａI']],
    ['жЖ', 'ЖжЖ', ['Жж']],
    ['ǆ', 'ǅ Ǆ', ['ǅ', 'Ǆ']],
    // Turkish, whichever of the four stands in which case.
    ['ıŞIK', 'ışık IŞIK', ['ışık', 'IŞIK']],
    ['İZMİR', 'izmir İzmir Izmir i\u0307zmir', ['izmir', 'İzmir', 'Izmir']],
    // Composed and decomposed.
    ['É', 'é e\u0301 e', ['é', 'e\u0301']],
    ['e\u0301', 'é E\u0301 e', ['é', 'E\u0301']],
    ['ế', '\u1ebf e\u0302\u0301', ['\u1ebf', 'e\u0302\u0301']],
    ['각', '각 \u1100\u1161\u11a8', ['각', '\u1100\u1161\u11a8']],
    ['が', 'が か\u3099 か', ['が', 'か\u3099']],
    // In the escapes of JSON, of either kind.
    ['中', '中 \\u4e2d \\u4E2D', ['中', '\\u4e2d', '\\u4E2D']],
    ['é', '\\u00e9 \\u00C9 e\\u0301', ['\\u00e9', '\\u00C9', 'e\\u0301']],
    ['Пр', '\\u041f\\u0440 \\u043f\\u0440', ['\\u041f\\u0440', '\\u043f\\u0440']],
    ['σ', '\\u03c2', ['\\u03c2']],
    ['ışık', '\\u0131\\u015f\\u0131k I\\u015eIK', ['\\u0131\\u015f\\u0131k', 'I\\u015eIK']],
    ['👍🏽', '\\ud83d\\udc4d\\ud83c\\udffd', ['\\ud83d\\udc4d\\ud83c\\udffd']],
    // What is not the same.
    ['strasse', 'straße', []],
    ['e', 'é', []],
    ['k', '\u212a', []],
    ['istanbul', 'İstanbul', []],
    ['Ａ', 'A', []],
  ])('%s in %s', (text, where, expected) => {
    expect(found(text, where)).toEqual(expected)
  })

  test('minds case where it should, and composition nowhere', () => {
    expect(found('É', 'é É E\u0301', false)).toEqual(['É', 'E\u0301'])
    expect(found('İ', 'i İ', false)).toEqual(['İ'])
  })

  test('finds itself in any text of any script', () => {
    fc.assert(
      fc.property(
        anyScript,
        anyPiece,
        anyScript,
        fc.boolean(),
        (before, text, after, ignoreCase) => {
          expect(found(text, `${before} ${text} ${after}`, ignoreCase)).not.toEqual([])
        },
      ),
      runs(500),
    )
  })
})

test('texts of ASCII have one form, and others those that stand for them', () => {
  expect(literalForms('plain')).toEqual(['plain'])
  expect(literalForms('中2')).toEqual(['中2', '\\u4e2d2', '\\u4E2D2'])
  expect(literalForms('😀')).toEqual(['😀', '\\ud83d\\ude00', '\\uD83D\\uDE00'])
  expect(literalForms('é').slice(0, 4)).toEqual(['é', 'e\u0301', '\\u00e9', 'e\\u0301'])
  expect(literalForms('e\u0301').slice(0, 2)).toEqual(['e\u0301', 'é'])
})

test('a part that stands in every match is told where there is one', () => {
  expect(plainPart('Café au LAIT')).toBe(' au la')
  expect(plainPart('Cafe\u0301')).toBe('caf')
  expect(plainPart('größer')).toBeUndefined()
  expect(plainPart('İstanbul')).toBe('tanbul')
  expect(plainPart('Привет')).toBeUndefined()
})

test('letters beyond ASCII have case in some scripts', () => {
  for (const text of ['é', 'Я', 'ς', 'ẞ', 'ａ', 'İ', '\u{10428}', 'ა', 'e\u0301中É']) {
    expect(isCasedBeyondAscii(text), text).toBe(true)
  }
  for (const text of [
    'abc',
    '中文 GPT',
    'がｶﾞ',
    '한국',
    'नमस्ते',
    'ที่',
    'مرحبا',
    'שלום',
    '👩‍👧',
    '。「',
  ]) {
    expect(isCasedBeyondAscii(text), text).toBe(false)
  }
  // Whatever has another case by the rules of expressions is said to have one.
  for (let code = 0x80; code <= 0x1ffff; code++) {
    if (code >= 0xd800 && code < 0xe000) continue
    const letter = String.fromCodePoint(code)
    const others = [letter.toLowerCase(), letter.toUpperCase()].filter((other) => other !== letter)
    if (others.length > 0 && !isCasedBeyondAscii(letter)) expect.fail(letter)
  }
})
