import { describeJournalStore } from '../../journal/testing/journalContract.ts'
import { createMemoryJournals } from './memoryJournals.ts'

describeJournalStore('journals in memory', createMemoryJournals)
