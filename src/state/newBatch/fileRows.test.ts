// A file as rows while something else is chosen or typed: the latest counts. The workers are played by the test.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fail, ok } from '../../base/result.ts'
import type { Inspection } from '../../contracts/conversionApi.ts'
import type { RowSource } from '../../contracts/templatesApi.ts'
import { verbatim } from '../../i18n/message.ts'
import { FakeWorker } from '../../worker/testing/fakeWorker.ts'
import { store } from '../store.ts'
import { takeFile } from './fileRows.ts'
import { newBatchState, newBatchStore } from './newBatchStore.ts'
import { setPrompts, typePrompts } from './rows.ts'

const TABLE: Inspection = {
  encoding: 'utf-8',
  isConvertible: true,
  encodings: [],
  sources: [
    {
      id: 'table',
      title: verbatim('Table'),
      summary: verbatim(''),
      options: [],
      values: {},
      isRecognised: true,
    },
  ],
}

const TEXT: Inspection = {
  ...TABLE,
  sources: TABLE.sources.map((source) => ({ ...source, id: 'plainText' })),
}

let finish: Map<string, () => void>
let discarded: string[]
let cancelled: number
let opened: RowSource[]

const CONVERSION = {
  inspect: ({ name }: { readonly name: string }) => ok(name.endsWith('.txt') ? TEXT : TABLE),
  convert: ({ name }: { readonly name: string }) =>
    new Promise((resolve) => {
      const file = new File([`{"of":"${name}"}`], name)
      finish.set(name, () =>
        resolve(ok({ file, id: name, lines: 1, lost: 1, changed: 0, details: [] })),
      )
    }),
  cancel() {
    cancelled++
    return ok()
  },
  discard(id: string) {
    discarded.push(id)
    return ok()
  },
}

const TEMPLATES = {
  openRows(_: string, source: RowSource) {
    opened.push(source)
    return ok({ rows: 1, bytes: 1, columns: [], leftOut: 0 })
  },
  preview: () => fail('no-rows', verbatim('')),
  check: () => fail('no-rows', verbatim('')),
  cancel: () => ok(),
}

// Nothing is kept in private storage here.
vi.stubGlobal('navigator', {})
vi.stubGlobal(
  'Worker',
  class extends FakeWorker {
    constructor(url: URL) {
      super(String(url).includes('conversion') ? CONVERSION : TEMPLATES)
    }
  },
)

beforeEach(() => {
  finish = new Map()
  discarded = []
  cancelled = 0
  opened = []
  newBatchStore.setState(newBatchState, true)
})
afterEach(() => {
  newBatchStore.setState(newBatchState, true)
  store.setState({ messages: [] })
})

/** Until the conversion is under way. */
async function converting(name: string): Promise<void> {
  void takeFile(new File(['a,b'], name))
  await expect.poll(() => finish.has(name)).toBe(true)
}

const until = (read: () => unknown, value: unknown) => expect.poll(read).toEqual(value)

test('a conversion that ends late does not take the place of what is typed meanwhile', async () => {
  await converting('late.csv')
  setPrompts({ text: 'typed' })
  await until(() => opened.map(({ kind }) => kind), ['text'])
  expect(cancelled).toBe(1)
  finish.get('late.csv')?.()
  await until(() => discarded, ['late.csv'])
  expect(newBatchStore.getState()).toMatchObject({ origin: { kind: 'text' }, rowNotes: undefined })
  expect(opened.map(({ kind }) => kind)).toEqual(['text'])
})

test('going back to what was typed discards what was made of the file, when it is no longer read', async () => {
  await converting('first.csv')
  finish.get('first.csv')?.()
  await until(() => opened.map(({ kind }) => kind), ['lines'])
  await until(() => newBatchStore.getState().rows.state, 'ready')
  expect(newBatchStore.getState().rowNotes).toBeDefined()
  typePrompts()
  expect(newBatchStore.getState()).toMatchObject({ conversion: undefined, rowNotes: undefined })
  expect(discarded).toEqual([])
  await until(() => discarded, ['first.csv'])
  expect(opened.map(({ kind }) => kind)).toEqual(['lines', 'text'])
})

test('a file that is taken right after typing is not replaced by what was typed', async () => {
  setPrompts({ text: 'typed' })
  await converting('next.csv')
  finish.get('next.csv')?.()
  await until(() => newBatchStore.getState().rows.state, 'ready')
  expect(opened.map(({ kind }) => kind)).toEqual(['lines'])
  expect(newBatchStore.getState().origin).toEqual({ kind: 'file', name: 'next.csv' })
})

test('a file of prompts gives back what was typed before it', async () => {
  newBatchStore.setState({ text: 'typed\n\nmore', split: 'paragraphs' })
  await takeFile(new File(['one\ntwo'], 'prompts.txt'))
  expect(newBatchStore.getState()).toMatchObject({ text: 'one\ntwo', split: 'lines' })
  const [message] = store.getState().messages
  message?.action?.run()
  expect(newBatchStore.getState()).toMatchObject({ text: 'typed\n\nmore', split: 'paragraphs' })
  await until(() => opened.map((source) => 'text' in source && source.text), ['typed\n\nmore'])
})

test('a file of prompts says nothing where nothing was typed', async () => {
  await takeFile(new File(['one\ntwo'], 'prompts.txt'))
  expect(newBatchStore.getState().text).toBe('one\ntwo')
  expect(store.getState().messages).toEqual([])
})
