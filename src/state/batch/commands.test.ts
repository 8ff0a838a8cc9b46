import { beforeEach, expect, test } from 'vitest'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { blankDocument, type DocumentKey, type DocumentTab, store } from '../store.ts'
import { batchStore, newBatchState } from './batchStore.ts'
import { commandsText } from './commands.ts'

const NAME = 'my asks.jsonl'

/** `url`: that of all lines; empty where they have several. */
function openWith(url: string): void {
  const key = 'document-1' as DocumentKey
  const facts = { columns: [{ id: 'url', uniform: url }], meters: [] } as unknown as DocumentFacts
  const tab = { ...blankDocument, key, name: NAME, facts } as unknown as DocumentTab
  store.setState({ documents: [tab], activeKey: key })
}

beforeEach(() => {
  batchStore.setState({
    ...newBatchState,
    access: { ...newBatchState.access, baseUrl: 'http://127.0.0.1:8080/v1', organization: 'org-1' },
  })
})

test.each(['curl', 'python'] as const)(
  '%s names the file, the endpoint and the API',
  (language) => {
    openWith('/v1/embeddings')
    const text = commandsText(language)
    for (const part of [NAME, '/v1/embeddings', 'http://127.0.0.1:8080/v1', 'org-1']) {
      expect(text).toContain(part)
    }
    // A name in the environment, and no value.
    expect(text).toContain('OPENAI_API_KEY')
  },
)

test('where lines name no endpoint, or nothing is open, an example stands for it', () => {
  openWith('')
  expect(commandsText('curl')).toContain('/v1/chat/completions')
  store.setState({ documents: [], activeKey: undefined })
  expect(commandsText('curl')).toContain('requests.jsonl')
})
