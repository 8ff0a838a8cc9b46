import { expect, test } from 'vitest'
import { type KeyPress, matchesKeys } from './keyPattern.ts'

const noKeys = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ...noKeys,
  ...held,
})

test('Mod is Ctrl here and ⌘ on a Mac, and never the other', () => {
  expect(matchesKeys('Mod+O', press('o', { ctrlKey: true }), false)).toBe(true)
  expect(matchesKeys('Mod+O', press('o', { metaKey: true }), true)).toBe(true)
  expect(matchesKeys('Mod+O', press('o', { ctrlKey: true }), true)).toBe(false)
  expect(matchesKeys('Mod+O', press('o', { metaKey: true }), false)).toBe(false)
  expect(matchesKeys('Mod+O', press('o'), false)).toBe(false)
})

test('Shift tells undo from redo, and F8 from Shift+F8', () => {
  const shifted = press('Z', { ctrlKey: true, shiftKey: true })
  expect(matchesKeys('Mod+Z', shifted, false)).toBe(false)
  expect(matchesKeys('Mod+Shift+Z', shifted, false)).toBe(true)
  expect(matchesKeys('Mod+Z', press('Z', { ctrlKey: true }), false)).toBe(true)
  expect(matchesKeys('F8', press('F8', { shiftKey: true }), false)).toBe(false)
  expect(matchesKeys('Shift+F8', press('F8', { shiftKey: true }), false)).toBe(true)
})

test('a sign is matched however the keyboard makes it', () => {
  expect(matchesKeys('?', press('?', { shiftKey: true }), false)).toBe(true)
  expect(matchesKeys('?', press('?'), false)).toBe(true)
  expect(matchesKeys('?', press('?', { ctrlKey: true }), false)).toBe(false)
})

test('Alt belongs to other programs', () => {
  expect(matchesKeys('Mod+O', press('o', { ctrlKey: true, altKey: true }), false)).toBe(false)
})

test.each([
  ['Russian', 'я', 'KeyZ'],
  ['Ukrainian', 'я', 'KeyZ'],
  ['Greek', 'ζ', 'KeyZ'],
  ['Hebrew', 'ז', 'KeyZ'],
  ['Arabic', 'ئ', 'KeyZ'],
  ['Georgian', 'ზ', 'KeyZ'],
  ['Korean', 'ㅋ', 'KeyZ'],
  // Latin letters in other places are the letters that they are.
  ['German', 'z', 'KeyY'],
  ['French', 'z', 'KeyW'],
  ['Dvorak', 'z', 'Slash'],
])('on a %s keyboard %s with Ctrl is undo', (_, key, code) => {
  expect(matchesKeys('Mod+Z', press(key, { code, ctrlKey: true }), false)).toBe(true)
  expect(matchesKeys('Mod+Y', press(key, { code, ctrlKey: true }), false)).toBe(false)
})

test('a mark that combines with a letter has a place, too', () => {
  // Thai.
  const redo = press('\u0e31', { code: 'KeyY', ctrlKey: true })
  expect(matchesKeys('Mod+Y', redo, false)).toBe(true)
})

test('the place of a key counts for nothing where it writes Latin', () => {
  expect(matchesKeys('Mod+Z', press('w', { code: 'KeyZ', ctrlKey: true }), false)).toBe(false)
  expect(matchesKeys('Mod+Z', press('ž', { code: 'KeyZ', ctrlKey: true }), false)).toBe(false)
  // Signs stay signs: this is the key of Q.
  expect(matchesKeys('Mod+Q', press('/', { code: 'KeyQ', ctrlKey: true }), false)).toBe(false)
})
