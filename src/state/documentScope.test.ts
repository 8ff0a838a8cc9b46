import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DocumentClient } from '../worker/documentClient.ts'
import { closeDocument } from './actions/documents.ts'
import { clientOf, hasClient, rowsOf, setClient, setSource, sourceOf } from './clients.ts'
import { commandsOf, logCommand } from './commandLog.ts'
import { closeScope, documentSlot, openScope } from './documentScope.ts'
import { blankDocument, store } from './store.ts'

beforeEach(() => ['a', 'b'].forEach(openScope))
afterEach(() => ['a', 'b'].forEach(closeScope))

describe('a slot', () => {
  test('has one value for each document, made on first use', () => {
    let made = 0
    const slot = documentSlot(() => ({ number: (made += 1) }))
    expect(made).toBe(0)
    const a = slot.of('a')
    expect(slot.of('a')).toBe(a)
    expect(slot.of('b')).not.toBe(a)
    expect(made).toBe(2)
  })

  test('tells slots of the same kind of value from each other', () => {
    const one = documentSlot<string[]>(() => [])
    const other = documentSlot<string[]>(() => [])
    one.of('a').push('x')
    expect(other.of('a')).toEqual([])
  })

  test('keeps undefined as well as any other value', () => {
    let made = 0
    const slot = documentSlot(() => void (made += 1))
    slot.of('a')
    slot.of('a')
    expect(made).toBe(1)
  })

  test('ends what it made when the document is closed, once, and the latest first', () => {
    const ended: string[] = []
    const slots = ['first', 'second', 'never used'].map((name) =>
      documentSlot(
        () => name,
        (value) => void ended.push(value),
      ),
    )
    for (const slot of slots.slice(0, 2)) slot.of('a')
    slots[0]?.of('b')
    closeScope('a')
    expect(ended).toEqual(['second', 'first'])
    closeScope('a')
    expect(ended).toEqual(['second', 'first'])
  })

  test('of a closed document nobody keeps anything', () => {
    const slot = documentSlot<string[]>(() => [])
    slot.of('a').push('before')
    closeScope('a')
    slot.of('a').push('too late')
    expect(slot.of('a')).toEqual([])
  })
})

test('a document is opened once', () => {
  expect(() => openScope('a')).toThrow('a is opened once')
})

test('closing a tab ends its worker and leaves nothing of the document', () => {
  let closings = 0
  const client = { close: () => (closings += 1) } as unknown as DocumentClient
  store.setState({ ...store.getInitialState(), documents: [{ ...blankDocument, key: 'a' }] }, true)
  setSource('a', { file: new File([], 'a.jsonl') })
  setClient('a', client)
  logCommand('a', { kind: 'undo' })
  expect(clientOf('a')).toBe(client)

  closeDocument('a')
  expect(closings).toBe(1)
  expect(hasClient('a')).toBe(false)
  expect(() => clientOf('a')).toThrow('worker of document a')
  expect(() => rowsOf('a')).toThrow('worker of document a')
  expect(sourceOf('a')).toBeUndefined()
  // What was on its way when the tab was closed.
  logCommand('a', { kind: 'redo' })
  expect(commandsOf('a')).toEqual([])
})

test('no file keeps a table by document that somebody would have to clear', () => {
  const sources = import.meta.glob<string>(
    ['./**/*.ts', '../ui/**/*.{ts,tsx}', '!./documentScope.ts', '!**/*.test.ts'],
    { query: '?raw', import: 'default', eager: true },
  )
  const table =
    /^(const|let) \w+\s*(:.*)?= new (Weak)?(Map|Set)<(DocumentKey|DocumentClient|RowReader)\b/m
  expect(Object.keys(sources).length).toBeGreaterThan(200)
  expect(Object.keys(sources).filter((path) => table.test(sources[path] ?? ''))).toEqual([])
})
