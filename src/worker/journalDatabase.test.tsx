// In a real browser: Node has no database.
import { expect, test } from 'vitest'
import { describeJournalStore } from '../journal/testing/journalContract.ts'
import { journalDatabase, journalsInDatabase, removeFromDatabase } from './journalDatabase.ts'

describeJournalStore('journals in the database', () => journalDatabase)

test('all are listed, and one that is in use is not removed', async () => {
  const file = await journalDatabase.open('listed', { create: true })
  await file?.writeAt(0, new TextEncoder().encode('some'))
  await file?.writeAt(4, new TextEncoder().encode(' bytes'))
  const found = (await journalsInDatabase()).find(({ name }) => name === 'listed')
  expect(await found?.file.text()).toBe('some bytes')
  expect(await removeFromDatabase('listed')).toBe(false)
  file?.close()
  await expect.poll(() => removeFromDatabase('listed')).toBe(true)
  expect((await journalsInDatabase()).some(({ name }) => name === 'listed')).toBe(false)
})
