import { expect, test } from 'vitest'
import { msg, verbatim } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import type { ListOption, OptionSpecs } from '../../pairing/exportOptions.ts'
import {
  chooseItem,
  type ItemChoices,
  itemsOf,
  moveItem,
  type OptionChoices,
  parseNumber,
  readOptions,
} from './exportOptions.ts'

const fields: ListOption = {
  kind: 'list',
  title: msg('Fields, in this order'),
  items: ['id', 'outcome', 'answer'].map((value) => ({ value, title: verbatim(value) })),
  chosen: ['id', 'answer'],
  isOrdered: true,
  whenNone: msg('Choose at least one field.'),
}

const limit = {
  kind: 'number',
  title: msg('Token limit'),
  placeholder: msg('none'),
  min: 1,
  max: 100_000_000,
  problem: msg('A whole number, please.'),
} as const

const specs: OptionSpecs = {
  mark: { kind: 'check', title: msg('Byte-order mark'), isChecked: true },
  model: { kind: 'text', title: msg('Model'), placeholder: msg('none') },
  limit,
  fields,
}

function valuesFor(choices: OptionChoices) {
  const result = readOptions(specs, choices)
  return result.ok ? result.value : inEnglish(result.failure.message)
}

test('options that no one chose have their defaults, and text loses the spaces around it', () => {
  const usual = { mark: true, model: '', limit: undefined, fields: ['id', 'answer'] }
  expect(valuesFor({})).toEqual(usual)
  expect(valuesFor({ mark: false, model: ' gpt-6-sol ', limit: '16,000' })).toEqual({
    ...usual,
    mark: false,
    model: 'gpt-6-sol',
    limit: 16_000,
  })
})

test('what is missing from an option is said', () => {
  expect(valuesFor({ fields: fields.items.map(({ value }) => ({ value, isChosen: false })) })).toBe(
    'Choose at least one field.',
  )
  expect(valuesFor({ limit: 'many' })).toBe('A whole number, please.')
})

test('items are written in the order in which they stand', () => {
  const usual = itemsOf({}, 'fields', fields)
  const moved = moveItem(chooseItem(usual, 'outcome', true), 'outcome', -1)
  expect(valuesFor({ fields: moved })).toHaveProperty('fields', ['outcome', 'id', 'answer'])
})

test('moving an item loses none, and the ends stay', () => {
  const names = (items: ItemChoices) => items.map(({ value }) => value)
  const usual = itemsOf({}, 'fields', fields)
  expect(moveItem(usual, 'id', -1)).toBe(usual)
  expect(moveItem(usual, 'answer', 1)).toBe(usual)
  expect(names(moveItem(usual, 'id', 1))).toEqual(['outcome', 'id', 'answer'])
  expect(names(moveItem(moveItem(usual, 'id', 1), 'id', -1))).toEqual(names(usual))
})

test.each([
  ['', undefined],
  ['  ', undefined],
  ['4000', 4000],
  ['4,000', 4000],
  ['16.000', 16_000],
  ['1 000 000', 1_000_000],
])('a number typed as %o is %o', (typed, value) => {
  expect(parseNumber(typed, limit)).toEqual({ ok: true, value })
})

test.each(['0', '-5', '1.5', '4k', '1e3', '1,00', '999999999999'])('%o is no number', (typed) => {
  expect(parseNumber(typed, limit).ok).toBe(false)
})
