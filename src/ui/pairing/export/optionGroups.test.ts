import { expect, test } from 'vitest'
import { msg, verbatim } from '../../../i18n/message.ts'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import type { OptionSpec, OptionSpecs } from '../../../pairing/exportOptions.ts'
import { groupOptions } from './optionGroups.ts'

function check(group?: string): OptionSpec {
  return {
    kind: 'check',
    title: msg('x'),
    isChecked: false,
    ...(group !== undefined && { group: verbatim(group) }),
  }
}

function list(title: string): OptionSpec {
  return { kind: 'list', title: verbatim(title), items: [], chosen: [], whenNone: msg('None.') }
}

function groupsOf(specs: OptionSpecs) {
  return groupOptions(specs).map(({ title, options }) => [
    inEnglish(title),
    options.map(({ name }) => name),
  ])
}

test('options with one title stand together when they are beside each other', () => {
  expect(groupsOf({ a: check(), b: check('B'), c: check('B'), d: check(), e: check('B') })).toEqual(
    [
      [undefined, ['a']],
      ['B', ['b', 'c']],
      [undefined, ['d']],
      ['B', ['e']],
    ],
  )
})

test('a list stands alone below its title', () => {
  expect(groupsOf({ a: list('A'), b: list('A'), c: check('A') })).toEqual([
    ['A', ['a']],
    ['A', ['b']],
    ['A', ['c']],
  ])
})
