// All commands, those that are loaded later too.
import { describe, expect, test } from 'vitest'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import type { CommandGroup } from './defineCommands.ts'
import { type KeyPress, matchesKeys } from '../controls/keyPattern.ts'
import { store } from '../../state/store.ts'
import { addCommands, allCommands, currentCommands } from './registry.ts'

const modules = import.meta.glob<{ readonly commands: CommandGroup }>('./definitions/**/*.ts', {
  eager: true,
})
const groups = Object.values(modules).map(({ commands }) => commands)
const commands = groups.flatMap((group) => group.commands)
const keys = commands.flatMap((command) => command.keys ?? [])

/** A character, or the name of a key that is no character. */
const PATTERN = /^(Mod\+)?(Shift\+)?([A-Z]|[^\w\s]|F([1-9]|1[0-2])|Escape|Enter|Delete)$/

/** Keys that browsers keep for themselves, or that a page may not take from people. */
const RESERVED = ['Mod+N', 'Mod+T', 'Mod+W', 'Mod+L', 'Mod+R', 'Mod+P', 'Mod+C', 'Mod+V', 'Mod+X']

function pressOf(pattern: string): KeyPress {
  const parts = pattern.split('+')
  return {
    key: parts.at(-1) ?? '',
    code: '',
    ctrlKey: parts.includes('Mod'),
    metaKey: false,
    shiftKey: parts.includes('Shift'),
    altKey: false,
  }
}

test('every file has a group with a place of its own', () => {
  expect(groups.length).toBeGreaterThan(10)
  expect(groups.filter((group) => group === undefined)).toEqual([])
  const orders = groups.map(({ order }) => order)
  expect(new Set(orders).size).toBe(orders.length)
})

test('ids are camelCase and unique', () => {
  const ids = commands.map(({ id }) => id)
  expect(ids.filter((id) => !/^[a-z][a-zA-Z]*$/.test(id))).toEqual([])
  expect(ids.filter((id, at) => ids.indexOf(id) < at)).toEqual([])
})

test('labels are in sentence case and unique', () => {
  const labels = commands.map(({ label }) => inEnglish(label))
  expect(labels.filter((label) => !/^[A-Z][^A-Z]*[^.\s]$/.test(label))).toEqual([])
  expect(labels.filter((label, at) => labels.indexOf(label) < at)).toEqual([])
})

describe.each(keys)('%s', (pattern) => {
  test('is a pattern', () => expect(pattern).toMatch(PATTERN))

  test('runs one command', () => {
    const answering = keys.filter((each) => matchesKeys(each, pressOf(pattern), false))
    expect(answering).toEqual([pattern])
  })

  test('is not taken from the browser', () => expect(RESERVED).not.toContain(pattern))
})

test('keys that write a character wait until nobody types', () => {
  const typed = commands.filter(
    (command) => command.whileTyping && command.keys?.some((each) => each.length === 1),
  )
  expect(typed).toEqual([])
})

test('a part that is loaded later adds its commands at their place', () => {
  const lazy = Object.entries(modules).filter(([path]) => path.startsWith('./definitions/lazy/'))
  expect(lazy.length).toBeGreaterThan(1)
  for (const [, { commands: group }] of [...lazy, ...lazy]) addCommands(group)
  const inOrder = [...groups].sort((a, b) => a.order - b.order)
  expect(allCommands()).toEqual(inOrder.flatMap((group) => group.commands))
})

test('without a document only what needs none is offered', () => {
  store.setState(store.getInitialState(), true)
  const ids = currentCommands().map(({ id }) => id)
  expect(ids).toContain('open')
  expect(ids).toContain('themeDark')
  expect(ids).not.toContain('closeDocument')
  expect(ids).not.toContain('closePairing')
})
