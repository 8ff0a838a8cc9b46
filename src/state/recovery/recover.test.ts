import { expect, test } from 'vitest'
import type { Recovery } from '../../contracts/journal.ts'
import { isKeptElsewhere } from './recover.ts'

function recovery(changes: Partial<Recovery>, journal?: Recovery['facts']['journal']): Recovery {
  const facts = { ...(journal && { journal }) } as Recovery['facts']
  return {
    facts,
    isSameFile: false,
    applied: 1,
    already: 0,
    left: [],
    lost: 0,
    drafts: [],
    log: [],
    isContinued: false,
    ...changes,
  }
}

test('a journal is forgotten when all of it is in another, or in the file', () => {
  expect(isKeptElsewhere(recovery({}, 'kept'))).toBe(true)
  expect(isKeptElsewhere(recovery({ applied: 0, already: 1 }))).toBe(true)
})

test('it stays where it goes on, where edits are left, and where the new one could not be written', () => {
  expect(isKeptElsewhere(recovery({ isContinued: true }, 'kept'))).toBe(false)
  const left = [{ command: 'edit', texts: ['{}'] }] as const
  expect(isKeptElsewhere(recovery({ left }, 'kept'))).toBe(false)
  for (const state of ['full', 'no-room', 'unavailable'] as const) {
    expect(isKeptElsewhere(recovery({}, state)), state).toBe(false)
  }
})
