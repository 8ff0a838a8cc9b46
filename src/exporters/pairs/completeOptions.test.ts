import { expect, test } from 'vitest'
import { msg, verbatim } from '../../i18n/message.ts'
import type { OptionSpecs } from '../../pairing/exportOptions.ts'
import { completeOptions } from './completeOptions.ts'

const specs: OptionSpecs = {
  mark: { kind: 'check', title: msg('Mark'), isChecked: true },
  model: { kind: 'text', title: msg('Model'), placeholder: msg('none') },
  limit: {
    kind: 'number',
    title: msg('Limit'),
    placeholder: msg('none'),
    min: 1,
    max: 9,
    problem: msg('No.'),
  },
  fields: {
    kind: 'list',
    title: msg('Fields'),
    items: ['a', 'b', 'c'].map((value) => ({ value, title: verbatim(value) })),
    chosen: ['a'],
    whenNone: msg('None.'),
  },
}

test('what is given holds, in its order', () => {
  const given = { mark: false, model: 'm', limit: 3, fields: ['c', 'a'] }
  expect(completeOptions(specs, given)).toEqual(given)
})

test('what is absent, of another type or not among the items has no effect', () => {
  const usual = { mark: true, model: '', limit: undefined, fields: ['a'] }
  expect(completeOptions(specs, {})).toEqual(usual)
  expect(completeOptions(specs, { mark: 'no', model: 4, limit: '3', fields: 'a', x: 1 })).toEqual(
    usual,
  )
  expect(completeOptions(specs, { fields: ['z', 'b'] })).toHaveProperty('fields', ['b'])
})
