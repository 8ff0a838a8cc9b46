// For property tests: one of the many JSON texts of a value, or of one near it: keys given twice,
// escapes where none are needed, spaces, numbers with zeros and exponents.
import { STRINGS } from '../../formats/testing/arbitraryLeaves.ts'
import { KEYS } from '../../formats/testing/arbitraryObjects.ts'
import { type Pick, pickOne } from '../../formats/testing/arbitrarySchema.ts'
import { isObject } from '../../json/jsonPath.ts'

/** With zeros for all choices it is what JSON.stringify gives. */
export function spellLine(value: unknown, pick: Pick): string {
  return spell(value, pick)
}

function spell(value: unknown, pick: Pick): string {
  if (typeof value === 'number') return spellNumber(value, pick)
  if (typeof value === 'string') return spellText(value, pick)
  if (Array.isArray(value)) {
    return `[${value.map((one) => space(pick) + spell(one, pick)).join(',')}${space(pick)}]`
  }
  if (!isObject(value)) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).flatMap(([key, member]) => {
    const own = spellMember(key, spell(member, pick), pick)
    const turn = pick(16)
    // Of equal keys the last one counts.
    if (turn === 15) return [spellMember(key, odd(pick), pick), own]
    if (turn === 14) return [own, spellMember(key, odd(pick), pick)]
    if (turn === 13) return [own, spellMember(pickOne(NAMES, pick), odd(pick), pick)]
    return [own]
  })
  return `{${members.map((member) => space(pick) + member).join(',')}${space(pick)}}`
}

const NAMES = [...KEYS, '__proto__', 'constructor', 'toString', 'x', 'sixteen_bytes_of']

function spellMember(key: string, value: string, pick: Pick): string {
  return `${spellText(key, pick)}${space(pick)}:${space(pick)}${value}`
}

function odd(pick: Pick): string {
  return pickOne(
    ['null', '1', '"a"', '{}', '[]', '1.5', '1e400', 'true', '"x"', '{"id":"a"}'],
    pick,
  )
}

function space(pick: Pick): string {
  return pickOne(['', '', '', '', '', '', ' ', '\t\r  '], pick)
}

function spellText(text: string, pick: Pick): string {
  const plain = JSON.stringify(text)
  switch (pick(10)) {
    case 9:
      return `"${Array.from({ length: text.length }, (_, i) => escaped(text, i)).join('')}"`
    case 8:
      return text === '' ? plain : `"${escaped(text, 0)}${JSON.stringify(text.slice(1)).slice(1)}`
    case 7:
      return plain.replaceAll('/', '\\/').replaceAll('\\n', '\\u000A')
    case 6:
      return JSON.stringify(pickOne(STRINGS, pick))
    default:
      return plain
  }
}

function escaped(text: string, at: number): string {
  const digits = text.charCodeAt(at).toString(16).padStart(4, '0')
  return `\\u${at % 2 === 0 ? digits : digits.toUpperCase()}`
}

function spellNumber(value: number, pick: Pick): string {
  const plain = plainNumber(value)
  const form = pick(14)
  if (form < 4 || /[eE]/.test(plain)) {
    return form === 13 ? `${plain.replace(/[eE].*/, '')}e400` : plain
  }
  const isWhole = !plain.includes('.')
  const point = isWhole ? `${plain}.` : plain
  switch (form) {
    case 4:
      return `${point}0`
    case 5:
      return `${plain}e0`
    case 6:
      return `${plain}E+00`
    case 7:
      return isWhole && plain !== '0' && plain !== '-0' ? `${plain}0e-1` : plain
    case 8:
      return `${point}00000000000000000000001`
    case 9:
      return `${point}${'0'.repeat(40)}`
    case 10:
      return isWhole ? `${plain}000000e-6`.replace(/^(-?)0+e/, '$10e') : plain
    case 11:
      // The last digit one more: another double or not.
      return plain.endsWith('9') ? plain : `${plain.slice(0, -1)}${Number(plain.at(-1)) + 1}`
    case 12:
      return `${point}${'9'.repeat(25)}`
    default:
      return plain
  }
}

function plainNumber(value: number): string {
  if (Object.is(value, -0)) return '-0'
  if (Number.isFinite(value)) return JSON.stringify(value)
  return value > 0 ? '1e400' : '-1e400'
}
