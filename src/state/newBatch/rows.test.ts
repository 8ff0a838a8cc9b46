// Rows of a document: its file is there as long as they are read. The worker is one of a test.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TemplatesClient } from '../../worker/templatesClient.ts'
import { openTemplatesClientWith } from './templatesWorker.ts'
import { newBatchState, newBatchStore } from './newBatchStore.ts'
import { openRows, readRowsAgain } from './rows.ts'

const failure = { ok: false, failure: { kind: 'device', code: 'read-failed', message: {} } }

const client = {
  openRows: async () => failure,
  preview: async () => failure,
  check: async () => failure,
  cancel: async () => ({ ok: true }),
}

beforeAll(() => {
  openTemplatesClientWith(() => ({ ...client, onCrash() {} }) as unknown as TemplatesClient)
})
afterAll(() => {
  openTemplatesClientWith(undefined)
})

afterEach(() => newBatchStore.setState(newBatchState, true))

test('what rows are read from is let go of when others take their place', async () => {
  const source = { kind: 'lines', blob: new Blob(['{}\n']) } as const
  const origin = { kind: 'document', name: 'a.jsonl' } as const
  let count = 0
  await openRows(origin, source, () => (count += 1))
  readRowsAgain()
  await expect.poll(() => newBatchStore.getState().rows.state).toBe('failed')
  expect(count).toBe(0)
  await openRows(origin, source)
  expect(count).toBe(1)
  await openRows(origin, source)
  expect(count).toBe(1)
})
