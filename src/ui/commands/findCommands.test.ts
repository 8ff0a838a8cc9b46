import compile from 'icu-minify/compile'
import { expect, test } from 'vitest'
import { keyOf } from '../../i18n/catalogue.ts'
import { english } from '../../i18n/loadTranslator.ts'
import { msg } from '../../i18n/message.ts'
import { createTranslator } from '../../i18n/translator.ts'
import { findCommands } from './findCommands.ts'

const commands = [
  { id: 'open', label: msg('Open files') },
  { id: 'next', label: msg('Next issue') },
  { id: 'previous', label: msg('Previous issue') },
  { id: 'match', label: msg('Next match') },
  { id: 'edited', label: msg('Show edited lines') },
]
const chinese = createTranslator(
  'zh-TW',
  Object.fromEntries(
    [
      ['Open files', '開啟檔案'],
      ['Next issue', '下一個問題'],
      ['Previous issue', '上一個問題'],
      ['Next match', '下一個相符項目'],
    ].map(([source = '', text = '']) => [keyOf(compile(source)), compile(text)]),
  ),
)
const ids = (text: string, translator = english) =>
  findCommands(commands, text, translator).map(({ id }) => id)

test('nothing typed finds all in their order', () => {
  expect(ids(' ')).toEqual(commands.map(({ id }) => id))
})

test('every word must be in the label, in any order and case', () => {
  expect(ids('ISSUE next')).toEqual(['next'])
  expect(ids('issue')).toEqual(['next', 'previous'])
  expect(ids('nothing')).toEqual([])
})

test('labels that begin with the text come first', () => {
  expect(ids('e')[0]).toBe('open')
  const two = [{ label: msg('The next') }, { label: msg('Next') }]
  expect(findCommands(two, 'next', english)[0]).toBe(two[1])
})

test('a command is found by its label in the language that is shown, and in English', () => {
  expect(ids('下一個', chinese)).toEqual(['next', 'match'])
  expect(ids('問題　上一個', chinese)).toEqual(['previous'])
  expect(ids('next', chinese)).toEqual(['next', 'match'])
  expect(ids('edited', chinese)).toEqual(['edited'])
  expect(ids('下一個')).toEqual([])
})
