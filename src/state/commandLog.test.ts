import { afterEach, beforeEach, expect, test } from 'vitest'
import { clearCommands, commandsOf, logCommand } from './commandLog.ts'
import { closeScope, openScope } from './documentScope.ts'

beforeEach(() => ['a', 'b'].forEach(openScope))
afterEach(() => ['a', 'b'].forEach(closeScope))

test('keeps the commands of each document in order, apart from each other', () => {
  logCommand('a', { kind: 'fixAll', code: 'trailing-comma', fixId: 'remove-comma' })
  logCommand('b', { kind: 'setFormat', formatId: 'plainJsonl' })
  logCommand('a', { kind: 'undo' })
  expect(commandsOf('a').map((command) => command.kind)).toEqual(['fixAll', 'undo'])
  expect(commandsOf('b').map((command) => command.kind)).toEqual(['setFormat'])
  clearCommands('a')
  expect(commandsOf('a')).toEqual([])
  expect(commandsOf('b')).toHaveLength(1)
})
