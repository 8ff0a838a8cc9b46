import { expect, test } from 'vitest'
import type { OptionSpecs } from '../../pairing/exportOptions.ts'
import { completeOptions } from './completeOptions.ts'

const specs: OptionSpecs = {
  mark: { kind: 'check', title: 'Mark', isChecked: true },
  model: { kind: 'text', title: 'Model', placeholder: 'none' },
  limit: { kind: 'number', title: 'Limit', placeholder: 'none', min: 1, max: 9, problem: 'No.' },
  fields: {
    kind: 'list',
    title: 'Fields',
    items: ['a', 'b', 'c'].map((value) => ({ value, title: value })),
    chosen: ['a'],
    whenNone: 'None.',
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
